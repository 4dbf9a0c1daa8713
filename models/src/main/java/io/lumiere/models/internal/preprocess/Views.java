package io.lumiere.models.internal.preprocess;

import io.lumiere.base.RgbImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long picture into squares. A network that looks at a centre crop sees a twentieth of a
 * panorama of 1:20; the mean of its squares' vectors stands for all of it.
 */
public final class Views {
  private Views() {}

  /**
   * The picture itself where it is less than twice as long as it is wide, or {@code max} is 1; else
   * squares spread evenly from end to end, as many as it takes to leave no gap, at most {@code
   * max}.
   */
  public static List<RgbImage> of(RgbImage image, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("at most " + max + " views: at least 1 is needed");
    }
    int side = Math.min(image.width(), image.height());
    int length = Math.max(image.width(), image.height());
    if (length < 2L * side || max == 1) {
      return List.of(image);
    }
    int count = Math.min(max, Math.ceilDiv(length, side));
    List<RgbImage> views = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int start = (int) ((long) (length - side) * i / (count - 1));
      boolean wide = image.width() > image.height();
      views.add(cut(image, wide ? start : 0, wide ? 0 : start, side));
    }
    return views;
  }

  private static RgbImage cut(RgbImage image, int x, int y, int side) {
    byte[] rgb = new byte[3 * side * side];
    for (int row = 0; row < side; row++) {
      int from = 3 * ((y + row) * image.width() + x);
      System.arraycopy(image.rgb(), from, rgb, 3 * side * row, 3 * side);
    }
    return new RgbImage(side, side, rgb);
  }
}
