package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpReader;
import java.util.Arrays;
import java.util.List;

/**
 * The EXIF, XMP and IPTC segments of a JPEG file (ITU-T T.81, annex B), up to the first one that is
 * broken. Extended XMP is left out: it holds depth maps and the like.
 */
final class JpegBlocks {
  private static final int APP1 = 0xe1;
  private static final int APP13 = 0xed;
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;

  private JpegBlocks() {}

  static boolean accepts(byte[] bytes) {
    return Blocks.starts(bytes, 0xff, 0xd8, 0xff);
  }

  static void read(byte[] bytes, Metadata metadata, Notes notes) {
    int at = 2;
    while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      if (marker == 0xff) {
        at++; // Fill bytes may stand before a marker.
        continue;
      }
      int length = (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
      int end = at + 2 + length;
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE || length < 2 || end > bytes.length) {
        return;
      }
      if (marker == APP1 || marker == APP13) {
        readSegment(marker, Arrays.copyOfRange(bytes, at + 4, end), metadata, notes);
      }
      at = end;
    }
  }

  private static void readSegment(int marker, byte[] segment, Metadata metadata, Notes notes) {
    if (marker == APP13) {
      read("IPTC", new PhotoshopReader(), segment, JpegSegmentType.APPD, metadata, notes);
    } else if (startsWith(segment, "Exif\0")) {
      read("EXIF", new ExifReader(), segment, JpegSegmentType.APP1, metadata, notes);
    } else if (startsWith(segment, "http://ns.adobe.com/xap/1.0/\0")) {
      read("XMP", new XmpReader(), segment, JpegSegmentType.APP1, metadata, notes);
    }
  }

  private static void read(
      String name,
      JpegSegmentMetadataReader reader,
      byte[] segment,
      JpegSegmentType type,
      Metadata metadata,
      Notes notes) {
    Blocks.attempt(name, notes, () -> reader.readJpegSegments(List.of(segment), metadata, type));
  }

  private static boolean startsWith(byte[] segment, String prefix) {
    byte[] wanted = prefix.getBytes(ISO_8859_1);
    return segment.length >= wanted.length
        && Arrays.equals(segment, 0, wanted.length, wanted, 0, wanted.length);
  }
}
