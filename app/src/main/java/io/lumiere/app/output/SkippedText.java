package io.lumiere.app.output;

import io.lumiere.schema.SkippedFiles;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which files were not taken for photos. */
final class SkippedText {
  private SkippedText() {}

  /** The kinds and how many of each, the most first. */
  static String of(SkippedFiles files) {
    return files.counts().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(kind -> kind.getKey() + " " + kind.getValue())
        .collect(Collectors.joining(", "));
  }
}
