package io.lumiere.images.internal.opencv;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.Chunk;
import java.util.Set;

/**
 * Reduces a PNG to what its picture is made of. OpenCV reads chunks by itself before libpng does,
 * believes their lengths, and composes animations without checking where frames lie; of what
 * remains here it believes nothing that is wrong.
 */
final class EssentialPng {
  private static final int SIGNATURE = 8;
  private static final Set<String> ESSENTIAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT");
  private static final byte[] END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82
  };

  private EssentialPng() {}

  /**
   * A PNG of the essential chunks alone, which of an animation is its still picture.
   *
   * @throws CorruptImageException if the file ends within a chunk, or there is no picture
   */
  static byte[] of(byte[] file) {
    byte[] png = new byte[SIGNATURE + essentialBytes(file) + END.length];
    System.arraycopy(file, 0, png, 0, SIGNATURE);
    int end = SIGNATURE;
    for (Chunk chunk : Chunk.ofPng(ByteView.of(file))) {
      if (chunk.type().equals("IEND")) {
        break;
      } else if (ESSENTIAL.contains(chunk.type())) {
        chunk.all().copyTo(png, end);
        end += chunk.all().length();
      }
    }
    System.arraycopy(END, 0, png, end, END.length);
    return png;
  }

  /** How long the essential chunks are; counted before, as a list of a million would take much. */
  private static int essentialBytes(byte[] file) {
    int bytes = 0;
    boolean hasData = false;
    for (Chunk chunk : Chunk.ofPng(ByteView.of(file))) {
      if (chunk.type().equals("IEND")) {
        if (!hasData) {
          throw new CorruptImageException("the PNG holds no picture");
        }
        return bytes;
      } else if (!chunk.isWhole()) {
        break;
      } else if (ESSENTIAL.contains(chunk.type())) {
        bytes += chunk.all().length();
        hasData |= chunk.type().equals("IDAT");
      }
    }
    throw new CorruptImageException("the file ends within one of the PNG's chunks");
  }
}
