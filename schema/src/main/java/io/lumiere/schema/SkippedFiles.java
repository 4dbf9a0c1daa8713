package io.lumiere.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of an archive that the last run did not take for photos, by kind. A part of the commit
 * user data. Immutable.
 *
 * @param counts how many, by what the kind is called; never 0
 */
public record SkippedFiles(Map<String, Long> counts) {
  /** No file, or no run that counted. */
  public static final SkippedFiles NONE = new SkippedFiles(Map.of());

  private static final String KEY = "lumiere.passed-over";
  private static final int MAX_KINDS = 40;
  private static final String OTHERS = "others";

  /** Keeps the kinds with most files; the rest is counted together. */
  public SkippedFiles {
    Map<String, Long> kept = new TreeMap<>();
    counts.entrySet().stream()
        .filter(kind -> kind.getValue() > 0)
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(kind ->
            kept.merge(
                kept.size() < MAX_KINDS ? kind.getKey() : OTHERS, kind.getValue(), Long::sum));
    counts = Collections.unmodifiableMap(kept);
  }

  /** How many files there were. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** As commit user data. */
  public Map<String, String> toUserData() {
    StringBuilder text = new StringBuilder();
    counts.forEach((kind, count) -> text.append(kind).append('=').append(count).append('\n'));
    return Map.of(KEY, text.toString());
  }

  /** Reads commit user data; what is not understood is left out. */
  public static SkippedFiles fromUserData(Map<String, String> data) {
    Map<String, Long> counts = new TreeMap<>();
    for (String line : data.getOrDefault(KEY, "").split("\n")) {
      int equals = line.lastIndexOf('=');
      if (equals > 0 && line.substring(equals + 1).matches("\\d{1,18}")) {
        counts.put(line.substring(0, equals), Long.valueOf(line.substring(equals + 1)));
      }
    }
    return new SkippedFiles(counts);
  }
}
