package io.lumiere.exchange;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Pulse;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowCompletion;
import io.lumiere.exchange.internal.rows.RowSource;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.store.IndexErrors;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One import. For one thread, once. */
final class ImportRun {
  private static final int PROBLEMS_KEPT = 100;

  private final ImportTarget.Opening opening;
  private final ImportOptions options;
  private final Path file;
  private final ExchangeTicker ticker;
  private final BooleanSupplier stopped;
  private final List<String> problems = new ArrayList<>();
  private long bad;
  private @Nullable IndexMetadata before;
  private @Nullable IndexMetadata origin;
  private @Nullable ImportedArchives archives;
  private @Nullable VectorFields fields;
  private @Nullable RowTaker taker;

  ImportRun(
      ImportTarget.Opening opening,
      ImportOptions options,
      Path file,
      ExchangeProgress.Listener listener,
      BooleanSupplier stopped) {
    this.opening = opening;
    this.options = options;
    this.file = file;
    this.ticker = new ExchangeTicker(listener);
    this.stopped = stopped;
  }

  ImportReport run(ExchangeFormat format) {
    opening.check();
    Watchdog watch = new Watchdog(file, opening.left(), stopped);
    try (RowSource source = watch.call(pulse -> Sources.open(file, format, options, pulse));
        ImportTarget target = opening.open(stopped)) {
      Map<String, String> committed = target.committedData();
      before = committed.isEmpty() ? null : IndexMetadata.fromUserData(committed, opening.name());
      watch.call(pulse -> takeAll(source, target, pulse));
      requireSome();
      target.complete(commitData(committed, source.origin()));
      long photos = target.count();
      ticker.last(taken(), 1);
      return report(photos, false);
    } catch (InterruptedIOException e) {
      return report(0, true);
    } catch (IOException e) {
      throw IndexErrors.reading(opening.name(), e);
    }
  }

  /** Imports all rows, and returns how many could not be imported. */
  private long takeAll(RowSource source, ImportTarget target, Pulse pulse) throws IOException {
    while (!stopped.getAsBoolean()) {
      try {
        Row row = next(source, pulse);
        if (row == null) {
          return bad;
        }
        taker(source, target).take(row);
      } catch (BadRowException e) {
        leaveOut(source.place() + ": " + e.getMessage(), e);
      }
      ticker.tick(taken() + bad, source.part());
    }
    throw new InterruptedIOException("the import was stopped");
  }

  private @Nullable Row next(RowSource source, Pulse pulse)
      throws BadRowException, InterruptedIOException {
    pulse.reading(true);
    try {
      pulse.beat();
      return source.next();
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new LumiereException(
          file
              + " cannot be read on after "
              + source.place()
              + ": "
              + e.getMessage()
              + "; "
              + opening.left(),
          e);
    } finally {
      pulse.reading(false);
    }
  }

  private void leaveOut(String problem, BadRowException e) {
    if (!options.skipBad()) {
      throw e.ending(file + ", " + problem + "; " + opening.left());
    }
    bad++;
    if (problems.size() < PROBLEMS_KEPT) {
      problems.add(problem);
    }
  }

  /** What a file says about its origin is known once its first row is read. */
  private RowTaker taker(RowSource source, ImportTarget target) {
    if (taker == null) {
      origin = origin(source.origin());
      archives =
          new ImportedArchives(
              file.toString(), options.archive(), before, origin, target.holdsSeveralArchives());
      archives.requireOfIndex(opening.name(), before != null && target.count() > 0);
      fields =
          new VectorFields(
              opening.name(),
              before == null ? null : before.models(),
              origin == null ? null : origin.models(),
              options.model(),
              options.update());
      taker =
          new RowTaker(
              target, new RowCompletion(archives.folder()), fields, archives::metadata, options);
    }
    return taker;
  }

  private @Nullable IndexMetadata origin(Map<String, String> said) {
    if (said.isEmpty()) {
      return null;
    }
    try {
      return IndexMetadata.fromUpgradable(said, "it");
    } catch (LumiereException e) {
      String reason =
          e.fault() == Fault.NOT_AN_INDEX
              ? "no schema version is there"
              : BadRowException.shortened(String.valueOf(e.getMessage()));
      throw new LumiereException(
          "what "
              + file
              + " says of the index that it came from cannot be read: "
              + reason
              + "; "
              + opening.left(),
          e);
    }
  }

  private void requireSome() {
    if (taken() > 0) {
      return;
    }
    throw new LumiereException(
        bad == 0
            ? file + " has no records: nothing was imported"
            : "none of the "
                + bad
                + " records of "
                + file
                + " can be imported; the first: "
                + problems.getFirst());
  }

  private Map<String, String> commitData(
      Map<String, String> committed, Map<String, String> ofFile) {
    IndexModels models = models();
    Map<String, String> data =
        Objects.requireNonNull(archives)
            .metadata(models, taker != null && taker.added() > 0)
            .toUserData();
    Map<String, String> kept = IndexMetadata.others(before == null ? ofFile : committed);
    if (before != null && origin != null && !IndexMetadata.others(ofFile).equals(kept)) {
      kept.clear(); // Some photos were read in another way than the others: the next index run
      // reads all of them in one way.
    }
    kept.forEach(data::putIfAbsent);
    return data;
  }

  private IndexModels models() {
    IndexModels models = fields == null ? null : fields.models();
    if (models == null) {
      throw new LumiereException(
          "no record of "
              + file
              + " has a vector, and a new index needs a model: export with vectors, or import into"
              + " an index that is there");
    }
    return models;
  }

  private long taken() {
    return taker == null ? 0 : taker.added() + taker.replaced() + taker.failures();
  }

  private ImportReport report(long photos, boolean wasStopped) {
    return new ImportReport(
        photos,
        taker == null ? 0 : taker.added(),
        taker == null ? 0 : taker.replaced(),
        taker == null ? 0 : taker.failures(),
        taker == null ? 0 : taker.incomplete(),
        bad,
        problems,
        ticker.elapsed(),
        wasStopped);
  }
}
