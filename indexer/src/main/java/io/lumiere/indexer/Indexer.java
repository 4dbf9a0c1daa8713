package io.lumiere.indexer;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.indexer.internal.run.ArchiveRoot;
import io.lumiere.indexer.internal.run.IndexRun;
import io.lumiere.indexer.internal.store.DirectoryDestination;
import io.lumiere.indexer.store.PhotoDestination;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ImageEncoder;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.store.IndexFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings an index up to date with a folder of photos. New and changed photos are read, each once;
 * moved and copied ones are known by their content and keep their vectors; unchanged ones are not
 * opened; the index loses those whose files are gone. One broken photo costs that photo alone.
 *
 * <p>An index may hold vectors of several models: a photo that is read gets one of each model that
 * is at hand here. {@link Reindexer} adds a model to an index.
 *
 * <p>Thread-safe. One {@link #run} at a time; {@link #stop} is for other threads and for shutdown
 * hooks, which then wait in {@link #awaitEnd}.
 */
public final class Indexer {
  private final Path archive;
  private final PhotoDestination destination;
  private final List<ModelEncoder> encoders;
  private final IndexerOptions options;
  private final StoppableRun runs = new StoppableRun();

  /**
   * An indexer; nothing is touched before {@link #run}.
   *
   * @param archive the folder of photos
   * @param index the Lumiere directory; made where there is none
   * @param encoders models at hand, at least one; an index that is there must have all of them, a
   *     new one gets all, the first as its default
   * @param options how
   */
  public Indexer(Path archive, Path index, List<ModelEncoder> encoders, IndexerOptions options) {
    this(archive, new DirectoryDestination(index), encoders, options);
  }

  /** As the other one, with photos put somewhere else than in a directory. */
  public Indexer(
      Path archive,
      PhotoDestination destination,
      List<ModelEncoder> encoders,
      IndexerOptions options) {
    if (encoders.isEmpty()) {
      throw new IllegalArgumentException("no model is at hand to encode photos with");
    }
    this.archive = archive;
    this.destination = destination;
    this.encoders = List.copyOf(encoders);
    this.options = options;
  }

  /**
   * An indexer with one model.
   *
   * @param encoder asked for once, when the first photo needs it
   */
  public Indexer(
      Path archive,
      Path index,
      EmbeddingModel model,
      Supplier<ImageEncoder> encoder,
      IndexerOptions options) {
    this(archive, index, List.of(new ModelEncoder(model, encoder)), options);
  }

  /** An indexer with the image tower of {@code encoder}, which stays the caller's to close. */
  public Indexer(Path archive, Path index, DualEncoder encoder, IndexerOptions options) {
    this(archive, index, List.of(ModelEncoder.of(encoder)), options);
  }

  /**
   * Refuses what {@link #run} would, before a caller goes to the trouble of opening a model.
   *
   * @throws io.lumiere.base.LumiereException if the archive is not there or a file
   */
  public static void requireArchive(Path archive) {
    ArchiveRoot.requireFolder(archive);
  }

  /**
   * What an index says of itself; empty where there is none and {@link #run} would make one. Unlike
   * a search, it takes an index of an older version that {@link #run} brings up to date.
   *
   * @throws io.lumiere.base.LumiereException if the folder holds anything else, or cannot be read
   */
  public static Optional<IndexMetadata> metadata(Path index) {
    return Optional.ofNullable(IndexFolder.inspect(index));
  }

  /**
   * Brings the index up to date; one of an older schema version first of all, from what is stored
   * in it, so that no photo is encoded again. Returns when everything is committed. An interrupt of
   * this thread is taken for {@link #stop}, and stays set.
   *
   * @throws io.lumiere.base.LumiereException if the archive cannot be read, the index cannot be
   *     written, another process writes it, or it is of another model or archive; the message can
   *     be shown as it is. What was committed until then stays
   * @throws IllegalStateException if it runs already
   */
  public IndexReport run(ProgressListener listener) {
    return runs.run(
        () -> new IndexRun(archive, destination, encoders, options, listener, runs).run());
  }

  /**
   * Asks the run to end: photos in flight are finished and committed, and {@link #run} returns with
   * {@link IndexReport#stopped}. Returns at once; harmless when nothing runs.
   */
  public void stop() {
    runs.stop();
  }

  /**
   * Holds the run that goes on, or the next one: photos in flight are finished, what is done is
   * committed within seconds, and nothing more is read until {@link #resume} or {@link #stop}. The
   * index stays locked. Returns at once.
   */
  public void pause() {
    runs.pause(true);
  }

  /** Lets the run go on; harmless where it was not held. */
  public void resume() {
    runs.pause(false);
  }

  /**
   * Waits until no run goes on.
   *
   * @return false if {@code limit} passed first
   */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    return runs.awaitEnd(limit);
  }
}
