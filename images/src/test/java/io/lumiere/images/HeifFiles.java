package io.lumiere.images;

import io.lumiere.base.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The files in {@code src/test/resources/heif}, made by {@code src/test/python/heif_goldens.py}.
 */
public final class HeifFiles {
  private HeifFiles() {}

  /** A whole file. */
  public static byte[] read(String name) {
    try (InputStream in = HeifFiles.class.getResourceAsStream("/heif/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no test file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How far an image is from the scene that the files show, as the mean absolute difference of all
   * samples.
   */
  public static double differenceToScene(RgbImage image, boolean grey) {
    double sum = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int pixel = Pixels.at(image, x, y);
        int red = wave(x * 0.053 + y * 0.014);
        sum += Math.abs((pixel >> 16) - red);
        sum += Math.abs((pixel >> 8 & 0xff) - (grey ? red : wave(x * 0.037 - y * 0.051 + 1)));
        sum += Math.abs((pixel & 0xff) - (grey ? red : wave(y * 0.067 + 2)));
      }
    }
    return sum / image.rgb().length;
  }

  private static int wave(double phase) {
    return (int) (120 + 115 * Math.sin(phase));
  }
}
