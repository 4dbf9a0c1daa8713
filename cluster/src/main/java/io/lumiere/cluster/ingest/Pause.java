package io.lumiere.cluster.ingest;

import io.lumiere.base.LumiereException;

/** Waits for others. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while others were waited for", e);
    }
  }
}
