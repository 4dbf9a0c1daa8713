package io.lumiere.images.internal.pixels;

/** The curve of sRGB (IEC 61966-2-1), between 0 and 1. */
public final class SrgbCurve {
  private SrgbCurve() {}

  /** The value of a light. */
  public static double encoded(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }

  /** The light of a value. */
  public static double light(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }
}
