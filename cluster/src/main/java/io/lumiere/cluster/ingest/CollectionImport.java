package io.lumiere.cluster.ingest;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.exchange.ImportTarget;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoDocuments;
import java.util.HashMap;
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
  private final @Nullable CollectionPhotos before;

  /** Photos of this import by their paths, and the other way round. */
  private final Map<String, String> ids = new HashMap<>();

  private final Map<String, String> paths = new HashMap<>();

  private CollectionImport(
      PhotoCollection collection, CollectionStore store, BooleanSupplier stopped) {
    this.collection = collection;
    this.store = store;
    this.before = collection.exists() ? store.photos(stopped) : null;
  }

  /**
   * A collection that is opened for each import; made where there is none. The connection stays the
   * caller's to close.
   *
   * @param stopped asked while all its photos are read
   * @param withFewerCopies told at the end how many photos did not reach all copies
   */
  public record Opening(
      PhotoCollection collection,
      PushOptions options,
      BooleanSupplier stopped,
      LongConsumer withFewerCopies)
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
    public ImportTarget open() {
      CollectionStore store =
          new CollectionStore(collection, options, false, stopped, withFewerCopies);
      try {
        return new CollectionImport(collection, store, stopped);
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
  public int find(@Nullable String id, String path) {
    if (before == null) {
      return NONE;
    }
    int byId = id == null ? NONE : before.find(id).orElse(NONE);
    return byId == NONE ? before.findAt(path).orElse(NONE) : byId;
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
  public void prepare(IndexMetadata metadata) {
    store.describe(metadata);
  }

  @Override
  public void put(String id, String path, Document document) {
    String other = ids.put(path, id);
    if (other == null && before != null) {
      other = before.idAt(path).orElse(null);
    }
    // A photo of this import may have left the path meanwhile.
    if (other != null && !other.equals(id) && paths.getOrDefault(other, path).equals(path)) {
      store.remove(other);
    }
    paths.put(id, path);
    store.replace(List.of(new Term(Fields.ID, id)), document);
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

  @Override
  public void close() {
    store.close();
  }

  private CollectionPhotos before() {
    if (before == null) {
      throw new IllegalStateException("a collection that is not there has no photos");
    }
    return before;
  }
}
