package io.lumiere.models.starter;

import io.lumiere.models.RgbImage;

/** The middle square of an image at the network's size, each pixel the mean of what it covers. */
final class SquareCrop {
  private SquareCrop() {}

  static RgbImage of(RgbImage image, int size) {
    if (image.width() == size && image.height() == size) {
      return image;
    }
    int side = Math.min(image.width(), image.height());
    int left = (image.width() - side) / 2;
    int top = (image.height() - side) / 2;
    byte[] rgb = new byte[3 * size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int x0 = left + (int) ((long) x * side / size);
        int y0 = top + (int) ((long) y * side / size);
        int x1 = Math.max(x0 + 1, left + (int) ((x + 1L) * side / size));
        int y1 = Math.max(y0 + 1, top + (int) ((y + 1L) * side / size));
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * size + x) + c] = mean(image, c, x0, y0, x1, y1);
        }
      }
    }
    return new RgbImage(size, size, rgb);
  }

  private static byte mean(RgbImage image, int c, int x0, int y0, int x1, int y1) {
    long sum = 0;
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        sum += image.rgb()[3 * (y * image.width() + x) + c] & 0xff;
      }
    }
    long count = (long) (x1 - x0) * (y1 - y0);
    return (byte) ((sum + count / 2) / count);
  }
}
