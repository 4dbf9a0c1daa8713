package io.lumiere.images.internal.pixels;

import io.lumiere.images.internal.work.Stop;

/**
 * Floating-point samples to 8 bits. A file does not say what its numbers mean, so: linear light
 * (EXR) is 0 to 1 with the sRGB curve, brighter is white; other numbers have the first of the
 * ranges 0 to 1, 0 to 255, 0 to 65535 that holds them all; else lowest to highest. Not-a-number is
 * 0. An alpha channel is always 0 to 1, or to the range's end.
 */
final class FloatNarrowing implements RgbRows.Narrowing {
  private static final int CURVE_SIZE = 4096;
  private static final byte[] SRGB_CURVE = srgbCurve();

  private final float[] wide;
  private final float low;
  private final float scale;
  private final boolean linearLight;
  private final boolean alpha;

  private FloatNarrowing(int length, float low, float high, boolean linearLight, boolean alpha) {
    this.wide = new float[length];
    this.low = low;
    this.scale = 255 / (high - low);
    this.linearLight = linearLight;
    this.alpha = alpha;
  }

  static FloatNarrowing of(Samples samples) {
    int length = samples.width() * samples.channels();
    boolean alpha = samples.channels() == 4 || samples.channels() == 2;
    if (samples.linearLight()) {
      return new FloatNarrowing(length, 0, 1, true, alpha);
    }
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    float[] row = new float[length];
    for (int y = 0; y < samples.height(); y++) {
      Stop.check();
      samples.floats(y, row);
      for (float value : row) {
        if (Float.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (low >= 0 && high <= 65535) {
      return new FloatNarrowing(length, 0, high <= 1 ? 1 : high <= 255 ? 255 : 65535, false, alpha);
    }
    boolean flat = !(high > low);
    return new FloatNarrowing(length, flat ? 0 : low, flat ? 1 : high, false, alpha);
  }

  @Override
  public void read(Samples samples, int y, byte[] row) {
    samples.floats(y, wide);
    int channels = samples.channels();
    for (int i = 0; i < row.length; i++) {
      boolean curved = linearLight && !(alpha && i % channels == channels - 1);
      row[i] = curved ? curved(wide[i]) : straight(wide[i]);
    }
  }

  // NaN fails every comparison; a cast of NaN to int is 0.
  private byte straight(float value) {
    float scaled = (value - low) * scale;
    return (byte) (int) Math.max(0, Math.min(255, scaled + 0.5f));
  }

  private static byte curved(float value) {
    float index = value * (CURVE_SIZE - 1);
    return SRGB_CURVE[(int) Math.max(0, Math.min(CURVE_SIZE - 1, index + 0.5f))];
  }

  private static byte[] srgbCurve() {
    byte[] curve = new byte[CURVE_SIZE];
    for (int i = 0; i < CURVE_SIZE; i++) {
      curve[i] = (byte) Math.round(255 * SrgbCurve.encoded(i / (CURVE_SIZE - 1.0)));
    }
    return curve;
  }
}
