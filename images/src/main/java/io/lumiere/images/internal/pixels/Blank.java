package io.lumiere.images.internal.pixels;

import io.lumiere.base.RgbImage;

/** Pictures of one colour, which show nothing: an animation may begin with one. */
public final class Blank {
  /** What coding may change of a colour. */
  private static final int TOLERANCE = 2;

  private Blank() {}

  /** Whether all pixels have the first one's colour, or nearly. */
  public static boolean isBlank(RgbImage image) {
    byte[] rgb = image.rgb();
    for (int i = 3; i < rgb.length; i++) {
      if (Math.abs((rgb[i] & 0xff) - (rgb[i % 3] & 0xff)) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
