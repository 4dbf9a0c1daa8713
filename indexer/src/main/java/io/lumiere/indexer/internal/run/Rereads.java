package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.Reread;
import io.lumiere.indexer.internal.metadata.Present;
import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.internal.store.KnownPhoto;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which photos are read again although size, time and sidecars are as they were: those that
 * another reader read, or the same with other settings, those that somebody asks for, those whose
 * date was refused as one of the future and is past now, and those that the file system says were
 * changed. For one thread.
 */
final class Rereads {
  private final ReaderState reader;
  private final boolean hasPlaces;
  private final Present present;
  private final Reread asked;
  private final ChangeTimes changes;
  private final Set<String> unmet;

  /**
   * Rereads of one run.
   *
   * @param hasPlaces whether a table of places is at hand
   */
  Rereads(
      ReaderState reader, boolean hasPlaces, Present present, Reread asked, ChangeTimes changes) {
    this.reader = reader;
    this.hasPlaces = hasPlaces;
    this.present = present;
    this.asked = asked;
    this.changes = changes;
    this.unmet = new TreeSet<>(asked.paths());
  }

  /** Whether somebody asks for the file. */
  boolean isAsked(DiskFile file) {
    unmet.removeIf(path -> Reread.isWithin(file.path(), path));
    return asked.includes(file.path());
  }

  /** Whether the photo is to be read again that seems to be as it was. */
  boolean isDue(DiskFile file, KnownPhoto known) {
    return reader.isOutdated(known.reading().by(), hasPlaces)
        || isPast(known.reading().future(), file)
        || isChanged(known.reading().changed(), file);
  }

  private boolean isPast(@Nullable LocalDateTime future, DiskFile file) {
    return future != null && !future.isAfter(present.latest(Instant.ofEpochMilli(file.modified())));
  }

  private boolean isChanged(@Nullable Long changed, DiskFile file) {
    // An index of before does not know it; one of another file system may.
    Long now = changed == null ? null : changes.of(file);
    return now != null && !now.equals(changed);
  }

  /** The paths that somebody asks for and where no file was. */
  Set<String> unmet() {
    return unmet;
  }
}
