package io.lumiere.images.internal.colour;

import io.lumiere.images.internal.pixels.SrgbCurve;
import java.util.function.DoubleUnaryOperator;

/** From a number of a picture, 0 to 1, to light, 0 to 1. Compared by identity. Immutable. */
final class ToneCurve {
  static final ToneCurve SRGB = new ToneCurve(SrgbCurve::light);

  private final DoubleUnaryOperator light;

  ToneCurve(DoubleUnaryOperator light) {
    this.light = light;
  }

  /** Light is a power of the number. */
  static ToneCurve gamma(double exponent) {
    return new ToneCurve(value -> Math.pow(value, exponent));
  }

  /** Values of the curve, evenly spread over it, in 16 bits. */
  int[] table(int size) {
    int[] table = new int[size];
    for (int i = 0; i < size; i++) {
      double value = light.applyAsDouble((double) i / (size - 1));
      table[i] = (int) Math.round(65_535 * Math.clamp(value, 0, 1));
    }
    return table;
  }
}
