package io.lumiere.models.internal.bridge;

/** Soft thresholds: each gives a degree of membership from 0 to 1. */
final class Ramps {
  private Ramps() {}

  /** 0 at {@code from} and before, 1 at {@code to} and after; falls where {@code to} is less. */
  static double ramp(double x, double from, double to) {
    return Math.clamp((x - from) / (to - from), 0.0, 1.0);
  }

  /**
   * 1 for hues from {@code low} to {@code high}, falling to 0 over {@code soft} more on each side.
   *
   * @param hue in degrees; hues wrap at 360, and {@code high} may exceed it
   */
  static double hue(double hue, double low, double high, double soft) {
    double half = (high - low) / 2;
    double turned = (hue - (low + half) + 180) % 360;
    double distance = Math.abs((turned < 0 ? turned + 360 : turned) - 180);
    return ramp(distance, half + soft, half);
  }
}
