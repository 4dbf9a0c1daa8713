package io.lumiere.images.internal.opencv;

import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.javacpp.NativeLibraries;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.jspecify.annotations.Nullable;

/** Decodes by OpenCV's {@code imdecode}, on the calling thread. Thread-safe. */
public final class OpenCv {
  /** The largest factor by which a JPEG can be reduced while it is decoded. */
  public static final int MAX_JPEG_REDUCTION = 8;

  private static final OpenCv INSTANCE = new OpenCv();

  private OpenCv() {
    // Its core and codecs, and no other of its libraries.
    NativeLibraries.load(opencv_imgcodecs.class);
    OpenCvLog.turnOff();
    // Photos are decoded side by side by the callers' threads.
    opencv_core.setNumThreads(1);
  }

  /**
   * The library, which is loaded when this is first called.
   *
   * @throws UnsatisfiedLinkError if it is not there for this platform or does not load
   */
  public static OpenCv get() {
    return INSTANCE;
  }

  /**
   * A JPEG in 8-bit colour, both sides divided by {@code reduction} (rounded up), not turned by its
   * EXIF orientation; null where OpenCV makes nothing of the file.
   *
   * @param reduction 1, 2, 4 or 8
   * @throws OpenCvException if OpenCV says why
   */
  public @Nullable NativeImage decodeJpeg(byte[] bytes, int reduction) {
    int size =
        switch (reduction) {
          case 1 -> opencv_imgcodecs.IMREAD_COLOR;
          case 2 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
          case 4 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
          case 8 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
          default -> throw new IllegalArgumentException("reduction " + reduction);
        };
    return decode(
        bytes, size | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION, ImageFormat.JPEG, false);
  }

  /**
   * Any format with the channels and depth that it has, of an animation the first picture.
   *
   * @param inverted whether the highest sample of the result is black
   */
  public @Nullable NativeImage decodeUnchanged(byte[] bytes, ImageFormat format, boolean inverted) {
    return decode(bytes, opencv_imgcodecs.IMREAD_UNCHANGED, format, inverted);
  }

  /**
   * Pictures of an animation, each as it is shown, not more than there are.
   *
   * @param first 0 for the first picture
   */
  public List<NativeImage> decodeFrames(byte[] bytes, ImageFormat format, int first, int count) {
    List<NativeImage> frames = new ArrayList<>();
    try (BytePointer copy = new BytePointer(bytes);
        Mat file = new Mat(1, bytes.length, opencv_core.CV_8UC1, copy);
        opencv_imgcodecs.Animation animation = new opencv_imgcodecs.Animation()) {
      if (opencv_imgcodecs.imdecodeanimation(file, animation, first, count)) {
        MatVector mats = animation.frames();
        for (long i = 0; i < Math.min(count, mats.size()); i++) {
          // A second owner of its memory, which stays when the animation goes.
          frames.add(new NativeImage(new Mat(mats.get(i)), format, false));
        }
      }
      return frames;
    } catch (RuntimeException e) {
      frames.forEach(NativeImage::close);
      throw new OpenCvException(e);
    }
  }

  private static @Nullable NativeImage decode(
      byte[] bytes, int flags, ImageFormat format, boolean inverted) {
    try (BytePointer copy = new BytePointer(bytes);
        Mat file = new Mat(1, bytes.length, opencv_core.CV_8UC1, copy)) {
      Mat mat = opencv_imgcodecs.imdecode(file, flags);
      if (mat.empty()) {
        mat.close();
        return null;
      }
      return new NativeImage(inKnownDepth(mat), format, inverted);
    } catch (RuntimeException e) {
      throw new OpenCvException(e);
    }
  }

  private static Mat inKnownDepth(Mat mat) {
    return switch (mat.depth()) {
      case opencv_core.CV_8U, opencv_core.CV_16U, opencv_core.CV_32F -> mat;
      default -> {
        try (mat) {
          Mat floats = new Mat();
          mat.convertTo(floats, opencv_core.CV_32F);
          yield floats;
        }
      }
    };
  }
}
