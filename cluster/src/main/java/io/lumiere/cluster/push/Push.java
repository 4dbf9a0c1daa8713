package io.lumiere.cluster.push;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionDocuments;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.store.IndexErrors;
import io.lumiere.schema.store.OpenIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.apache.solr.common.SolrInputDocument;
import org.jspecify.annotations.Nullable;

/**
 * Copies the photos of a directory, with their vectors, into a collection; nothing is encoded. A
 * photo is written by its id, so a copy can be repeated, and one that was broken off goes on where
 * it was: what the collection has already like this is not sent. Photos that only the collection
 * has stay there: several directories may be copied into one. Not thread-safe.
 */
public final class Push {
  /** So long a shard may be without a leader. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long PROGRESS_NANOS = 250_000_000;

  private final Path directory;
  private final PhotoCollection collection;
  private final PushOptions options;
  private final PushProgress.Listener listener;
  private final BooleanSupplier stopped;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final long started = System.nanoTime();
  private long files;
  private long total;
  private long lastProgress = started;

  /**
   * A copy.
   *
   * @param stopped is asked all the time whether to end early
   */
  public Push(
      Path directory,
      PhotoCollection collection,
      PushOptions options,
      PushProgress.Listener listener,
      BooleanSupplier stopped) {
    this.directory = directory;
    this.collection = collection;
    this.options = options;
    this.listener = listener;
    this.stopped = stopped;
  }

  /**
   * Copies. The collection is made where there is none.
   *
   * @throws LumiereException if the directory cannot be read, the collection is of other models, or
   *     Solr refuses a photo or takes none for too long
   */
  public PushReport run() {
    try (OpenIndex index = OpenIndex.at(directory)) {
      IndexMetadata metadata = index.metadata();
      prepare(metadata);
      Repetition repetition =
          new Repetition(PATIENCE, () -> stopped.getAsBoolean() || failure.get() != null);
      Sender sender = new Sender(collection, repetition);
      total = index.reader().numDocs();
      boolean whole = send(index.reader(), metadata.models().all(), sender);
      collection.commit();
      return new PushReport(
          sender.sent(),
          sender.unchanged(),
          files,
          sender.withFewerCopies(),
          repetition.repeated(),
          Duration.ofNanos(System.nanoTime() - started),
          !whole);
    } catch (IOException e) {
      throw IndexErrors.reading(directory.toString(), e);
    }
  }

  private void prepare(IndexMetadata metadata) {
    if (!collection.exists()) {
      collection.create(metadata, options.shards(), options.copies());
      return;
    }
    List<IndexedModel> there = collection.metadata().models().all();
    for (IndexedModel model : metadata.models().all()) {
      if (!there.contains(model)) {
        throw new LumiereException(
            "collection "
                + collection.address()
                + " has no vectors of model "
                + model.exactName()
                + " in the field '"
                + model.field()
                + "', which the index "
                + directory
                + " has: push into another collection");
      }
    }
    collection.commit();
  }

  /** Reads on this thread and sends on others; false where it was told to end. */
  private boolean send(IndexReader reader, List<IndexedModel> models, Sender sender)
      throws IOException {
    ExecutorService senders = Executors.newFixedThreadPool(options.senders());
    // As many batches more wait to be sent, so that no sender waits for the disk.
    Semaphore room = new Semaphore(2 * options.senders());
    try {
      boolean whole = read(reader, models, batch -> submit(batch, sender, senders, room));
      room.acquireUninterruptibly(2 * options.senders());
      rethrow();
      listener.progress(progress(sender));
      return whole;
    } finally {
      senders.shutdownNow();
      end(senders);
    }
  }

  /** Takes batches in the order of the directory. */
  @FunctionalInterface
  private interface BatchTaker {
    void take(Batch batch);
  }

  private boolean read(IndexReader reader, List<IndexedModel> models, BatchTaker taker)
      throws IOException {
    Batch batch = new Batch();
    StoredFields stored = reader.storedFields();
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (stopped.getAsBoolean()) {
          return false;
        }
        if (live != null && !live.get(doc)) {
          continue;
        }
        int number = leaf.docBase + doc;
        SolrInputDocument document =
            CollectionDocuments.of(
                stored.document(number), PhotoVectors.readAll(reader, number, models));
        if (document == null) {
          files++;
        } else {
          batch.add(document);
        }
        if (batch.size() == options.batch()) {
          taker.take(batch);
          batch = new Batch();
        }
      }
    }
    if (batch.size() > 0) {
      taker.take(batch);
    }
    return true;
  }

  /** Waits where too much is under way. */
  private void submit(Batch batch, Sender sender, ExecutorService senders, Semaphore room) {
    rethrow();
    room.acquireUninterruptibly();
    senders.execute(() -> {
      try {
        if (failure.get() == null) {
          sender.send(batch);
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        room.release();
      }
    });
    long now = System.nanoTime();
    if (now - lastProgress >= PROGRESS_NANOS) {
      lastProgress = now;
      listener.progress(progress(sender));
    }
  }

  private PushProgress progress(Sender sender) {
    return new PushProgress(
        sender.sent() + sender.unchanged(),
        total - files,
        Duration.ofNanos(System.nanoTime() - started));
  }

  private void rethrow() {
    switch (failure.get()) {
      case null -> {}
      case LumiereException known -> throw known;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  private static void end(ExecutorService senders) {
    try {
      if (!senders.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new LumiereException("a request to Solr has not ended within a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
