package io.lumiere.app.option;

import java.util.Map;
import java.util.TreeMap;

/** Why commands that take an index take no collection in place of one. Thread-safe. */
final class CollectionReasons {
  private static final Map<String, String> REASONS =
      new TreeMap<>(
          Map.of(
              "eval", "it measures how well captions find their photos, which is the same there",
              "index", "photos go there by --to"));

  private CollectionReasons() {}

  /** Of a command by its name. */
  static String of(String command) {
    return REASONS.getOrDefault(command, "it reads the files of an index");
  }
}
