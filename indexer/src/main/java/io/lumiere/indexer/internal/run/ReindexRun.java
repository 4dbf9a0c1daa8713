package io.lumiere.indexer.internal.run;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.ReindexOptions;
import io.lumiere.indexer.ReindexOptions.DefaultChange;
import io.lumiere.indexer.ReindexReport;
import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.PhotoDestination;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Adds a model's vectors to an index. For one thread, once. */
public final class ReindexRun {
  private final PhotoDestination destination;
  private final ModelEncoder encoder;
  private final ReindexOptions options;
  private final RunState state;
  private final Ticker ticker;
  private final Tally tally = new Tally();

  /** A run; {@code control} is asked all the time. */
  public ReindexRun(
      PhotoDestination destination,
      ModelEncoder encoder,
      ReindexOptions options,
      ProgressListener listener,
      RunControl control) {
    this.destination = destination;
    this.encoder = encoder;
    this.options = options;
    this.state = new RunState(control);
    this.ticker = new Ticker(listener, options.commitInterval());
  }

  /** Adds the vectors; see {@link io.lumiere.indexer.Reindexer#add}. */
  public ReindexReport run() {
    try (PhotoStore store = destination.openExisting(state::isStopped)) {
      String index = destination.name();
      IndexMetadata before = IndexMetadata.fromUserData(store.committedData(), index);
      IndexMetadata now = before.withModels(before.models().with(encoder.model()));
      IndexedModel model = now.requireModel(encoder.model(), index);
      // From here on searches may name the model.
      store.describe(now);
      try (StoredPhotos snapshot = store.photos(state::isStopped)) {
        addVectors(store, snapshot, now, model);
      }
      return end(store, now, model);
    }
  }

  private void addVectors(
      PhotoStore store, StoredPhotos snapshot, IndexMetadata metadata, IndexedModel model) {
    List<FileTask> tasks = tasks(snapshot, model);
    tally.begin(snapshot.size(), snapshot.size() - tasks.size(), tasks.size(), List.of());
    if (tasks.isEmpty()) {
      return;
    }
    Path archive = requireArchive(metadata);
    StageClock stages = new StageClock();
    VectorAdder adder =
        new VectorAdder(
            snapshot,
            metadata.models().all(),
            model.field(),
            new Duplicates(tasks),
            new PixelReader(List.of(new FieldEncoder(model, encoder)), stages, state::isAbandoned));
    Pipeline pipeline =
        new Pipeline(
            tasks,
            new FileLoader(archive, adder.otherFile()),
            adder,
            store,
            tally,
            state,
            stages,
            Math.min(options.workers(), tasks.size()));
    new PipelineRun(pipeline, store, tally, state, ticker).run(() -> {});
  }

  /** The photos that lack the vector, ordered by path, so that a disk is read folder by folder. */
  private static List<FileTask> tasks(StoredPhotos snapshot, IndexedModel model) {
    BitSet done = snapshot.withVector(model.field());
    List<FileTask> tasks = new ArrayList<>();
    snapshot.photos().forEach((path, known) -> addTask(tasks, path, known, done));
    snapshot
        .others()
        .forEach(known -> addTask(tasks, snapshot.path(known.document()), known, done));
    tasks.sort(Comparator.comparing(FileTask::path));
    return tasks;
  }

  private static void addTask(List<FileTask> tasks, String path, KnownPhoto known, BitSet done) {
    if (!done.get(known.document())) {
      DiskFile file = new DiskFile(path, null, known.size(), known.modified());
      tasks.add(new FileTask(file, known, false));
    }
  }

  private static Path requireArchive(IndexMetadata metadata) {
    Path archive = Path.of(metadata.archive());
    if (!Files.isDirectory(archive)) {
      throw new LumiereException(Fault.ARCHIVE_GONE, "the archive " + archive + " is not there");
    }
    return archive;
  }

  private ReindexReport end(PhotoStore store, IndexMetadata metadata, IndexedModel model) {
    long photos = store.count();
    long withVector = store.count(model.field());
    IndexMetadata now = metadata;
    if (!state.isStopped()) {
      if (options.defaultChange() == DefaultChange.ALWAYS
          || (options.defaultChange() == DefaultChange.WHEN_COMPLETE && withVector == photos)) {
        now = metadata.withModels(metadata.models().withDefaultModel(model));
        store.describe(now);
      }
      store.settle();
    }
    ReindexReport report =
        new ReindexReport(
            model,
            photos,
            withVector,
            tally.get(Outcome.UPDATED),
            tally.bytes(),
            tally.failures(),
            now.models().defaultModel().equals(model),
            tally.elapsed(),
            state.isStopped());
    ticker.last(tally);
    return report;
  }
}
