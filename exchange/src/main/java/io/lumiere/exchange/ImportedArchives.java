package io.lumiere.exchange;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexMismatchException;
import io.lumiere.schema.IndexModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Of which archives the photos of an index are, while records come into it.
 *
 * @param file what to call the records in messages
 * @param named the archive that a person named for them; null for none
 * @param before what the index said before; null for a new one
 * @param origin what the file says of itself; null if nothing
 * @param areApart whether photos of other archives stay what they are
 */
record ImportedArchives(
    String file,
    @Nullable Path named,
    @Nullable IndexMetadata before,
    @Nullable IndexMetadata origin,
    boolean areApart) {

  /** Where files of the records are; null if nothing says it. */
  @Nullable Path folder() {
    if (named != null) {
      return named.toAbsolutePath().normalize();
    }
    return before == null ? null : Path.of(before.archive());
  }

  /**
   * Refuses records of other archives than the index's where all its photos count as of one: the
   * next index run would remove what is not in that one. A person who names the index's own archive
   * says that they are of it.
   *
   * @param index what to call it in the message
   * @param hasPhotos whether it has any; what has none may become one of any archive
   */
  void requireOfIndex(String index, boolean hasPhotos) {
    if (areApart || before == null) {
      return;
    }
    String own = before.archive();
    String other = named == null ? foreign(before) : named.toAbsolutePath().normalize().toString();
    if (other == null || isSame(other, own) || (named != null && !hasPhotos)) {
      return;
    }
    throw named == null
        ? new IndexMismatchException(
            Fault.RECORDS_OF_OTHER_ARCHIVE,
            own,
            file + " has photos of the archive " + other + ", and index " + index + " is of " + own)
        : new IndexMismatchException(
            Fault.INDEX_OF_OTHER_ARCHIVE,
            "index " + index + " has photos of the archive " + own + ", and not of " + other);
  }

  /** An archive of the file that the index does not have; null if there is none. */
  private @Nullable String foreign(IndexMetadata index) {
    if (origin == null || !isSame(origin.archive(), index.archive())) {
      return origin == null ? null : origin.archive();
    }
    return new TreeSet<>(origin.otherArchives())
        .stream().filter(each -> !index.otherArchives().contains(each)).findFirst().orElse(null);
  }

  private static boolean isSame(String one, String two) {
    if (one.equals(two)) {
      return true;
    }
    try {
      return Files.isSameFile(Path.of(one), Path.of(two));
    } catch (InvalidPathException | IOException e) {
      return false; // One of them is not there, or is a path of another platform.
    }
  }

  /**
   * What is said of the index.
   *
   * @param hasNew whether photos come that it did not have; others stay of the archive that they
   *     were of
   */
  IndexMetadata metadata(IndexModels models, boolean hasNew) {
    String archive = archive();
    Set<String> others = new TreeSet<>();
    if (before != null) {
      others.addAll(before.otherArchives());
    }
    if (origin != null && (before == null || hasNew)) {
      others.addAll(origin.otherArchives());
    }
    if (areApart && before != null && hasNew) {
      String ofNew = origin == null || named != null ? archive : origin.archive();
      Stream.of(before.archive(), ofNew).filter(each -> !each.equals(archive)).forEach(others::add);
    }
    return new IndexMetadata(models, archive, others);
  }

  private String archive() {
    if (named != null) {
      return named.toAbsolutePath().normalize().toString();
    }
    if (before != null) {
      return before.archive();
    }
    if (origin != null) {
      return origin.archive();
    }
    throw new LumiereException(Fault.ARCHIVE_UNNAMED, file + " does not say where its photos are");
  }
}
