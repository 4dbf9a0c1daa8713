package io.lumiere.exchange;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
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
