package io.lumiere.cluster.push;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionDocuments;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.lock.CollectionLock;
import io.lumiere.cluster.send.Batch;
import io.lumiere.cluster.send.Repetition;
import io.lumiere.cluster.send.Senders;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.store.IndexErrors;
import io.lumiere.schema.store.OpenIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.common.SolrInputDocument;
import org.jspecify.annotations.Nullable;

/**
 * Copies the photos of a directory, with their vectors, into a collection; nothing is encoded. A
 * photo is written by its id, so a copy can be repeated, and one that was broken off goes on where
 * it was: what the collection has already like this is not sent. What only the collection has stays
 * there, photos and vectors of other models: several directories may be copied into one. Not
 * thread-safe.
 */
public final class Push {
  private static final long PROGRESS_NANOS = 250_000_000;

  private final Path directory;
  private final PhotoCollection collection;
  private final PushOptions options;
  private final PushProgress.Listener listener;
  private final BooleanSupplier stopped;
  private final long started = System.nanoTime();
  private long files;
  private long total;
  private long lastProgress = started;
  private @Nullable CollectionLock lock;

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
      List<String> kept = prepare(metadata, index.reader());
      total = index.reader().numDocs();
      try (Senders senders =
          new Senders(collection, options.senders(), kept, options.patience(), stopped)) {
        boolean whole =
            read(index.reader(), metadata.models().all(), batch -> send(batch, senders));
        senders.drain();
        listener.progress(progress(senders));
        senders.repetition().run(collection::tryCommit);
        return report(senders, whole);
      }
    } catch (IOException e) {
      throw IndexErrors.reading(directory.toString(), e);
    } finally {
      unlock();
    }
  }

  /** The fields for vectors that the collection may have and the directory may not. */
  private List<String> prepare(IndexMetadata metadata, IndexReader reader) throws IOException {
    if (hasPhotos()) {
      return join(metadata, reader);
    }
    // Nobody else may take it for an empty one, and for one of another archive, before it has the
    // first photos of this one.
    lock = CollectionLock.take(collection, stopped);
    if (repetition().of(collection::exists)) {
      // Who had the lock before may have sent photos.
      repetition().run(collection::tryCommit);
      return join(metadata, reader);
    }
    collection.create(metadata, options.shards(), options.copies());
    return List.of();
  }

  private boolean hasPhotos() {
    Repetition repetition = repetition();
    if (!repetition.of(collection::exists)) {
      return false;
    }
    repetition.of(collection::metadata); // Another kind of collection is refused.
    // What a copy before this one sent last may not be visible yet.
    repetition.run(collection::tryCommit);
    return repetition.of(() -> collection.tryCount(new SolrQuery("*:*"))) > 0;
  }

  private List<String> join(IndexMetadata metadata, IndexReader reader) throws IOException {
    IndexModels models = repetition().of(collection::metadata).models();
    requireModels(metadata, models.all());
    new Archives(collection, repetition(), stopped).join(metadata, reader);
    return models.all().stream().map(IndexedModel::field).toList();
  }

  private Repetition repetition() {
    return Repetition.of(collection, Repetition.Purpose.WRITING, options.patience(), stopped);
  }

  private void unlock() {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }

  private void requireModels(IndexMetadata metadata, List<IndexedModel> there) {
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
  }

  private PushReport report(Senders senders, boolean whole) {
    return new PushReport(
        senders.sent(),
        senders.unchanged(),
        files,
        senders.withFewerCopies(),
        senders.repetition().repeated(),
        Duration.ofNanos(System.nanoTime() - started),
        !whole);
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

  private void send(Batch batch, Senders senders) {
    senders.send(batch);
    if (lock != null) {
      senders.drain();
      lock.requireHeld();
      senders.repetition().run(collection::tryCommit);
      unlock();
    }
    long now = System.nanoTime();
    if (now - lastProgress >= PROGRESS_NANOS) {
      lastProgress = now;
      listener.progress(progress(senders));
    }
  }

  private PushProgress progress(Senders senders) {
    return new PushProgress(
        senders.sent() + senders.unchanged(),
        total - files,
        Duration.ofNanos(System.nanoTime() - started));
  }
}
