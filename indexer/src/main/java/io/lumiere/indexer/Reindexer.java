package io.lumiere.indexer;

import io.lumiere.indexer.internal.run.DropRun;
import io.lumiere.indexer.internal.run.ReindexRun;
import io.lumiere.indexer.internal.store.DirectoryDestination;
import io.lumiere.indexer.store.PhotoDestination;
import io.lumiere.models.DualEncoder;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Adds a model to an index that exists, or drops one. Adding reads every photo that lacks the
 * model's vector once more and writes its document again with all that it held and the new vector;
 * meanwhile searches by the other models see all photos as before, and searches by the new one see
 * those that have its vector already. What was done when a run ends early stays, and the next run
 * goes on from there. Photos are only read.
 *
 * <p>Thread-safe. One run at a time; {@link #stop} and {@link #awaitEnd} as of {@link Indexer}.
 */
public final class Reindexer {
  private final PhotoDestination index;
  private final ReindexOptions options;
  private final StoppableRun runs = new StoppableRun();

  /** A reindexer of an index; nothing is touched before a run. */
  public Reindexer(Path index, ReindexOptions options) {
    this(new DirectoryDestination(index), options);
  }

  /** As the other one, of photos that are somewhere else than in a directory. */
  public Reindexer(PhotoDestination index, ReindexOptions options) {
    this.index = index;
    this.options = options;
  }

  /** {@link #add(ModelEncoder, ProgressListener)} with the image tower of {@code encoder}. */
  public ReindexReport add(DualEncoder encoder, ProgressListener listener) {
    return add(ModelEncoder.of(encoder), listener);
  }

  /**
   * Gives photos that lack it their vector of this model, which need not be one of the index's yet.
   * At the end the model may become the index's default, as {@link ReindexOptions#defaultChange}
   * says: one commit does that, so that every search is by the one default or the other. A photo
   * whose file is gone or has changed since it was indexed is a failure, and its document stays as
   * it is.
   *
   * @throws io.lumiere.base.LumiereException if there is no index, its archive is not there, it
   *     cannot be written, or another process writes it; the message can be shown as it is
   * @throws IllegalStateException if a run goes on already
   */
  public ReindexReport add(ModelEncoder model, ProgressListener listener) {
    return runs.run(() -> new ReindexRun(index, model, options, listener, runs).run());
  }

  /**
   * Drops a model: from the first commit on no search uses it, then every document is written again
   * without its vector. Where that is stopped, the next drop of this or another model goes on.
   *
   * @param name id of the model, or id, @ and the begin of its content hash
   * @throws io.lumiere.base.LumiereException if there is no index, it has no such model, the model
   *     is its default, the index cannot be written, or another process writes it
   * @throws IllegalStateException if a run goes on already
   */
  public DropReport drop(String name, ProgressListener listener) {
    return runs.run(() -> new DropRun(index, name, options, listener, runs).run());
  }

  /** Asks the run to end: what is in flight is finished and committed. Returns at once. */
  public void stop() {
    runs.stop();
  }

  /**
   * Holds the run that goes on, or the next one, until {@link #resume} or {@link #stop}; as of
   * {@link Indexer#pause}.
   */
  public void pause() {
    runs.pause(true);
  }

  /** Lets the run go on; harmless where it was not held. */
  public void resume() {
    runs.pause(false);
  }

  /** Waits until no run goes on; false if {@code limit} passed first. */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    return runs.awaitEnd(limit);
  }
}
