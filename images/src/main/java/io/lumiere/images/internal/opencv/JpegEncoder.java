package io.lumiere.images.internal.opencv;

import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Writes JPEGs by OpenCV's libjpeg-turbo. Thread-safe. */
public final class JpegEncoder {
  private JpegEncoder() {}

  /**
   * A JPEG with colours at half the resolution and Huffman tables of its own.
   *
   * @param quality 1 to 100, as libjpeg counts it
   * @throws LumiereException if OpenCV cannot write it
   */
  public static byte[] encode(RgbImage image, int quality) {
    OpenCv.get();
    int[] settings = {
      opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality, opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE, 1
    };
    try (BytePointer pixels = new BytePointer(blueFirst(image.rgb()));
        Mat mat = new Mat(image.height(), image.width(), opencv_core.CV_8UC3, pixels);
        IntPointer parameters = new IntPointer(settings);
        BytePointer file = new BytePointer()) {
      if (!opencv_imgcodecs.imencode(".jpg", mat, file, parameters)) {
        throw new LumiereException("OpenCV does not write JPEGs here");
      }
      byte[] bytes = new byte[Math.toIntExact(file.limit())];
      file.get(bytes);
      return bytes;
    } catch (LumiereException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LumiereException(
          "a JPEG cannot be written: " + new OpenCvException(e).getMessage());
    }
  }

  private static byte[] blueFirst(byte[] rgb) {
    byte[] bgr = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i += 3) {
      bgr[i] = rgb[i + 2];
      bgr[i + 1] = rgb[i + 1];
      bgr[i + 2] = rgb[i];
    }
    return bgr;
  }
}
