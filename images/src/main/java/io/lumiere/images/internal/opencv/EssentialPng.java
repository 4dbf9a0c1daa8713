package io.lumiere.images.internal.opencv;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import java.util.Arrays;
import java.util.Set;

/**
 * Reduces a PNG to what its picture is made of. OpenCV reads chunks by itself before libpng does,
 * believes their lengths, and composes animations without checking where frames lie; of what
 * remains here it believes nothing that is wrong.
 */
public final class EssentialPng {
  private static final int SIGNATURE = 8;

  /** A chunk's length, type and check sum. */
  private static final int FRAME = 12;

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
  public static byte[] essential(byte[] file) {
    ByteView in = new ByteView(file, false);
    byte[] out = Arrays.copyOf(file, file.length + END.length);
    int end = SIGNATURE;
    boolean hasData = false;
    long at = SIGNATURE;
    while (!in.has(at + 4, "IEND")) {
      long next = at + FRAME + in.u32(at);
      if (next > in.length()) {
        throw new CorruptImageException("the file ends within one of the PNG's chunks");
      }
      String type = in.ascii(at + 4, 4);
      if (ESSENTIAL.contains(type)) {
        int length = (int) (next - at);
        System.arraycopy(file, (int) at, out, end, length);
        end += length;
        hasData |= type.equals("IDAT");
      }
      at = next;
    }
    if (!hasData) {
      throw new CorruptImageException("the PNG holds no picture");
    }
    System.arraycopy(END, 0, out, end, END.length);
    return Arrays.copyOf(out, end + END.length);
  }
}
