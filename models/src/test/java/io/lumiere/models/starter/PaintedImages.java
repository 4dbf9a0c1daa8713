package io.lumiere.models.starter;

import io.lumiere.base.RgbImage;

/**
 * Test pictures of 260 x 260 pixels, painted by integer formulas: the same as {@code painted} in
 * {@code src/test/python/starter_goldens.py}.
 */
final class PaintedImages {
  static final int SIZE = 260;
  static final int COUNT = 10;

  private PaintedImages() {}

  static RgbImage of(int kind) {
    byte[] rgb = new byte[3 * SIZE * SIZE];
    int at = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        for (int c = 0; c < 3; c++) {
          rgb[at++] = (byte) value(kind, x, y, c);
        }
      }
    }
    return new RgbImage(SIZE, SIZE, rgb);
  }

  private static long value(int kind, long x, long y, long c) {
    long square = (x - 130) * (x - 130) + (y - 130) * (y - 130);
    return switch (kind) {
      case 0 -> 0;
      case 1 -> 255;
      case 2 -> (x * (c + 1) + y * (3 - c)) * 255 / (259 * 4);
      case 3 -> ((x / 20 + y / 20) % 2) * (255 - 60 * c) + 20 * c;
      case 4 -> square / (40 + 25 * c) % 256;
      case 5 -> (x * 7919 + y * 104729 + c * 1299709) * (x + 3 * y + 17) / 64 % 256;
      case 6 -> sky(y, c, square);
      case 7 -> (x ^ y ^ (85 * c)) % 256;
      case 8 -> ellipse(x, y, c);
      case 9 -> (Math.abs((x * 3 + c * 40) % 160 - 80) + Math.abs(y * 5 % 200 - 100)) % 256;
      default -> throw new IllegalArgumentException("painted image " + kind);
    };
  }

  /** A sun over a horizon, with some good will. */
  private static long sky(long y, long c, long square) {
    long sun = square < 1600 ? 90 : 0;
    long sea = y > 170 ? 60 : 0;
    return Math.clamp(250 - y * (c + 1) / 2 + sun - sea, 0, 255);
  }

  private static long ellipse(long x, long y, long c) {
    boolean inside = (x - 130) * (x - 130) * 4 + (y - 150) * (y - 150) * 9 < 40000;
    return inside ? 40 + 50 * c + x / 4 : 210 - 30 * c - y / 8;
  }
}
