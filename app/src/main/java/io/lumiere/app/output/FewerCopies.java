package io.lumiere.app.output;

import io.lumiere.base.Plural;

/** Says that photos are in fewer copies than a collection is to have. Thread-safe. */
public final class FewerCopies {
  private FewerCopies() {}

  public static void print(Console console, long photos) {
    console
        .err()
        .println(
            Plural.of(photos, "photo")
                + " went to fewer copies than the collection is to have: a node is down, and"
                + " takes them when it is back");
  }
}
