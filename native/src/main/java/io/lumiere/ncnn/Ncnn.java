package io.lumiere.ncnn;

import io.lumiere.ncnn.internal.NativeCalls;

/** Facts about the ncnn that is built in. Thread-safe. */
public final class Ncnn {
  private Ncnn() {}

  /**
   * Returns the version of ncnn, such as {@code 1.0.20261020}.
   *
   * @throws NcnnException if the native library cannot be loaded on this machine
   */
  public static String version() {
    return NativeCalls.version();
  }
}
