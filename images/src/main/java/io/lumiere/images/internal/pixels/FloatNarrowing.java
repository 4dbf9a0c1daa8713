package io.lumiere.images.internal.pixels;

import io.lumiere.images.internal.work.Stop;

/**
 * Floating-point samples to 8 bits. Linear light (EXR) is 0 to 1 with the sRGB curve, brighter is
 * white, and is laid on white before the curve, as light adds up; other numbers have the range of
 * {@link FloatRange}. Not-a-number is 0. An alpha channel is 0 to 1, or to its highest.
 */
final class FloatNarrowing implements RgbRows.Narrowing {
  private static final int CURVE_SIZE = 4096;
  private static final byte[] SRGB_CURVE = srgbCurve();

  private final float[] wide;
  private final float black;
  private final float scale;
  private final float alphaScale;
  private final boolean linearLight;

  /** Which one of a pixel's samples is alpha; -1 where none is. */
  private final int alpha;

  private FloatNarrowing(Samples samples) {
    int channels = samples.channels();
    this.wide = new float[samples.width() * channels];
    this.alpha = channels == 4 || channels == 2 ? channels - 1 : -1;
    this.linearLight = samples.linearLight();
    FloatRange colours = new FloatRange();
    FloatRange alphas = new FloatRange();
    if (!linearLight) {
      measure(samples, colours, alphas);
    }
    this.black = colours.black();
    this.scale = 255 / (colours.white() - black);
    this.alphaScale = 255 / alphas.opaque();
  }

  static FloatNarrowing of(Samples samples) {
    return new FloatNarrowing(samples);
  }

  private void measure(Samples samples, FloatRange colours, FloatRange alphas) {
    for (int y = 0; y < samples.height(); y++) {
      Stop.check();
      samples.floats(y, wide);
      for (int i = 0; i < wide.length; i++) {
        (isAlpha(i, samples) ? alphas : colours).add(wide[i]);
      }
    }
  }

  private boolean isAlpha(int i, Samples samples) {
    return alpha > 0 && i % samples.channels() == alpha;
  }

  @Override
  public void read(Samples samples, int y, byte[] row) {
    samples.floats(y, wide);
    if (linearLight && alpha > 0) {
      layOnWhite(samples);
    }
    for (int i = 0; i < row.length; i++) {
      row[i] =
          isAlpha(i, samples)
              ? scaled(wide[i], 0, alphaScale)
              : linearLight ? curved(wide[i]) : scaled(wide[i], black, scale);
    }
  }

  private void layOnWhite(Samples samples) {
    int channels = samples.channels();
    for (int from = 0; from < wide.length; from += channels) {
      float opacity = wide[from + alpha] > 0 ? Math.min(1, wide[from + alpha]) : 0;
      float factor = samples.premultiplied() ? 1 : opacity;
      for (int c = 0; c < alpha; c++) {
        wide[from + c] = wide[from + c] * factor + 1 - opacity;
      }
      wide[from + alpha] = 1;
    }
  }

  // NaN fails every comparison; a cast of NaN to int is 0.
  private static byte scaled(float value, float black, float scale) {
    return (byte) (int) Math.max(0, Math.min(255, (value - black) * scale + 0.5f));
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
