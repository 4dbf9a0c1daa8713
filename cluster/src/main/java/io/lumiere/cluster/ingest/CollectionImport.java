package io.lumiere.cluster.ingest;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.exchange.ImportTarget;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoDocuments;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * A collection as an import writes to it. Photos are sent in batches as they come, and what was
 * sent stays: a collection has no way back. For one thread.
 */
public final class CollectionImport implements ImportTarget {
  private final PhotoCollection collection;
  private final CollectionStore store;
  private final int batch;
  private final @Nullable CollectionPhotos before;
  private boolean isDescribed;
  private int undescribed;

  /** Those of the photos before that this import has under their ids: they stay. */
  private final BitSet kept = new BitSet();

  private CollectionImport(
      PhotoCollection collection, CollectionStore store, int batch, BooleanSupplier stopped) {
    this.collection = collection;
    this.batch = batch;
    this.store = store;
    this.before = collection.exists() ? store.photos(stopped) : null;
  }

  /**
   * A collection that is opened for each import; made where there is none. The connection stays the
   * caller's to close.
   *
   * @param withFewerCopies told at the end how many photos did not reach all copies
   */
  public record Opening(
      PhotoCollection collection, PushOptions options, LongConsumer withFewerCopies)
      implements ImportTarget.Opening {
    @Override
    public String name() {
      return collection.address().toString();
    }

    @Override
    public String left() {
      return "what was sent before stays, and the same import may be run again";
    }

    @Override
    public void check() {
      if (collection.exists()) {
        collection.metadata();
      }
    }

    @Override
    public ImportTarget open(BooleanSupplier stopped) {
      CollectionStore store =
          new CollectionStore(collection, options, false, stopped, withFewerCopies);
      try {
        return new CollectionImport(collection, store, options.batch(), stopped);
      } catch (RuntimeException e) {
        store.close();
        throw e;
      }
    }
  }

  @Override
  public Map<String, String> committedData() {
    return store.committedData();
  }

  @Override
  public int find(@Nullable String id, String path, @Nullable String contentHash) {
    if (before == null) {
      return NONE;
    }
    int byId = id == null ? NONE : before.find(id).orElse(NONE);
    return byId == NONE ? findAt(before, path, contentHash, id == null) : byId;
  }

  /**
   * The photo at a path.
   *
   * @param isAny whether the only one is meant whatever its content is: a record without an id is
   *     of its path's photo, while one with an id of its own may be of another archive
   */
  private static int findAt(
      CollectionPhotos photos, String path, @Nullable String contentHash, boolean isAny) {
    List<Integer> there = photos.allAt(path);
    if (contentHash != null) {
      for (int photo : there) {
        if (photos.hasContent(photo, contentHash)) {
          return photo;
        }
      }
    }
    if (there.isEmpty() || (contentHash != null && !isAny)) {
      return NONE;
    }
    return there.size() == 1 ? there.getFirst() : SEVERAL;
  }

  @Override
  public String id(int photo) {
    return before().id(photo);
  }

  @Override
  public Document stored(int photo) {
    return PhotoDocuments.toDocument(before().photo(photo), Map.of());
  }

  @Override
  public Map<String, float[]> vectors(int photo, List<IndexedModel> models) {
    return before().vectors(photo, models);
  }

  @Override
  public boolean holdsSeveralArchives() {
    return true;
  }

  @Override
  public void prepare(IndexMetadata metadata) {
    store.describe(metadata);
    isDescribed = true;
  }

  /** Other photos at the path stay: they may be of another archive. */
  @Override
  public void put(int found, String id, String path, Document document) {
    requireModel();
    if (found != NONE) {
      if (id(found).equals(id)) {
        kept.set(found);
      } else if (!kept.get(found)) {
        store.remove(id(found));
      }
    }
    store.replace(List.of(new Term(Fields.ID, id)), document);
  }

  /** Photos gather to a batch; a whole one goes to a collection that is there. */
  private void requireModel() {
    if (!isDescribed && before == null && ++undescribed >= batch) {
      throw new LumiereException(
          "collection "
              + collection.address()
              + " is to be made with a field for the vectors that come, and the first "
              + undescribed
              + " records have none: let a record with a vector be the first one");
    }
  }

  /** A collection keeps no records of them. */
  @Override
  public void putFailure(Document failure) {}

  @Override
  public void complete(Map<String, String> data) {
    store.commit();
    IndexMetadata metadata = IndexMetadata.fromUserData(data, collection.address().toString());
    store.describe(metadata, IndexMetadata.others(data));
  }

  @Override
  public long count() {
    return store.count();
  }

  /**
   * An import that breaks off over its file leaves no photo beside the one that took its place:
   * that one is found by its own id when the import is run again. After an error of sending both
   * may stay, also when it is run again.
   */
  @Override
  public void close() {
    try (store) {
      store.removeUnwanted();
    }
  }

  private CollectionPhotos before() {
    if (before == null) {
      throw new IllegalStateException("a collection that is not there has no photos");
    }
    return before;
  }
}
