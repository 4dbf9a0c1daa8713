package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Metadata blocks that ImageMagick and others put into the texts of PNG files: the keyword is "Raw
 * profile type" and a name; the text is that name again, a count of bytes, and the bytes as
 * hexadecimal digits, each on lines of their own.
 */
final class PngProfiles {
  private static final String KEYWORD = "Raw profile type ";
  private static final String EXIF = "Exif\0\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String PHOTOSHOP = "8BIM";

  private PngProfiles() {}

  static boolean accepts(String keyword) {
    return keyword.startsWith(KEYWORD);
  }

  /** Reads a block by what its bytes begin with: writers do not agree on the names. */
  static void read(String keyword, String text, Metadata metadata, Notes notes)
      throws IOException, ImageProcessingException {
    byte[] block = bytes(text);
    String name = keyword.substring(KEYWORD.length());
    if (startsWith(block, EXIF)) {
      readExif(block, EXIF.length(), metadata);
    } else if (startsWith(block, "II") || startsWith(block, "MM")) {
      readExif(block, 0, metadata);
    } else if (startsWith(block, XMP)) {
      XmpPacket.read(Arrays.copyOfRange(block, XMP.length(), block.length), metadata, notes);
    } else if (name.equals("xmp")) {
      XmpPacket.read(block, metadata, notes);
    } else if (startsWith(block, PHOTOSHOP)) {
      new PhotoshopReader().extract(new SequentialByteArrayReader(block), block.length, metadata);
    } else if (name.equals("iptc")) {
      new IptcReader().extract(new SequentialByteArrayReader(block), metadata, block.length);
    }
  }

  private static void readExif(byte[] block, int start, Metadata metadata) {
    byte[] tiff = Arrays.copyOfRange(block, start, block.length);
    new ExifReader().extract(new ByteArrayReader(tiff), metadata);
  }

  private static byte[] bytes(String text) throws IOException {
    String[] lines = text.strip().split("\\s+", 3);
    try {
      int count = Integer.parseInt(lines[1]);
      byte[] bytes = HexFormat.of().parseHex(lines[2].replaceAll("\\s", ""));
      if (bytes.length == count) {
        return bytes;
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("a raw profile is damaged", e);
    }
    throw new IOException("a raw profile is cut short");
  }

  private static boolean startsWith(byte[] block, String prefix) {
    byte[] head = Arrays.copyOf(block, Math.min(block.length, prefix.length()));
    return Arrays.equals(head, prefix.getBytes(US_ASCII));
  }
}
