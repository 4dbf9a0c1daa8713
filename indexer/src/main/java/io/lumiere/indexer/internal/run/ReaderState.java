package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.IndexerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata of an index's photos were read with. Where it changes, unchanged photos are
 * read again, and not encoded again. A zone that was named once holds for later runs, and an index
 * that has names of places keeps them where a run has no table.
 *
 * @param reader {@link PhotoReader#VERSION}
 * @param zone the zone that a person named; empty for none
 * @param places name of the table of places; empty for none
 */
record ReaderState(String reader, String zone, String places) {
  private static final String READER = "lumiere.reader";
  private static final String ZONE = "lumiere.zone";
  private static final String PLACES = "lumiere.places";

  /** The state that a commit has; empty texts where it has none. */
  static ReaderState of(Map<String, String> committed) {
    return new ReaderState(
        committed.getOrDefault(READER, ""),
        committed.getOrDefault(ZONE, ""),
        committed.getOrDefault(PLACES, ""));
  }

  /** The state after a run with these options. */
  ReaderState next(IndexerOptions options) {
    Path table = table(options);
    return new ReaderState(
        PhotoReader.VERSION,
        options.zone() == null ? zone : options.zone().getId(),
        table == null ? places : table.getFileName().toString());
  }

  /** The table of places where there is one. */
  static @Nullable Path table(IndexerOptions options) {
    Path table = options.places();
    return table != null && Files.isRegularFile(table) ? table : null;
  }

  /** Whether the metadata of photos that were read in this state may be others now. */
  boolean isOutdated(ReaderState now) {
    return !zone.equals(now.zone) || !places.equals(now.places);
  }

  /** As commit user data. */
  Map<String, String> toUserData() {
    Map<String, String> data = new TreeMap<>();
    data.put(READER, reader);
    data.put(ZONE, zone);
    data.put(PLACES, places);
    return data;
  }
}
