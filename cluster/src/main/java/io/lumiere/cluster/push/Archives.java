package io.lumiere.cluster.push;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.lock.CollectionLock;
import io.lumiere.cluster.send.Repetition;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.apache.solr.client.solrj.request.SolrQuery;

/**
 * Of which archives the photos of a collection are: an index run of one of them would remove those
 * of the others.
 */
final class Archives {
  /** Photos of an index that tell whether the collection has had it before. */
  private static final int COMPARED = 500;

  /** Between ids in a request. */
  private static final String SEPARATOR = "\n";

  private final PhotoCollection collection;
  private final Repetition repetition;
  private final BooleanSupplier stopped;

  Archives(PhotoCollection collection, Repetition repetition, BooleanSupplier stopped) {
    this.collection = collection;
    this.repetition = repetition;
    this.stopped = stopped;
  }

  /** Notes whose photos come, before the first one is sent. */
  void join(IndexMetadata index, IndexReader photos) throws IOException {
    try (CollectionLock description = CollectionLock.takeDescription(collection, stopped)) {
      Map<String, String> data = repetition.of(collection::userData);
      IndexMetadata before = IndexMetadata.fromUserData(data, collection.address().toString());
      IndexMetadata now = joined(before, index, photos);
      if (!now.equals(before)) {
        Map<String, String> whole = IndexMetadata.others(data);
        whole.putAll(now.toUserData());
        repetition.run(() -> {
          description.requireHeld();
          collection.describe(whole);
        });
      }
    }
  }

  private IndexMetadata joined(IndexMetadata before, IndexMetadata index, IndexReader photos)
      throws IOException {
    if (found(new SolrQuery("*:*")) == 0) {
      return before.withArchive(index.archive()).withOtherArchives(index.otherArchives());
    }
    Set<String> others = new TreeSet<>(index.otherArchives());
    // Two machines may have an archive each at one path, but no photo with the same id.
    if (!before.archive().equals(index.archive()) || !hasSome(photos)) {
      others.add(index.archive());
    }
    return before.withOtherArchives(others);
  }

  private boolean hasSome(IndexReader photos) throws IOException {
    List<String> ids = ids(photos);
    SolrQuery query = new SolrQuery("{!terms f=" + Fields.ID + " separator=$between v=$wanted}");
    query.set("between", SEPARATOR).set("wanted", String.join(SEPARATOR, ids));
    return ids.isEmpty() || found(query) > 0;
  }

  private long found(SolrQuery query) {
    return repetition.of(() -> collection.tryCount(query));
  }

  /** Those that are read first, and so sent first. */
  private static List<String> ids(IndexReader photos) throws IOException {
    List<String> ids = new ArrayList<>();
    StoredFields stored = photos.storedFields();
    for (LeafReaderContext leaf : photos.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc() && ids.size() < COMPARED; doc++) {
        if (live == null || live.get(doc)) {
          String id = stored.document(leaf.docBase + doc, Set.of(Fields.ID)).get(Fields.ID);
          if (id != null) {
            ids.add(id);
          }
        }
      }
    }
    return ids;
  }
}
