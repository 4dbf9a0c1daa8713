package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.IndexerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * With what the metadata of photos are read. Each photo's document has it as one text, so that a
 * run that was stopped goes on where it was; the commit has what later runs keep: a zone that was
 * named once, and the table of places where a run has none. A photo that was read with another
 * state is read again, and not encoded again.
 *
 * @param reader {@link PhotoReader#VERSION}
 * @param zone the zone that a person named; empty for none
 * @param places name of the table of places; empty for none
 */
record ReaderState(String reader, String zone, String places) {
  private static final String READER = "lumiere.reader";
  private static final String ZONE = "lumiere.zone";
  private static final String PLACES = "lumiere.places";

  /** The state in a commit; empty texts where it has none. */
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

  /**
   * Whether reading a photo again may give other metadata.
   *
   * @param by what they were read with, as {@link #text} gave it; null where that is not known
   * @param hasPlaces whether a table of places is at hand: where none is, the names stay
   */
  boolean isOutdated(@Nullable String by, boolean hasPlaces) {
    return by == null || !(hasPlaces ? by.equals(text(true)) : by.startsWith(text(false)));
  }

  /**
   * As a photo's document has it.
   *
   * @param hasPlaces whether a table of places is at hand
   */
  String text(boolean hasPlaces) {
    return reader + "|" + zone + "|" + (hasPlaces ? places : "");
  }

  /**
   * This state for a commit of a run that goes on: not all files that failed before have been tried
   * yet.
   */
  ReaderState withReader(String before) {
    return new ReaderState(before, zone, places);
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
