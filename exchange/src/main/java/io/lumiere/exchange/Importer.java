package io.lumiere.exchange;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Takes records into an index, which is made where there is none. A record replaces the photo of
 * its id, or that of its path where it has no id. All of it becomes visible in one commit at the
 * end: an import that fails, is stopped or dies leaves the index as it was, and is run again from
 * the beginning. One record is held in memory at a time, which has 16 MB at most, and of a Parquet
 * file one page of each column. A file that cannot be read, or gives nothing for a minute, is an
 * error, whatever is in it. Thread-safe.
 */
public final class Importer {
  private final ImportTarget.Opening target;
  private final ImportOptions options;

  /** An importer into a directory; nothing is touched before a run. */
  public Importer(Path index, ImportOptions options) {
    this(new DirectoryTarget.Opening(index.toAbsolutePath().normalize()), options);
  }

  /** An importer; nothing is touched before a run. */
  public Importer(ImportTarget.Opening target, ImportOptions options) {
    this.target = target;
    this.options = options;
  }

  /**
   * Imports a file.
   *
   * @param stopped is asked all the time, by two threads, whether to end early; then nothing is
   *     imported
   * @throws io.lumiere.base.LumiereException if the file cannot be read, a record cannot be taken
   *     and is not to be left out, or the index cannot be written; the message can be shown as it
   *     is, and nothing was imported
   */
  public ImportReport run(
      Path file,
      ExchangeFormat format,
      ExchangeProgress.Listener listener,
      BooleanSupplier stopped) {
    return new ImportRun(target, options, file, listener, stopped).run(format);
  }
}
