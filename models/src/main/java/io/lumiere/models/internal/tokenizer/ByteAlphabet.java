package io.lumiere.models.internal.tokenizer;

/**
 * The characters that stand for bytes in the vocabularies of byte-level models: a byte that prints
 * in Latin 1 stands for itself, the others for the characters from U+0100 on.
 */
final class ByteAlphabet {
  private static final char[] CHARS = new char[256];
  private static final int[] ORDER = new int[256];

  static {
    int printing = 0;
    for (int b = 0; b < 256; b++) {
      if (prints(b)) {
        CHARS[b] = (char) b;
        ORDER[printing++] = b;
      }
    }
    int others = 0;
    for (int b = 0; b < 256; b++) {
      if (!prints(b)) {
        CHARS[b] = (char) (0x100 + others);
        ORDER[printing + others++] = b;
      }
    }
  }

  private ByteAlphabet() {}

  private static boolean prints(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xA1 && b != 0xAD);
  }

  /** The character that stands for the byte {@code b}, 0 to 255. */
  static String charOf(int b) {
    return String.valueOf(CHARS[b]);
  }

  /** The byte that comes at {@code place}, 0 to 255, of a vocabulary: those that print go first. */
  static int byteAt(int place) {
    return ORDER[place];
  }
}
