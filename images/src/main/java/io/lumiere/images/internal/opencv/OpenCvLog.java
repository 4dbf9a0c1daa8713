package io.lumiere.images.internal.opencv;

import com.sun.jna.NativeLibrary;
import java.io.File;
import java.util.Arrays;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Turns off what OpenCV prints about damaged files, which names no photo; what is wrong is said by
 * exceptions. Its bindings have no function for that.
 */
final class OpenCvLog {
  /** cv::utils::logging::setLogLevel(LogLevel), as compilers for Linux and macOS name it. */
  private static final String SET_LEVEL = "_ZN2cv5utils7logging11setLogLevelENS1_8LogLevelE";

  private static final int SILENT = 0;

  private OpenCvLog() {}

  /** Does nothing where the environment gives a level, or the function is not found. */
  static void turnOff() {
    if (System.getenv("OPENCV_LOG_LEVEL") != null) {
      return;
    }
    try {
      File folder = new File(Loader.load(opencv_core.class)).getParentFile();
      String[] core = folder.list((where, name) -> name.startsWith("libopencv_core"));
      if (core == null || core.length == 0) {
        return;
      }
      Arrays.sort(core);
      NativeLibrary.getInstance(new File(folder, core[0]).getPath())
          .getFunction(SET_LEVEL)
          .invokeInt(new Object[] {SILENT});
    } catch (LinkageError e) {
      return; // Decoding works as well.
    }
  }
}
