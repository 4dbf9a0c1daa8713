package io.lumiere.solr.node;

import java.io.IOException;

/**
 * Ends this process when the one that started it has ended, however that came about: the pipe to
 * this process's input is closed then. Thread-safe.
 */
final class ParentWatch {
  private ParentWatch() {}

  static void start() {
    Thread.ofPlatform().daemon().name("end of the parent").start(ParentWatch::waitForTheEnd);
  }

  private static void waitForTheEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is said to this process.
      }
    } catch (IOException e) {
      // As good as an end.
    }
    // Without hooks: what is acknowledged is in the log of updates already.
    Runtime.getRuntime().halt(0);
  }
}
