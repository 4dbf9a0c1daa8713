package io.lumiere.cluster.ingest;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionDocuments;
import io.lumiere.cluster.collection.Configset;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.lock.CollectionLock;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.send.Batch;
import io.lumiere.cluster.send.Repetition;
import io.lumiere.cluster.send.Senders;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.SharedWork;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.solr.client.solrj.request.SolrQuery;
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
  private final @Nullable CollectionLock lock;
  private final @Nullable SharedJob job;
  private @Nullable Senders senders;
  private volatile @Nullable CollectionPhotos before;
  private Batch gathered = new Batch();
  private final Set<String> unwanted = new LinkedHashSet<>();

  /** Whether there was no collection when it was asked for, and this has made none. */
  private volatile boolean wasMissing;

  /**
   * Locks the collection, which may be yet to make, or takes part in the work on it.
   *
   * @param isShared whether others may write at the same time, who do the same
   * @param withFewerCopies told at the end how many photos did not reach all copies
   */
  CollectionStore(
      PhotoCollection collection,
      PushOptions options,
      boolean isShared,
      BooleanSupplier stopped,
      LongConsumer withFewerCopies) {
    this.collection = collection;
    this.options = options;
    this.stopped = stopped;
    this.withFewerCopies = withFewerCopies;
    CollectionLock taken = CollectionLock.take(collection, stopped);
    try {
      this.job = isShared ? SharedJob.enter(collection, new SharedPhotos(), stopped) : null;
      if (!isShared) {
        SharedJob.requireNone(collection, stopped);
      }
    } catch (LumiereException e) {
      taken.close();
      throw e;
    }
    this.lock = isShared ? null : taken;
    if (isShared) {
      taken.close();
    }
  }

  @Override
  public Map<String, String> committedData() {
    // Another one may be making the collection.
    Map<String, String> data = alone(() -> collection.exists() ? collection.userData() : Map.of());
    wasMissing = data.isEmpty();
    return data;
  }

  /** Solr does not say it. */
  @Override
  public Instant committed() {
    return Instant.EPOCH;
  }

  @Override
  public void describe(IndexMetadata metadata, Map<String, String> more) {
    alone(() -> {
      if (!collection.exists()) {
        wasMissing = false;
        collection.create(metadata, more, options.shards(), options.copies());
      } else if (!wasMissing) {
        describePresent(metadata, more);
      }
      // Else another one has made it meanwhile, maybe for another model: what that one says counts.
      return collection;
    });
  }

  private void describePresent(IndexMetadata metadata, Map<String, String> more) {
    try (CollectionLock description = CollectionLock.takeDescription(collection, stopped)) {
      Map<String, String> before = collection.userData();
      // A push may have brought photos of another archive meanwhile.
      Set<String> others =
          IndexMetadata.fromUserData(before, collection.address().toString()).otherArchives();
      Map<String, String> data = new TreeMap<>(metadata.withOtherArchives(others).toUserData());
      data.putAll(more);
      if (!data.equals(before)) {
        requireHeld();
        // A model is named when it has a field, not before.
        collection.addFields(metadata.models().all());
        description.requireHeld();
        collection.describe(data);
      }
    }
  }

  /** Does what only one may do at a time, and again where ZooKeeper or a node is away. */
  private <T> T alone(Repetition.Request<T> step) {
    Repetition repetition =
        Repetition.of(collection, Repetition.Purpose.WRITING, options.patience(), stopped);
    if (lock != null) {
      return repetition.of(step);
    }
    try (CollectionLock held = CollectionLock.take(collection, stopped)) {
      return repetition.of(() -> {
        held.requireHeld();
        return step.send();
      });
    }
  }

  private void requireHeld() {
    if (lock != null) {
      lock.requireHeld();
    }
    if (job != null) {
      job.requireHeld();
    }
  }

  @Override
  public @Nullable SharedWork sharedWork() {
    return job;
  }

  /** The photos as a job asks for them. */
  private final class SharedPhotos implements SharedJob.Photos {
    @Override
    public Map<String, KnownPhoto> at(Collection<String> paths) {
      CollectionPhotos known = before;
      if (known == null) {
        throw new IllegalStateException("photos are looked up before all were read");
      }
      return known.at(paths);
    }

    @Override
    public void commit() {
      visible();
    }
  }

  @Override
  public CollectionPhotos photos(BooleanSupplier ended) {
    Senders all = senders();
    // What a run before this one sent last may not be visible yet.
    visible();
    CollectionPhotos photos = CollectionPhotos.read(collection, all.repetition(), ended);
    before = photos;
    return photos;
  }

  @Override
  public CollectionPhotos photosOfOneArchive(BooleanSupplier ended) {
    CollectionPhotos photos = photos(ended);
    // Of another archive's photos a push says so before it sends the first one.
    collection.metadata().requireOneArchive(collection.address().toString());
    delete(senders(), photos.withoutOthers());
    return photos;
  }

  private void delete(Senders all, List<String> ids) {
    for (int i = 0; i < ids.size(); i += options.batch()) {
      all.delete(ids.subList(i, Math.min(ids.size(), i + options.batch())));
    }
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

  /** Solr has all that the photo had, so the vector alone is sent. */
  @Override
  public void addVector(Term term, String field, Document document) {
    SolrInputDocument whole = Objects.requireNonNull(CollectionDocuments.of(document));
    SolrInputDocument update = new SolrInputDocument();
    update.setField(Fields.ID, whole.getFieldValue(Fields.ID));
    for (String name : List.of(field, Configset.COPY)) {
      update.setField(name, Map.of("set", whole.getFieldValue(name)));
    }
    Batch full = gather(update);
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
    // First, so that photos are removed only when what takes their place was given to the senders.
    requireHeld();
    Senders all = senders();
    Batch rest;
    List<String> gone;
    synchronized (this) {
      rest = gathered;
      gathered = new Batch();
      gone = new ArrayList<>(unwanted);
    }
    if (rest.size() > 0) {
      all.send(rest);
    }
    all.drain();
    delete(all, gone);
    synchronized (this) {
      // Not before: a commit that failed leaves them to the next one.
      gone.forEach(unwanted::remove);
    }
    visible();
  }

  private void visible() {
    senders().repetition().run(collection::tryCommit);
  }

  /** Solr merges segments by itself. */
  @Override
  public void settle() {
    commit();
  }

  @Override
  public long count() {
    return found("*:*");
  }

  @Override
  public long count(String field) {
    return found(CollectionPhotos.having(field));
  }

  private long found(String query) {
    return senders().repetition().of(() -> collection.tryCount(new SolrQuery(query)));
  }

  @Override
  public synchronized void close() {
    try {
      if (senders != null) {
        withFewerCopies.accept(senders.withFewerCopies());
        senders.close();
      }
    } finally {
      if (lock != null) {
        lock.close();
      }
      if (job != null) {
        job.close();
      }
    }
  }

  /** Made when the collection is there for certain. */
  private synchronized Senders senders() {
    if (senders == null) {
      // The run knows already that each photo is new or changed.
      senders = new Senders(collection, options.senders(), null, options.patience(), stopped);
    }
    return senders;
  }

  /** The batch if this made it full. */
  private synchronized @Nullable Batch gather(SolrInputDocument photo) {
    unwanted.remove((String) photo.getFieldValue(Fields.ID));
    gathered.add(photo);
    if (gathered.size() < options.batch()) {
      return null;
    }
    Batch full = gathered;
    gathered = new Batch();
    return full;
  }

  /** The next commit removes a photo, unless it is replaced before. */
  synchronized void remove(String id) {
    unwanted.add(id);
  }

  /**
   * Commits where photos are to be removed; nothing after an error of sending: what takes their
   * place may not be there.
   */
  void removeUnwanted() {
    boolean areThere;
    synchronized (this) {
      areThere = !unwanted.isEmpty() && senders != null && !senders.hasFailed();
    }
    if (areThere) {
      commit();
    }
  }

  /** What the terms name of the photos that were there is removed by the next commit. */
  private synchronized void remember(List<Term> terms) {
    for (Term term : terms) {
      CollectionPhotos known = before;
      if (term.field().equals(Fields.PATH) && known != null) {
        known.idAt(term.text()).ifPresent(unwanted::add);
      }
    }
  }
}
