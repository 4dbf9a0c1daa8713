package io.lumiere.images.internal.heif;

import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import java.util.List;

/**
 * The part of a picture that is shown, before it is turned, in pixels.
 *
 * @param x at least 0
 * @param y at least 0
 * @param width at least 1
 * @param height at least 1
 */
public record Crop(int x, int y, int width, int height) {
  /**
   * What the property clap says (ISO/IEC 14496-12, 12.1.4: the size of the part, and how far its
   * middle is from the picture's, as fractions). All of the picture where there is none, or one
   * that makes no sense.
   */
  static Crop of(List<Box> properties, int width, int height) {
    for (Box box : properties) {
      if (box.type().equals("clap")) {
        ByteView in = box.content();
        double partWidth = fraction(in, 0);
        double partHeight = fraction(in, 8);
        double left = fraction(in, 16) + (width - partWidth) / 2;
        double top = fraction(in, 24) + (height - partHeight) / 2;
        if (fits(left, partWidth, width) && fits(top, partHeight, height)) {
          // Halves, as of an odd size in an even one, go up: there the first row is the padding.
          return new Crop(
              (int) Math.round(left),
              (int) Math.round(top),
              (int) Math.floor(partWidth),
              (int) Math.floor(partHeight));
        }
      }
    }
    return new Crop(0, 0, width, height);
  }

  // Not-a-number, from a denominator of 0, fails.
  private static boolean fits(double start, double length, int whole) {
    return length >= 1 && start >= 0 && Math.round(start) + Math.floor(length) <= whole;
  }

  private static double fraction(ByteView in, long at) {
    return (double) in.s32(at) / in.s32(at + 4);
  }
}
