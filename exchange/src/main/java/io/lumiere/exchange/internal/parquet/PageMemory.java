package io.lumiere.exchange.internal.parquet;

import java.io.IOException;

/**
 * Counts what the pages in memory take. A file says itself how large its pages are, and there is
 * one of each column at a time: so all together are bounded by a part of the heap. For one thread.
 */
final class PageMemory {
  /** The largest page; writers make them of 1 MB, and of 100 MB at most. */
  static final int MAX_PAGE = 256 << 20;

  private final long limit;
  private long held;

  PageMemory() {
    this(Runtime.getRuntime().maxMemory() / 2);
  }

  /** A count up to a limit in bytes. */
  PageMemory(long limit) {
    this.limit = limit;
  }

  /**
   * Counts bytes before they are allocated.
   *
   * @throws IOException if they are too many
   */
  void hold(long bytes) throws IOException {
    requireRoom(bytes);
    held += bytes;
  }

  /**
   * Checks that there is room for bytes that are needed only briefly.
   *
   * @throws IOException if they are too many
   */
  void requireRoom(long bytes) throws IOException {
    if (bytes > limit - held) {
      throw new IOException(
          "its pages take more memory than the "
              + (limit >> 20)
              + " MB that there are for them: write it with smaller pages, or allow more with"
              + " LUMIERE_JAVA_OPTS=-Xmx4g");
    }
  }

  /** Counts bytes that are no longer held. */
  void release(long bytes) {
    held -= bytes;
  }
}
