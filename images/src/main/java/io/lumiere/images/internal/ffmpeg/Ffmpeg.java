package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.ImageException;
import io.lumiere.images.PassingImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.internal.javacpp.NativeLibraries;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;

/** FFmpeg's decoders and its conversion of colours, without its files, networks and devices. */
final class Ffmpeg {
  static {
    NativeLibraries.load(avutil.class, avcodec.class, swscale.class);
    // What is wrong with a file is said by an exception.
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
  }

  private Ffmpeg() {}

  /**
   * Loads the libraries, once.
   *
   * @throws LinkageError if they are not there for this platform or do not load
   */
  static void load() {
    // The work is done by the time that the class can be called.
  }

  /** The exception that an FFmpeg function's result, below 0, stands for. */
  static ImageException failure(int error) {
    if (error == avutil.AVERROR_ENOMEM()) {
      return new PassingImageException("its picture takes too much memory");
    }
    if (error == avutil.AVERROR_PATCHWELCOME()) {
      return new UnsupportedImageException("not supported: its picture is of a rare kind");
    }
    return new CorruptImageException("its picture is damaged");
  }
}
