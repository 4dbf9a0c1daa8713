package io.lumiere.cluster.send;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches on several threads; whoever brings them waits where too much is under way. After a
 * failure nothing more is sent, and each call throws it. Thread-safe.
 */
public final class Senders implements Closeable {
  private final ExecutorService threads;
  private final Semaphore room;
  private final int mostUnderWay;
  private final Repetition repetition;
  private final Sender sender;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * Senders to a collection that is there.
   *
   * @param count how many requests are under way at a time
   * @param kept what the collection has already like this is left out, and what is sent keeps its
   *     vectors in these fields; null where all is sent as it is
   * @param patience how long a request is made again
   * @param stopped whether failed requests are given up at once
   */
  public Senders(
      PhotoCollection collection,
      int count,
      @Nullable List<String> kept,
      Duration patience,
      BooleanSupplier stopped) {
    this.threads = Executors.newFixedThreadPool(count);
    // As many batches more wait to be sent, so that no sender waits for the disk.
    this.mostUnderWay = 2 * count;
    this.room = new Semaphore(mostUnderWay, true);
    this.repetition =
        Repetition.of(
            collection,
            Repetition.Purpose.WRITING,
            patience,
            () -> stopped.getAsBoolean() || failure.get() != null);
    this.sender = new Sender(collection, repetition, kept);
  }

  /** Photos that the collection did not have, or not like this. */
  public long sent() {
    return sender.sent();
  }

  /** Photos that it had like this. */
  public long unchanged() {
    return sender.unchanged();
  }

  /** Photos that did not reach all copies. */
  public long withFewerCopies() {
    return sender.withFewerCopies();
  }

  /** How requests are made again; for requests of other kinds, too. */
  public Repetition repetition() {
    return repetition;
  }

  /**
   * Sends a batch, which is the senders' from now on; waits where too much is under way. Of two
   * batches with the same photo, from one thread, the later one counts.
   */
  public void send(Batch batch) {
    rethrow();
    List<String> ids = batch.ids();
    if (ids.stream().anyMatch(underWay::contains)) {
      drain();
    }
    underWay.addAll(ids);
    room.acquireUninterruptibly();
    threads.execute(() -> {
      try {
        if (failure.get() == null) {
          sender.send(batch);
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        ids.forEach(underWay::remove);
        room.release();
      }
    });
  }

  /** Waits until Solr has taken all that was given to {@link #send} before. */
  public void drain() {
    room.acquireUninterruptibly(mostUnderWay);
    room.release(mostUnderWay);
    rethrow();
  }

  /** Removes photos, after all that was sent before. */
  public void delete(List<String> ids) {
    drain();
    sender.delete(ids);
  }

  /** Whether a batch could not be sent, so that nothing more is. */
  public boolean hasFailed() {
    return failure.get() != null;
  }

  private void rethrow() {
    switch (failure.get()) {
      case null -> {}
      case LumiereException known -> throw known;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  /** Ends the threads; what has not been sent yet is not sent. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new LumiereException("a request to Solr has not ended within a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
