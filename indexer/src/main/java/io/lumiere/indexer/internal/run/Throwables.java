package io.lumiere.indexer.internal.run;

import org.jspecify.annotations.Nullable;

/** Errors of one thread, thrown in another. */
public final class Throwables {
  private Throwables() {}

  /** Throws {@code reason} as it is if it is unchecked, otherwise wrapped. */
  public static void throwUnchecked(@Nullable Throwable reason) {
    if (reason instanceof RuntimeException e) {
      throw e;
    } else if (reason instanceof Error e) {
      throw e;
    }
    throw new IllegalStateException(reason);
  }
}
