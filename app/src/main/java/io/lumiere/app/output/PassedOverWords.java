package io.lumiere.app.output;

import io.lumiere.schema.PassedOver;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which files were not taken for photos. */
final class PassedOverWords {
  private PassedOverWords() {}

  /** The kinds and how many of each, the most first. */
  static String of(PassedOver files) {
    return files.counts().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(kind -> kind.getKey() + " " + kind.getValue())
        .collect(Collectors.joining(", "));
  }
}
