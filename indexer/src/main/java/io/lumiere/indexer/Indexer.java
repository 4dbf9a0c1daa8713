package io.lumiere.indexer;

import io.lumiere.indexer.internal.run.IndexRun;
import io.lumiere.indexer.internal.run.Throwables;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ImageEncoder;
import io.lumiere.schema.EmbeddingModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Brings an index up to date with a folder of photos. New and changed photos are read, each once;
 * moved and copied ones are known by their content and keep their vectors; unchanged ones are not
 * opened; the index loses those whose files are gone. One broken photo costs that photo alone.
 *
 * <p>Thread-safe. One {@link #run} at a time; {@link #stop} is for other threads and for shutdown
 * hooks, which then wait in {@link #awaitEnd}.
 */
public final class Indexer {
  private final Path archive;
  private final Path index;
  private final EmbeddingModel model;
  private final Supplier<ImageEncoder> encoder;
  private final IndexerOptions options;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean running;
  private volatile boolean stopAsked;

  /**
   * An indexer; nothing is touched before {@link #run}.
   *
   * @param archive the folder of photos
   * @param index the Lumiere directory; made where there is none
   * @param model made all vectors of the index
   * @param encoder asked for once, when the first photo needs it
   * @param options how
   */
  public Indexer(
      Path archive,
      Path index,
      EmbeddingModel model,
      Supplier<ImageEncoder> encoder,
      IndexerOptions options) {
    this.archive = archive;
    this.index = index;
    this.model = model;
    this.encoder = encoder;
    this.options = options;
  }

  /** An indexer with the image tower of {@code encoder}, which stays the caller's to close. */
  public Indexer(Path archive, Path index, DualEncoder encoder, IndexerOptions options) {
    this(archive, index, encoder.model(), encoder::images, options);
  }

  /**
   * Brings the index up to date. Returns when everything is committed. An interrupt of this thread
   * is taken for {@link #stop}, and stays set.
   *
   * @throws io.lumiere.schema.LumiereException if the archive cannot be read, the index cannot be
   *     written, another process writes it, or it is of another model or archive; the message can
   *     be shown as it is. What was committed until then stays
   * @throws IllegalStateException if it runs already
   */
  public IndexReport run(ProgressListener listener) {
    begin();
    FutureTask<IndexReport> run =
        new FutureTask<>(
            new IndexRun(archive, index, model, encoder, options, listener, () -> stopAsked)::run);
    // A thread that nobody interrupts: Lucene's writer closes itself for an interrupt.
    Thread.ofPlatform().name("lumiere-index").daemon(true).start(run);
    try {
      return await(run);
    } finally {
      end();
    }
  }

  private IndexReport await(FutureTask<IndexReport> run) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return run.get();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        } catch (ExecutionException e) {
          Throwables.throwUnchecked(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Asks the run to end: photos in flight are finished and committed, and {@link #run} returns with
   * {@link IndexReport#stopped}. Returns at once; harmless when nothing runs.
   */
  public void stop() {
    lock.lock();
    try {
      stopAsked = running;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until no run goes on.
   *
   * @return false if {@code limit} passed first
   */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (running && left > 0) {
        left = ended.awaitNanos(left);
      }
      return !running;
    } finally {
      lock.unlock();
    }
  }

  private void begin() {
    lock.lock();
    try {
      if (running) {
        throw new IllegalStateException("this indexer runs already");
      }
      running = true;
      stopAsked = false;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      running = false;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
