package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import io.lumiere.indexer.internal.metadata.JpegSegments.Segment;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The EXIF, XMP, IPTC and comment segments of a JPEG file, and whether a film follows it. */
final class JpegBlocks {
  private static final String EXIF = "Exif\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";
  private static final int MAX_EXIF_HEAD = 16;

  private JpegBlocks() {}

  static boolean accepts(byte[] bytes) {
    return Blocks.starts(bytes, 0xff, 0xd8);
  }

  /** Whether a JPEG file stands after some other bytes. */
  static boolean isAfterOthers(byte[] bytes) {
    return JpegSegments.start(bytes) > 0;
  }

  static void read(byte[] bytes, Metadata metadata, Notes notes) {
    JpegSegments segments = new JpegSegments(bytes);
    ExtendedXmp extended = new ExtendedXmp();
    ByteArrayOutputStream photoshop = new ByteArrayOutputStream();
    for (Segment segment : segments.list()) {
      int marker = segment.marker();
      if (marker == JpegSegments.COMMENT) {
        byte[] comment = Arrays.copyOfRange(bytes, segment.start(), segment.end());
        metadata.addDirectory(new CommentText(Texts.decode(comment)));
      } else if (marker >= JpegSegments.APP0 && marker <= JpegSegments.APP15) {
        byte[] content = Arrays.copyOfRange(bytes, segment.start(), segment.end());
        readApplication(content, extended, photoshop, metadata, notes);
      }
    }
    if (photoshop.size() > 0) {
      byte[] resources = photoshop.toByteArray();
      Blocks.attempt(
          "IPTC",
          notes,
          () ->
              new PhotoshopReader()
                  .extract(new SequentialByteArrayReader(resources), resources.length, metadata));
    }
    extended.read(metadata, notes);
    EmbeddedFilm.find(bytes, segments.end(), metadata);
  }

  /** Blocks are told by what they begin with: some programs number segments otherwise. */
  private static void readApplication(
      byte[] content,
      ExtendedXmp extended,
      ByteArrayOutputStream photoshop,
      Metadata metadata,
      Notes notes) {
    if (Blocks.startsAt(content, 0, EXIF)) {
      Blocks.attempt("EXIF", notes, () -> readExif(content, metadata));
    } else if (Blocks.startsAt(content, 0, XMP)) {
      byte[] packet = Arrays.copyOfRange(content, XMP.length(), content.length);
      Blocks.attempt("XMP", notes, () -> XmpPacket.read(packet, metadata, notes));
    } else if (Blocks.startsAt(content, 0, PHOTOSHOP)) {
      // One list of resources may go on in the next segment.
      photoshop.write(content, PHOTOSHOP.length(), content.length - PHOTOSHOP.length());
    } else {
      extended.add(content);
    }
  }

  private static void readExif(byte[] content, Metadata metadata) {
    int start = EXIF.length() + 1;
    for (int i = EXIF.length(); i < Math.min(content.length - 4, MAX_EXIF_HEAD); i++) {
      if (isTiff(content, i)) {
        start = i;
        break;
      }
    }
    byte[] tiff = Arrays.copyOfRange(content, Math.min(start, content.length), content.length);
    new ExifReader().extract(new ByteArrayReader(tiff), metadata);
  }

  private static boolean isTiff(byte[] bytes, int at) {
    String head = new String(bytes, at, 4, US_ASCII);
    return head.equals("II*\0") || head.equals("MM\0*");
  }
}
