package io.lumiere.cluster.ingest;

import io.lumiere.cluster.collection.CollectionDocuments;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.send.Batch;
import io.lumiere.cluster.send.Senders;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.solr.common.SolrInputDocument;
import org.jspecify.annotations.Nullable;

/**
 * A collection as an index run writes to it. Photos gather to batches; a commit waits until Solr
 * has taken them all. A photo is written by its id, which replaces what was there. Files that could
 * not be read leave no records: a collection holds photos alone. Thread-safe.
 */
final class CollectionStore implements PhotoStore {
  private final PhotoCollection collection;
  private final PushOptions options;
  private final BooleanSupplier stopped;
  private final LongConsumer withFewerCopies;
  private final CollectionLock lock;
  private @Nullable Senders senders;
  private @Nullable CollectionPhotos before;
  private Batch gathered = new Batch();
  private final Set<String> unwanted = new LinkedHashSet<>();

  private CollectionStore(
      PhotoCollection collection,
      PushOptions options,
      BooleanSupplier stopped,
      LongConsumer withFewerCopies,
      CollectionLock lock) {
    this.collection = collection;
    this.options = options;
    this.stopped = stopped;
    this.withFewerCopies = withFewerCopies;
    this.lock = lock;
  }

  /**
   * Locks the collection, which may be yet to make.
   *
   * @param withFewerCopies told at the end how many photos did not reach all copies
   */
  static CollectionStore open(
      PhotoCollection collection,
      PushOptions options,
      BooleanSupplier stopped,
      LongConsumer withFewerCopies) {
    CollectionLock lock = CollectionLock.take(collection, stopped);
    return new CollectionStore(collection, options, stopped, withFewerCopies, lock);
  }

  @Override
  public Map<String, String> committedData() {
    return collection.exists() ? collection.userData() : Map.of();
  }

  /** Solr does not say it. */
  @Override
  public Instant committed() {
    return Instant.EPOCH;
  }

  @Override
  public void describe(IndexMetadata metadata, Map<String, String> more) {
    if (!collection.exists()) {
      collection.create(metadata, more, options.shards(), options.copies());
      return;
    }
    Map<String, String> data = new TreeMap<>(metadata.toUserData());
    data.putAll(more);
    if (!data.equals(collection.userData())) {
      lock.requireHeld();
      collection.describe(data);
    }
  }

  @Override
  public CollectionPhotos photos(BooleanSupplier ended) {
    Senders all = senders();
    // What a run before this one sent last may not be visible yet.
    all.repetition().of(() -> collection.client().commit(collection.name()));
    CollectionPhotos photos = CollectionPhotos.read(collection, all.repetition(), ended);
    if (!photos.doubled().isEmpty()) {
      all.delete(photos.doubled());
    }
    synchronized (this) {
      before = photos;
    }
    return photos;
  }

  @Override
  public void replace(List<Term> terms, Document document) {
    SolrInputDocument photo = CollectionDocuments.of(document);
    if (photo == null) {
      remember(terms);
      return;
    }
    Batch full = gather(photo);
    if (full != null) {
      senders().send(full);
    }
  }

  @Override
  public void delete(List<Term> terms) {
    remember(terms);
  }

  @Override
  public void commit() {
    Senders all = senders();
    Batch rest;
    List<String> gone;
    synchronized (this) {
      rest = gathered;
      gathered = new Batch();
      gone = new ArrayList<>(unwanted);
      unwanted.clear();
    }
    lock.requireHeld();
    if (rest.size() > 0) {
      all.send(rest);
    }
    all.drain();
    for (int i = 0; i < gone.size(); i += options.batch()) {
      all.delete(gone.subList(i, Math.min(gone.size(), i + options.batch())));
    }
    all.repetition().of(() -> collection.client().commit(collection.name()));
  }

  /** Solr merges segments by itself. */
  @Override
  public void settle() {
    commit();
  }

  @Override
  public long count() {
    return senders().repetition().of(collection::tryCount);
  }

  @Override
  public synchronized void close() {
    try {
      if (senders != null) {
        withFewerCopies.accept(senders.withFewerCopies());
        senders.close();
      }
    } finally {
      lock.close();
    }
  }

  /** Made when the collection is there for certain. */
  private synchronized Senders senders() {
    if (senders == null) {
      // The run knows already that each photo is new or changed.
      senders = new Senders(collection, options.senders(), false, options.patience(), stopped);
    }
    return senders;
  }

  /** The batch if this made it full. */
  private synchronized @Nullable Batch gather(SolrInputDocument photo) {
    gathered.add(photo);
    if (gathered.size() < options.batch()) {
      return null;
    }
    Batch full = gathered;
    gathered = new Batch();
    return full;
  }

  /** What the terms name of the photos that were there is removed by the next commit. */
  private synchronized void remember(List<Term> terms) {
    for (Term term : terms) {
      if (term.field().equals(Fields.PATH) && before != null) {
        before.idAt(term.text()).ifPresent(unwanted::add);
      }
    }
  }
}
