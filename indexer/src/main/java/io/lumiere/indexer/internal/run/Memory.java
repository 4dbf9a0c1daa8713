package io.lumiere.indexer.internal.run;

/** The memory that this Java may use. */
final class Memory {
  private static final long MAX_FILES_IN_FLIGHT = 512L << 20;

  private Memory() {}

  /** How many bytes of files may be in memory at a time. */
  static long fileBudget() {
    return Math.min(MAX_FILES_IN_FLIGHT, Runtime.getRuntime().maxMemory() / 4);
  }

  static FileFailure failure(OutOfMemoryError e) {
    return FileFailure.passing(
        "it needs more than the "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MiB of memory that this Java may use: allow it more with -Xmx",
        e);
  }
}
