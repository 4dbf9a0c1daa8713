package io.lumiere.app.output;

import java.nio.file.Path;

/**
 * Says of an index without photos that it has none: that nothing is found has a simple reason.
 * Thread-safe.
 */
public final class EmptyIndex {
  private EmptyIndex() {}

  public static void tell(Console console, Path index) {
    console
        .err()
        .println(
            "The index " + index + " is still empty: 'lumiere index DIR' fills it with photos");
  }
}
