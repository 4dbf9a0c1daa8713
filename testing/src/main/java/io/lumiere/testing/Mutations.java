package io.lumiere.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The usual kinds of damage. A damaged file is at most twice as long as the good one, and 64 KiB.
 * Thread-safe.
 */
public final class Mutations {
  /** For binary files: flipped bits, extreme lengths, pieces cut, moved, doubled, zeroed. */
  public static final Mutator BINARY = (input, other, random) -> several(input, other, random, 7);

  /** For text: the same, and the characters that a grammar is made of. */
  public static final Mutator TEXT = (input, other, random) -> several(input, other, random, 9);

  private static final int MORE = 65_536;

  /** Files say what follows at their start, or, as tables and archives do, at their end. */
  private static final int EDGE = 256;

  private static final long[] EXTREMES = {
    0,
    1,
    -1,
    2,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0x8000,
    0xffff,
    0x10000,
    0x7fffffff,
    0x80000000L,
    0xffffffffL,
    0xfffffff0L,
    0x7ffffff0,
    0x1000000,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final List<String> WORDS =
      List.of(
          ("{ } [ ] ( ) < > </ /> <![CDATA[ ]]> \" ' \\ \\u0000 \\ud800 : , ; = & &amp; &#0; - -1 0"
                  + " 1e999 NaN null true 99999999999999999999 0000-00-00T99:99:99 ../ // \u0000"
                  + " \ufeff \u0301 \u202e \n"
                  + " \r\n"
                  + " %00 ${x}")
              .split(" "));

  private Mutations() {}

  private static byte[] several(byte[] input, byte[] other, Random random, int kinds) {
    byte[] damaged = input.clone();
    int most = input.length * 2 + MORE;
    do {
      damaged = one(damaged, other, random, random.nextInt(kinds));
      if (damaged.length > most) {
        damaged = Arrays.copyOf(damaged, most);
      }
    } while (random.nextInt(3) != 0);
    return damaged;
  }

  private static byte[] one(byte[] bytes, byte[] other, Random random, int kind) {
    if (bytes.length == 0) {
      return part(other, random);
    }
    return switch (kind) {
      case 0 -> flipped(bytes, random);
      case 1 -> overwritten(bytes, random);
      case 2 -> extreme(bytes, random);
      case 3 -> cut(bytes, random);
      case 4 -> replaced(bytes, part(other, random), length(bytes, random), random);
      case 5 -> replaced(bytes, part(bytes, random), 0, random);
      case 6 -> replaced(bytes, filled(random), random.nextInt(3), random);
      case 7 -> replaced(bytes, word(random), random.nextInt(4), random);
      default -> repeated(bytes, random);
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes[place(bytes, random)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] overwritten(byte[] bytes, Random random) {
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[place(bytes, random)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** A number of 1 to 8 bytes in either order, or a long variable-length one. */
  private static byte[] extreme(byte[] bytes, Random random) {
    int from = place(bytes, random);
    int width = Math.min(1 << random.nextInt(4), bytes.length - from);
    if (random.nextInt(4) == 0) {
      Arrays.fill(bytes, from, from + width, (byte) 0xff);
      bytes[from + width - 1] = (byte) random.nextInt(128);
      return bytes;
    }
    long value = EXTREMES[random.nextInt(EXTREMES.length)];
    if (random.nextInt(4) == 0) {
      value = (long) bytes.length + random.nextInt(-2, 3);
    }
    boolean bigEndian = random.nextBoolean();
    for (int i = 0; i < width; i++) {
      int shift = 8 * (bigEndian ? width - 1 - i : i);
      bytes[from + i] = (byte) (value >>> shift);
    }
    return bytes;
  }

  /** Without its end, or without a piece. */
  private static byte[] cut(byte[] bytes, Random random) {
    return random.nextBoolean()
        ? Arrays.copyOf(bytes, random.nextInt(bytes.length))
        : replaced(bytes, new byte[0], length(bytes, random), random);
  }

  private static byte[] repeated(byte[] bytes, Random random) {
    byte[] piece = Arrays.copyOf(part(bytes, random), 1 + random.nextInt(12));
    byte[] many = new byte[piece.length * (1 + random.nextInt(2_000))];
    for (int i = 0; i < many.length; i++) {
      many[i] = piece[i % piece.length];
    }
    return replaced(bytes, many, 0, random);
  }

  private static byte[] filled(Random random) {
    byte[] filled = new byte[1 + random.nextInt(1 << random.nextInt(10))];
    if (random.nextBoolean()) {
      Arrays.fill(filled, random.nextBoolean() ? (byte) 0xff : (byte) random.nextInt(256));
    }
    return filled;
  }

  private static byte[] word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] part(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = place(bytes, random);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length(bytes, random)));
  }

  /** Puts the piece in the place of some bytes, of none for a length of 0. */
  private static byte[] replaced(byte[] bytes, byte[] piece, int length, Random random) {
    int from = place(bytes, random);
    int to = Math.min(bytes.length, from + length);
    byte[] result = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
    return result;
  }

  /** Short pieces are likelier than long ones. */
  private static int length(byte[] bytes, Random random) {
    return 1 + random.nextInt(1 + random.nextInt(bytes.length));
  }

  private static int place(byte[] bytes, Random random) {
    int edge = Math.min(EDGE, bytes.length);
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(edge);
      case 1 -> bytes.length - 1 - random.nextInt(edge);
      default -> random.nextInt(bytes.length);
    };
  }
}
