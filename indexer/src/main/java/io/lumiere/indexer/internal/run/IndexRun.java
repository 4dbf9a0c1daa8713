package io.lumiere.indexer.internal.run;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.StageTimes;
import io.lumiere.indexer.StageTimes.Stage;
import io.lumiere.indexer.internal.metadata.MetadataReader;
import io.lumiere.indexer.internal.metadata.Present;
import io.lumiere.indexer.store.PhotoDestination;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.SharedWork;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.SkippedFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run, from the first look at the archive to the last commit. For one thread, once. */
public final class IndexRun {
  private final Path archive;
  private final PhotoDestination destination;
  private final List<ModelEncoder> encoders;
  private final IndexerOptions options;
  private final RunState state;
  private final Ticker ticker;
  private final Tally tally = new Tally();
  private final Clock clock;
  private final StageClock stages = new StageClock();
  private StageTimes stageTimes = StageTimes.NONE;

  /** A run by the machine's clock; {@code control} is asked all the time. */
  public IndexRun(
      Path archive,
      PhotoDestination destination,
      List<ModelEncoder> encoders,
      IndexerOptions options,
      ProgressListener listener,
      RunControl control) {
    this(archive, destination, encoders, options, listener, control, Clock.systemUTC());
  }

  /** A run by another clock, which may be wrong as the machine's may. */
  public IndexRun(
      Path archive,
      PhotoDestination destination,
      List<ModelEncoder> encoders,
      IndexerOptions options,
      ProgressListener listener,
      RunControl control,
      Clock clock) {
    this.clock = clock;
    this.archive = archive.toAbsolutePath().normalize();
    this.destination = destination;
    this.encoders = encoders;
    this.options = options;
    this.state = new RunState(control);
    this.ticker = new Ticker(listener, options.commitInterval());
  }

  /** Brings the index up to date; see {@link io.lumiere.indexer.Indexer#run}. */
  public IndexReport run() {
    requireArchive();
    IndexMetadata before = destination.metadata();
    if (before != null) {
      requireFitting(before);
    }
    try (PhotoStore store = destination.open(state::isStopped)) {
      return update(store);
    }
  }

  private void requireArchive() {
    ArchiveRoot.requireFolder(archive);
    if (archive.equals(destination.folder())) {
      throw new LumiereException(
          Fault.NOT_AN_INDEX, archive + " is named as both the archive and the index");
    }
  }

  private void requireFitting(IndexMetadata metadata) {
    metadata.requireOneArchive(destination.name());
    encoders.forEach(encoder -> metadata.requireModel(encoder.model(), destination.name()));
  }

  private IndexMetadata newIndex() {
    IndexModels models = IndexModels.of(encoders.getFirst().model());
    for (ModelEncoder encoder : encoders) {
      models = models.with(encoder.model());
    }
    return new IndexMetadata(models, archive.toString());
  }

  private IndexReport update(PhotoStore store) {
    Present present = ClockCheck.of(clock.instant(), store.committed());
    Map<String, String> committed = store.committedData();
    if (committed.isEmpty()) {
      store.describe(
          newIndex(),
          ScanState.of(Map.of()).next(options).toUserData(ReaderState.of(Map.of()).next(options)));
      committed = store.committedData();
    }
    // Read again, now that the lock ensures that nobody else writes.
    IndexMetadata before = IndexMetadata.fromUpgradable(committed, destination.name());
    requireFitting(before);
    ReaderState readBy = ReaderState.of(committed);
    ScanState scanned = ScanState.of(committed);
    if (IndexMetadata.isOutdated(committed)
        && !upgrade(store, before, scanned.toUserData(readBy))) {
      return report(store, before, null, scanned);
    }
    ScanState scan = scanned.next(options);
    IndexMetadata now = before.withArchive(archive.toString());
    ReaderState readNow = readBy.next(options);
    try (StoredPhotos snapshot = store.photosOfOneArchive(state::isStopped)) {
      boolean newReader = !readBy.reader().equals(readNow.reader());
      boolean hasPlaces = ReaderState.table(options) != null;
      Rereads rereads =
          new Rereads(readNow, hasPlaces, present, options.reread(), new ChangeTimes(archive));
      Plan plan = new Plan(snapshot, options.retryFailures() || newReader, rereads);
      new Walk(archive, destination, options, state, ticker, tally)
          .fill(plan, snapshot, before.archive(), scan.excludes());
      if (state.isStopped()) {
        return report(store, before, null, scanned);
      }
      requireMet(rereads);
      scan = scan.withSkipped(plan.skipped());
      Map<String, String> begun = scan.toUserData(readNow.withReader(readBy.reader()));
      PhotoIndexing indexing =
          new PhotoIndexing(
              archive,
              store,
              snapshot,
              now.models().all(),
              fieldEncoders(now),
              options.workers(),
              metadataReader(readNow, present),
              readNow.text(hasPlaces),
              newIds(store));
      new PlanRun(plan, indexing, state, stages, tally, ticker)
          .run(terms(now, scan, readNow), () -> store.describe(now, begun));
      if (!state.isStopped()) {
        store.describe(now, scan.toUserData(readNow));
        stages.time(Stage.END, () -> settled(store));
      }
      stageTimes = stages.times();
      IndexReport report = report(store, now, plan, scan);
      ticker.last(tally);
      return report;
    }
  }

  private static boolean settled(PhotoStore store) {
    store.settle();
    return true;
  }

  private boolean upgrade(PhotoStore store, IndexMetadata metadata, Map<String, String> more) {
    boolean done = new SchemaUpgrade(store, metadata, state, ticker).run();
    if (done) {
      store.describe(metadata, more);
    }
    return done;
  }

  private void requireMet(Rereads rereads) {
    if (!rereads.unmet().isEmpty()) {
      throw new LumiereException(
          Fault.NO_PHOTO_TO_READ,
          "there is no photo at " + String.join(", ", rereads.unmet()) + " in " + archive);
    }
  }

  private MetadataReader metadataReader(ReaderState readNow, Present present) {
    return new MetadataReader(
        () -> present,
        readNow.zone().isEmpty() ? null : ZoneId.of(readNow.zone()),
        new LazyPlaces(ReaderState.table(options)));
  }

  private static UnaryOperator<String> newIds(PhotoStore store) {
    SharedWork shared = store.sharedWork();
    return shared == null ? path -> UUID.randomUUID().toString() : shared::newId;
  }

  /** What machines that share the work must have in common. */
  private Map<String, String> terms(IndexMetadata metadata, ScanState scan, ReaderState readBy) {
    Map<String, String> terms = new TreeMap<>();
    terms.put("archive", archive.toString());
    terms.put(
        "choice-of-models",
        encoders.stream()
            .map(encoder -> metadata.requireModel(encoder.model(), destination.name()).exactName())
            .collect(Collectors.joining(", ")));
    terms.put("list-of-exclusions", String.join(", ", scan.excludes()));
    terms.put("time-zone", readBy.zone());
    terms.put("version-of-the-program", readBy.reader());
    terms.put("file-of-place-names", readBy.places());
    terms.put(
        "choice-of-photos-to-read-again",
        options.reread().all() ? "all" : options.reread().paths().toString());
    return terms;
  }

  private List<FieldEncoder> fieldEncoders(IndexMetadata metadata) {
    return encoders.stream()
        .map(encoder ->
            new FieldEncoder(metadata.requireModel(encoder.model(), destination.name()), encoder))
        .toList();
  }

  private List<String> modelsLeftOut(IndexMetadata metadata) {
    return metadata.models().all().stream()
        .filter(indexed ->
            encoders.stream().noneMatch(encoder -> encoder.model().equals(indexed.model())))
        .map(IndexedModel::exactName)
        .toList();
  }

  private IndexReport report(
      PhotoStore store, IndexMetadata metadata, @Nullable Plan plan, ScanState scan) {
    return new IndexReport(
        store.count(),
        tally.counts(),
        plan == null ? SkippedFiles.NONE : plan.skipped(),
        scan.excludes(),
        tally.failures(),
        modelsLeftOut(metadata),
        tally.get(Outcome.ELSEWHERE),
        tally.elapsed(),
        stageTimes,
        state.isStopped());
  }
}
