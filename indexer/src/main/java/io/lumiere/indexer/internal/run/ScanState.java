package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.IndexerOptions;
import io.lumiere.schema.SkippedFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the archive was walked last. Rules that were named once hold for later runs too: otherwise a
 * run without them would add photos that a person has excluded.
 *
 * @param excludes the rules of the command line
 * @param skipped files that were not taken for photos
 */
record ScanState(List<String> excludes, SkippedFiles skipped) {
  private static final String EXCLUDES = "lumiere.excludes";

  /** The state in a commit. */
  static ScanState of(Map<String, String> committed) {
    return new ScanState(
        globs(List.of(committed.getOrDefault(EXCLUDES, "").split("\n"))),
        SkippedFiles.fromUserData(committed));
  }

  /** The state before a walk with these options. */
  ScanState next(IndexerOptions options) {
    List<String> named = options.excludes();
    return named == null ? this : new ScanState(globs(named), skipped);
  }

  ScanState withSkipped(SkippedFiles counted) {
    return new ScanState(excludes, counted);
  }

  private static List<String> globs(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  /** As commit user data, with that of another state. */
  Map<String, String> toUserData(ReaderState readBy) {
    Map<String, String> data = new TreeMap<>(readBy.toUserData());
    data.put(EXCLUDES, String.join("\n", excludes));
    data.putAll(skipped.toUserData());
    return data;
  }
}
