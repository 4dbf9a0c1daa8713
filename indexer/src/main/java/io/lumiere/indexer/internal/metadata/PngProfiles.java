package io.lumiere.indexer.internal.metadata;

import com.drew.imaging.ImageProcessingException;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import io.lumiere.images.container.ByteView;
import java.io.IOException;
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
    byte[] bytes = bytes(text);
    ByteView block = ByteView.of(bytes);
    String name = keyword.substring(KEYWORD.length());
    if (block.has(0, EXIF) || block.has(0, "II") || block.has(0, "MM")) {
      Blocks.readExif(block, metadata);
    } else if (block.has(0, XMP)) {
      XmpPacket.read(block.from(XMP.length()).copy(), metadata, notes);
    } else if (name.equals("xmp")) {
      XmpPacket.read(bytes, metadata, notes);
    } else if (block.has(0, PHOTOSHOP)) {
      new PhotoshopReader().extract(new SequentialByteArrayReader(bytes), bytes.length, metadata);
    } else if (name.equals("iptc")) {
      new IptcReader().extract(new SequentialByteArrayReader(bytes), metadata, bytes.length);
    }
  }

  private static byte[] bytes(String text) throws IOException {
    // The name may have spaces: "generic profile".
    String[] lines = text.strip().split("\\R", 2);
    String[] parts = (lines.length < 2 ? text : lines[1]).strip().split("\\s+", 2);
    try {
      int count = Integer.parseInt(parts[0]);
      byte[] bytes = HexFormat.of().parseHex(parts[1].replaceAll("\\s", ""));
      if (bytes.length == count) {
        return bytes;
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("a raw profile is damaged", e);
    }
    throw new IOException("a raw profile is cut short");
  }
}
