package io.lumiere.cluster.lock;

import io.lumiere.base.LumiereException;

/** Waits for others. Thread-safe. */
public final class Pause {
  private Pause() {}

  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while others were waited for", e);
    }
  }
}
