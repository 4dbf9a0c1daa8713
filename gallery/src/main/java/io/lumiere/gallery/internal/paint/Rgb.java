package io.lumiere.gallery.internal.paint;

/** A colour in linear light; 1 is the white of the screen, a light source may be above it. */
public record Rgb(double red, double green, double blue) {

  /** A screen colour such as {@code 0xff8800}. */
  public static Rgb of(int hex) {
    return new Rgb(
        linear(((hex >> 16) & 255) / 255.0),
        linear(((hex >> 8) & 255) / 255.0),
        linear((hex & 255) / 255.0));
  }

  /** This colour at {@code t} = 0, the other at 1; {@code t} beyond these is cut off. */
  public Rgb mix(Rgb other, double t) {
    double s = Math.clamp(t, 0.0, 1.0);
    return new Rgb(
        red + (other.red - red) * s,
        green + (other.green - green) * s,
        blue + (other.blue - blue) * s);
  }

  /** Brighter or darker by a factor. */
  public Rgb times(double factor) {
    return new Rgb(red * factor, green * factor, blue * factor);
  }

  /** The sum of two lights. */
  public Rgb plus(Rgb other) {
    return new Rgb(red + other.red, green + other.green, blue + other.blue);
  }

  /** The colour as the screen shows it, for brushes of {@code java.awt}. */
  public java.awt.Color screen(double alpha) {
    return new java.awt.Color(
        (float) encode(red), (float) encode(green), (float) encode(blue), (float) alpha);
  }

  /** sRGB decoding of one channel (IEC 61966-2-1). */
  static double linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }

  /** sRGB encoding of one channel, cut off at 0 and 1. */
  static double encode(double linear) {
    double c = Math.clamp(linear, 0.0, 1.0);
    return c <= 0.0031308 ? c * 12.92 : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
  }
}
