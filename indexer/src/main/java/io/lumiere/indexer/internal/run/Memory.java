package io.lumiere.indexer.internal.run;

/** The memory that this Java may use. */
final class Memory {
  private static final long MAX_FILES_IN_FLIGHT = 512L << 20;

  private Memory() {}

  /**
   * How many bytes of files may be in memory at a time. An eighth of all leaves room for what is
   * known of a million photos, and for the graphs of their vectors when segments are merged.
   */
  static long fileBudget() {
    return Math.min(MAX_FILES_IN_FLIGHT, Runtime.getRuntime().maxMemory() / 8);
  }

  static FileFailure failure(OutOfMemoryError e) {
    return FileFailure.passing(
        "it needs more than the "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MiB of memory that this Java may use: allow it more with -Xmx",
        e);
  }
}
