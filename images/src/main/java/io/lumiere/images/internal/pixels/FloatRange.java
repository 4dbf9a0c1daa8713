package io.lumiere.images.internal.pixels;

/**
 * Which floating-point samples are black and white, by all of them: a file does not say it. Used by
 * one thread.
 *
 * <p>It is the first of the ranges 0 to 1, 0 to 255 and 0 to 65535 that holds them; else lowest to
 * highest. Where samples are not all whole numbers, a fourth above a range and a tenth below it
 * still belong to it, which is what sharpening and resampling add; and where three fourths are at
 * most 1, they are light of any brightness, of which 1 is white.
 */
final class FloatRange {
  private static final float[] ENDS = {1, 255, 65535};
  private static final float BEYOND = 1.25f;
  private static final float BELOW = -0.1f;

  private float low = Float.POSITIVE_INFINITY;
  private float high = Float.NEGATIVE_INFINITY;
  private boolean whole = true;
  private long bright;
  private long all;

  void add(float value) {
    if (Float.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
      whole &= value == Math.rint(value);
      bright += value > 1 ? 1 : 0;
      all++;
    }
  }

  /** What is black. */
  float black() {
    return end() > 0 || !(high > low) ? 0 : low;
  }

  /** What is white; more than {@link #black}. */
  float white() {
    return end() > 0 ? end() : high > low ? high : 1;
  }

  /** What is opaque, if this is of an alpha channel: 1, or the highest. */
  float opaque() {
    return high > BEYOND ? high : 1;
  }

  /** The end of the range that begins at 0; 0 where there is none. */
  private float end() {
    for (float end : ENDS) {
      boolean light = end == 1 && !whole && 4 * bright <= all;
      boolean holdsHigh = high <= (whole ? end : BEYOND * end) || light;
      if (holdsHigh && low >= (whole ? 0 : BELOW * Math.min(high, end))) {
        return end;
      }
    }
    return 0;
  }
}
