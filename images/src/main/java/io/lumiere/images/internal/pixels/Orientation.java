package io.lumiere.images.internal.pixels;

import io.lumiere.base.RgbImage;

/** Turns stored pixels upright. The values are those of the EXIF tag (CIPA DC-008, 4.6.5). */
public final class Orientation {
  private Orientation() {}

  /**
   * The image as displayed; the image itself where nothing is to do.
   *
   * @param orientation 1 to 8: where the stored image's row 0 and column 0 are when displayed
   */
  public static RgbImage apply(RgbImage image, int orientation) {
    return switch (orientation) {
      case 1 -> image;
      case 2 -> turn(image, false, true, false); // mirrored
      case 3 -> turn(image, false, true, true); // by 180 degrees
      case 4 -> turn(image, false, false, true); // upside down, mirrored
      case 5 -> turn(image, true, false, false); // transposed
      case 6 -> turn(image, true, false, true); // to be turned 90 degrees clockwise
      case 7 -> turn(image, true, true, true); // transposed on the other diagonal
      case 8 -> turn(image, true, true, false); // to be turned 90 degrees anticlockwise
      default -> throw new IllegalArgumentException("orientation " + orientation);
    };
  }

  /**
   * Displayed pixel (x, y) is stored pixel (x, y), or (y, x) if {@code swapped}, with the stored x
   * or y counted from the other end if flipped.
   */
  private static RgbImage turn(RgbImage image, boolean swapped, boolean flipX, boolean flipY) {
    int storedWidth = image.width();
    int storedHeight = image.height();
    int width = swapped ? storedHeight : storedWidth;
    int height = swapped ? storedWidth : storedHeight;
    byte[] from = image.rgb();
    byte[] to = new byte[from.length];
    int start = 3 * ((flipX ? storedWidth - 1 : 0) + (flipY ? storedHeight - 1 : 0) * storedWidth);
    int alongX = flipX ? -3 : 3;
    int alongY = 3 * storedWidth * (flipY ? -1 : 1);
    int stepX = swapped ? alongY : alongX;
    int stepY = swapped ? alongX : alongY;
    int at = 0;
    for (int y = 0; y < height; y++) {
      int source = start + y * stepY;
      for (int x = 0; x < width; x++) {
        to[at] = from[source];
        to[at + 1] = from[source + 1];
        to[at + 2] = from[source + 2];
        at += 3;
        source += stepX;
      }
    }
    return new RgbImage(width, height, to);
  }
}
