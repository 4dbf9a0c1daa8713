package io.lumiere.app.option;

import java.util.Map;

/** Why commands that take an index take no collection in place of one. Thread-safe. */
final class CollectionReasons {
  private static final Map<String, String> REASONS = Map.of("index", "photos go there by --to");

  private CollectionReasons() {}

  /** Of a command by its name. */
  static String of(String command) {
    return REASONS.getOrDefault(command, "it reads the files of an index");
  }
}
