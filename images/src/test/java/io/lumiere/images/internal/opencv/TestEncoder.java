package io.lumiere.images.internal.opencv;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Writes what Java's own writers do not. */
public final class TestEncoder {
  private static final int LOSSLESS = 101;

  private TestEncoder() {}

  /**
   * A WebP.
   *
   * @param bgra blue, green, red, alpha of each pixel
   * @param quality 1 to 100, or 101 for lossless
   */
  public static byte[] webp(int width, int height, byte[] bgra, int quality) {
    OpenCv.get();
    try (BytePointer pixels = new BytePointer(bgra);
        Mat mat = new Mat(height, width, opencv_core.CV_8UC4, pixels);
        IntPointer settings = new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, quality);
        BytePointer file = new BytePointer()) {
      opencv_imgcodecs.imencode(".webp", mat, file, settings);
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }

  /** A lossless WebP. */
  public static byte[] webp(int width, int height, byte[] bgra) {
    return webp(width, height, bgra, LOSSLESS);
  }
}
