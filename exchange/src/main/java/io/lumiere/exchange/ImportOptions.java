package io.lumiere.exchange;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How records are imported. Immutable.
 *
 * @param archive root of the photos; null for what the file or the index says
 * @param model made the vectors of records that do not say it; null for none
 * @param ignored names of fields in the file that are skipped
 * @param normalize whether vectors of another length are scaled to unit length
 * @param skipBad whether invalid records are left out; otherwise the first one ends the import
 * @param update whether records are merged into the photos that the index has, and may bring
 *     vectors of a model that it does not have; otherwise they replace the photos
 */
public record ImportOptions(
    @Nullable Path archive,
    @Nullable ModelName model,
    Set<String> ignored,
    boolean normalize,
    boolean skipBad,
    boolean update) {
  /** Complete records of unit vectors, all of them. */
  public static final ImportOptions DEFAULTS =
      new ImportOptions(null, null, Set.of(), false, false, false);

  public ImportOptions {
    ignored = Set.copyOf(ignored);
  }

  /** These options with an archive. */
  public ImportOptions withArchive(@Nullable Path newArchive) {
    return new ImportOptions(newArchive, model, ignored, normalize, skipBad, update);
  }

  /** These options with a model. */
  public ImportOptions withModel(@Nullable ModelName newModel) {
    return new ImportOptions(archive, newModel, ignored, normalize, skipBad, update);
  }

  /** These options, with these fields of the file skipped. */
  public ImportOptions withIgnored(Set<String> newIgnored) {
    return new ImportOptions(archive, model, newIgnored, normalize, skipBad, update);
  }

  /** These options with or without normalising. */
  public ImportOptions withNormalize(boolean newNormalize) {
    return new ImportOptions(archive, model, ignored, newNormalize, skipBad, update);
  }

  /** These options, leaving out bad records or not. */
  public ImportOptions withSkipBad(boolean newSkipBad) {
    return new ImportOptions(archive, model, ignored, normalize, newSkipBad, update);
  }

  /** These options, with records merged into photos or replacing them. */
  public ImportOptions withUpdate(boolean newUpdate) {
    return new ImportOptions(archive, model, ignored, normalize, skipBad, newUpdate);
  }
}
