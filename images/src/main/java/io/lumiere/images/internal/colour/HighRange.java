package io.lumiere.images.internal.colour;

/**
 * Curves of a high dynamic range (ITU-R BT.2100) brought to the range of a page: light up to that
 * of a white sheet (203 cd/m2, ITU-R BT.2408) stays nearly as it is, what is brighter is pressed
 * together instead of cut off.
 */
final class HighRange {
  private static final double WHITE_SHEET = 203;
  private static final double PQ_PEAK = 10_000;
  private static final double HLG_PEAK = 1000;
  private static final double HLG_SYSTEM_GAMMA = 1.2;

  /** From here on light is pressed together, towards 1. */
  private static final double KNEE = 0.7;

  static final ToneCurve PQ = new ToneCurve(value -> pressed(PQ_PEAK * pq(value) / WHITE_SHEET));

  static final ToneCurve HLG =
      new ToneCurve(
          value -> pressed(HLG_PEAK * Math.pow(hlg(value), HLG_SYSTEM_GAMMA) / WHITE_SHEET));

  private HighRange() {}

  private static double pressed(double light) {
    double room = 1 - KNEE;
    return light <= KNEE ? light : KNEE + room * (1 - Math.exp(-(light - KNEE) / room));
  }

  /** SMPTE ST 2084, as a part of its peak. */
  private static double pq(double value) {
    double power = Math.pow(value, 32 / 2523.0);
    double above = Math.max(0, power - 107 / 128.0);
    return Math.pow(above / (2413 / 128.0 - 2392 / 128.0 * power), 8192 / 1305.0);
  }

  /** ARIB STD-B67, the light of the scene. */
  private static double hlg(double value) {
    double a = 0.17883277;
    double b = 1 - 4 * a;
    double c = 0.5 - a * Math.log(4 * a);
    return value <= 0.5 ? value * value / 3 : (Math.exp((value - c) / a) + b) / 12;
  }
}
