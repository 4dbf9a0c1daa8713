package io.lumiere.images.internal.work;

import java.util.concurrent.CancellationException;

/** How work in Java hears that nobody waits for it any more. */
public final class Stop {
  private Stop() {}

  /** Whether the work of this thread is to end; nothing is thrown, and it stays so. */
  public static boolean isAsked() {
    return Thread.currentThread().isInterrupted();
  }

  /**
   * To be called wherever a second of work can lie behind.
   *
   * @throws CancellationException if the work is to end
   */
  public static void check() {
    if (isAsked()) {
      throw new CancellationException("decoding was stopped");
    }
  }
}
