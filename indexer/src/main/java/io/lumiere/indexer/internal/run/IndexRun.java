package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.Progress.Phase;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.internal.metadata.MetadataReader;
import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.internal.scan.Reasons;
import io.lumiere.indexer.internal.scan.ScanSink;
import io.lumiere.indexer.internal.scan.Scanner;
import io.lumiere.indexer.internal.store.PhotoStore;
import io.lumiere.indexer.internal.store.Snapshot;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexFolder;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** One run, from the first look at the archive to the last commit. For one thread, once. */
public final class IndexRun {
  private static final int DELETE_BATCH = 1000;

  private final Path archive;
  private final Path index;
  private final List<ModelEncoder> encoders;
  private final IndexerOptions options;
  private final RunState state;
  private final Ticker ticker;
  private final Tally tally = new Tally();

  /** A run; {@code stopped} is asked all the time whether to end. */
  public IndexRun(
      Path archive,
      Path index,
      List<ModelEncoder> encoders,
      IndexerOptions options,
      ProgressListener listener,
      BooleanSupplier stopped) {
    this.archive = archive.toAbsolutePath().normalize();
    this.index = index.toAbsolutePath().normalize();
    this.encoders = encoders;
    this.options = options;
    this.state = new RunState(stopped);
    this.ticker = new Ticker(listener, options.commitInterval());
  }

  /** Brings the index up to date; see {@link io.lumiere.indexer.Indexer#run}. */
  public IndexReport run() {
    requireArchive();
    IndexMetadata before = IndexFolder.inspect(index);
    if (before != null) {
      requireModels(before);
    }
    try (PhotoStore store = PhotoStore.open(index)) {
      return update(store);
    }
  }

  private void requireArchive() {
    ArchiveRoot.requireFolder(archive);
    if (archive.equals(index)) {
      throw new LumiereException(
          archive + " is to be the archive and the index: name another folder with --index");
    }
  }

  private void requireModels(IndexMetadata metadata) {
    encoders.forEach(encoder -> metadata.requireModel(encoder.model(), index.toString()));
  }

  private IndexMetadata newIndex() {
    IndexModels models = IndexModels.of(encoders.getFirst().model());
    for (ModelEncoder encoder : encoders) {
      models = models.with(encoder.model());
    }
    return new IndexMetadata(models, archive.toString());
  }

  private IndexReport update(PhotoStore store) {
    Map<String, String> committed = store.committedData();
    if (committed.isEmpty()) {
      store.describe(newIndex(), ReaderState.of(Map.of()).next(options).toUserData());
      committed = store.committedData();
    }
    // Read again, now that nobody else writes.
    IndexMetadata before = IndexMetadata.fromUpgradable(committed, index.toString());
    requireModels(before);
    ReaderState readBy = ReaderState.of(committed);
    if (IndexMetadata.isOutdated(committed) && !upgrade(store, before, readBy)) {
      return report(store, before, null);
    }
    IndexMetadata now = before.withArchive(archive.toString());
    ReaderState readNow = readBy.next(options);
    try (Snapshot snapshot = store.snapshot()) {
      boolean newReader = !readBy.reader().equals(readNow.reader());
      Plan plan =
          scan(
              snapshot,
              before.archive(),
              new Plan(snapshot, options.retryFailures() || newReader, readBy.isOutdated(readNow)));
      if (plan == null) {
        return report(store, before, null);
      }
      store.describe(now, readBy.toUserData());
      index(store, snapshot, now, plan, readNow);
      if (!state.isStopped()) {
        store.describe(now, readNow.toUserData());
        store.settle();
      }
      IndexReport report = report(store, now, plan);
      ticker.last(tally.progress(Phase.FINISHING));
      return report;
    } catch (IOException e) {
      throw new LumiereException("index " + index + " cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean upgrade(PhotoStore store, IndexMetadata metadata, ReaderState readBy) {
    try {
      boolean done = new Upgrade(store, metadata, state, ticker).run();
      if (done) {
        store.describe(metadata, readBy.toUserData());
      }
      return done;
    } catch (IOException e) {
      throw new LumiereException("index " + index + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Walks the archive; null if the run is stopped meanwhile. */
  private @Nullable Plan scan(Snapshot snapshot, String recorded, Plan plan) {
    boolean guarded = snapshot.size() > 0 && !options.rootMoved();
    ArchiveRoot root = guarded ? ArchiveRoot.of(archive, recorded) : ArchiveRoot.SAME;
    root.requireNotOther(archive, index, recorded);
    ScanSink sink =
        new ScanSink() {
          @Override
          public void photo(DiskFile file) {
            plan.photo(file);
            ticker.tick(() -> tally.scanning(plan.found()));
          }

          @Override
          public void other() {
            plan.other();
          }

          @Override
          public void unreadable(String path, String reason, boolean maybePhoto) {
            if (path.isEmpty()) {
              throw new LumiereException("archive " + archive + ": " + reason);
            }
            plan.unreadable(path, reason, maybePhoto);
          }
        };
    try {
      new Scanner(archive, index, options.followLinks(), state::isStopped, sink).scan();
    } catch (IOException e) {
      throw new LumiereException("archive " + archive + ": " + Reasons.of(e), e);
    }
    if (state.isStopped()) {
      return null;
    }
    root.requireLikeness(archive, index, recorded, plan.sameSize(), snapshot.size());
    requirePhotos(plan, snapshot);
    return plan;
  }

  private void requirePhotos(Plan plan, Snapshot snapshot) {
    if (plan.found() == 0 && snapshot.size() > 0 && !options.allowEmpty()) {
      throw new LumiereException(
          String.format(
              "there is no photo in %s and the index %s has %d: is a disk not mounted? If they are"
                  + " gone for good, say so with --allow-empty",
              archive, index, snapshot.size()));
    }
  }

  private void index(
      PhotoStore store, Snapshot snapshot, IndexMetadata metadata, Plan plan, ReaderState readNow) {
    tally.begin(plan.found(), plan.unchanged(), plan.tasks().size(), plan.failures());
    Vanished vanished = new Vanished(plan.vanished(), snapshot);
    PhotoReader reader =
        new PhotoReader(
            snapshot,
            metadata.models().all(),
            vanished,
            new Twins(plan.tasks()),
            new PixelReader(fieldEncoders(metadata)),
            new MetadataReader(
                Clock.systemUTC(),
                readNow.zone().isEmpty() ? null : ZoneId.of(readNow.zone()),
                new LazyPlaces(ReaderState.table(options))));
    Pipeline pipeline =
        new Pipeline(
            plan.tasks(),
            new FileLoader(archive, "it changed after it was found; the next run reads it"),
            reader,
            store,
            tally,
            state,
            Math.min(options.workers(), Math.max(1, plan.tasks().size())));
    new PipelineRun(pipeline, store, tally, state, ticker).run(() -> delete(store, plan, vanished));
  }

  private List<FieldEncoder> fieldEncoders(IndexMetadata metadata) {
    return encoders.stream()
        .map(encoder ->
            new FieldEncoder(metadata.requireModel(encoder.model(), index.toString()), encoder))
        .toList();
  }

  private void delete(PhotoStore store, Plan plan, Vanished vanished) {
    List<Term> gone = new ArrayList<>();
    vanished.unclaimed().forEach(photo -> gone.add(new Term(Fields.PATH, photo.path())));
    tally.delete(gone.size());
    plan.vanishedFailures().forEach(path -> gone.add(new Term(Fields.FAILURE_PATH, path)));
    for (int i = 0; i < gone.size(); i += DELETE_BATCH) {
      store.delete(gone.subList(i, Math.min(gone.size(), i + DELETE_BATCH)));
    }
  }

  private List<String> modelsLeftOut(IndexMetadata metadata) {
    return metadata.models().all().stream()
        .filter(indexed ->
            encoders.stream().noneMatch(encoder -> encoder.model().equals(indexed.model())))
        .map(IndexedModel::exactName)
        .toList();
  }

  private IndexReport report(PhotoStore store, IndexMetadata metadata, @Nullable Plan plan) {
    return new IndexReport(
        store.count(Fields.SIZE),
        tally.get(Kind.ADDED),
        tally.get(Kind.UPDATED),
        tally.get(Kind.MOVED),
        tally.get(Kind.UNCHANGED),
        tally.deleted(),
        plan == null ? 0 : plan.others(),
        tally.bytes(),
        tally.failures(),
        modelsLeftOut(metadata),
        tally.elapsed(),
        state.isStopped());
  }
}
