package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.Reread;
import io.lumiere.indexer.internal.metadata.Present;
import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.store.KnownPhoto;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which photos are read again although their size, time and sidecars are unchanged: those
 * that another reader read, or the same reader with other settings; those that somebody asks for;
 * those whose date was refused because it was in the future and is past now; and those that the
 * file system reports as changed. For one thread.
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

  /** Whether a photo that seems unchanged must be read again. */
  boolean isDue(DiskFile file, KnownPhoto known) {
    return reader.isOutdated(known.reading().by(), hasPlaces)
        || isPast(known.reading().future(), file)
        || isChanged(known.reading().changed(), file);
  }

  private boolean isPast(@Nullable LocalDateTime future, DiskFile file) {
    return future != null && !future.isAfter(present.latest(Instant.ofEpochMilli(file.modified())));
  }

  private boolean isChanged(@Nullable Long changed, DiskFile file) {
    // An index of an older version lacks this time; one made on another file system may have
    // another.
    Long now = changed == null ? null : changes.of(file);
    return now != null && !now.equals(changed);
  }

  /** The paths that somebody asked for where the walk met no file. */
  Set<String> unmet() {
    return unmet;
  }
}
