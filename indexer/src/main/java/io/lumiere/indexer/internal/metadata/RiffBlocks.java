package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The EXIF and XMP chunks of a WebP file, up to the first chunk that is broken. */
final class RiffBlocks {
  private RiffBlocks() {}

  static boolean accepts(byte[] bytes) {
    return Blocks.starts(bytes, 'R', 'I', 'F', 'F');
  }

  static void read(byte[] bytes, Metadata metadata, Notes notes) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = 12;
    while (at + 8 <= bytes.length) {
      String type = new String(bytes, at, 4, ISO_8859_1);
      int length = file.getInt(at + 4);
      if (length < 0 || length > bytes.length - at - 8) {
        return;
      }
      byte[] chunk = Arrays.copyOfRange(bytes, at + 8, at + 8 + length);
      if (type.equals("EXIF")) {
        Blocks.attempt("EXIF", notes, () -> readExif(chunk, metadata));
      } else if (type.equals("XMP ")) {
        Blocks.attempt("XMP", notes, () -> XmpPacket.read(chunk, metadata, notes));
      }
      at += 8 + length + length % 2;
    }
  }

  /** Some writers keep JPEG's prefix. */
  private static void readExif(byte[] chunk, Metadata metadata) {
    boolean prefixed = Blocks.starts(chunk, 'E', 'x', 'i', 'f', 0, 0);
    byte[] tiff = prefixed ? Arrays.copyOfRange(chunk, 6, chunk.length) : chunk;
    new ExifReader().extract(new ByteArrayReader(tiff), metadata);
  }
}
