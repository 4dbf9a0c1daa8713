package io.lumiere.app.output;

import io.lumiere.cluster.collection.CollectionAddress;
import java.nio.file.Path;

/**
 * Says of an index or a collection without photos that it has none: that nothing is found has a
 * simple reason. Thread-safe.
 */
public final class EmptyIndex {
  private EmptyIndex() {}

  public static void tell(Console console, Path index) {
    console
        .err()
        .println(
            "The index " + index + " is still empty: 'lumiere index DIR' fills it with photos");
  }

  public static void tell(Console console, CollectionAddress collection) {
    console
        .err()
        .println(
            "The collection "
                + collection
                + " is still empty: 'lumiere index DIR --to "
                + collection
                + "' fills it with photos");
  }
}
