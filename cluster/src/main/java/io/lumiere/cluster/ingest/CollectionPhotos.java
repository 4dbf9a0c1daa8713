package io.lumiere.cluster.ingest;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.StoredPhoto;
import io.lumiere.cluster.send.Repetition;
import io.lumiere.indexer.store.KnownFailure;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Photo;
import io.lumiere.schema.Reading;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.CursorMarkParams;
import org.jspecify.annotations.Nullable;

/**
 * What a collection held when an index run began: of each photo what tells whether its file has
 * changed, some 300 bytes. The rest is asked for by id. Thread-safe.
 */
@SuppressWarnings("JavaUtilDate") // SolrJ knows moments as Date alone.
final class CollectionPhotos implements StoredPhotos {
  private static final int PAGE = 2_000;

  /** Whole photos that are remembered: the same one is asked for several times in turn. */
  private static final int REMEMBERED = 256;

  private static final SolrQuery EVERYTHING =
      new SolrQuery("*:*")
          .setRows(PAGE)
          .setSort(Fields.ID, SolrQuery.ORDER.asc)
          .setFields(
              Fields.ID,
              Fields.PATH,
              Fields.SIZE,
              Fields.MODIFIED,
              Fields.SIDECARS,
              Fields.CONTENT_HASH,
              Fields.READER,
              Fields.CHANGED,
              Fields.TAKEN_REFUSED);

  private final PhotoCollection collection;
  private final Repetition repetition;
  private final Map<String, KnownPhoto> byPath = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final DocumentsByHash byContent;
  private final Map<Integer, StoredPhoto> remembered =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, StoredPhoto> eldest) {
          return size() > REMEMBERED;
        }
      };

  private CollectionPhotos(
      PhotoCollection collection, Repetition repetition, BooleanSupplier stopped) {
    this.collection = collection;
    this.repetition = repetition;
    DocumentsByHash.Builder contents = new DocumentsByHash.Builder();
    String mark = CursorMarkParams.CURSOR_MARK_START;
    String last = null;
    while (!mark.equals(last) && !stopped.getAsBoolean()) {
      QueryResponse page = page(mark);
      page.getResults().forEach(photo -> add(photo, contents));
      last = mark;
      mark = page.getNextCursorMark();
    }
    this.byContent = contents.build();
  }

  /**
   * Reads what is committed.
   *
   * @param stopped asked often whether to end early; what is read is then incomplete
   */
  static CollectionPhotos read(
      PhotoCollection collection, Repetition repetition, BooleanSupplier stopped) {
    return new CollectionPhotos(collection, repetition, stopped);
  }

  private QueryResponse page(String mark) {
    SolrQuery query = EVERYTHING.getCopy();
    query.set(CursorMarkParams.CURSOR_MARK_PARAM, mark);
    // Other copies take some seconds to have what was committed.
    query.set("shards.preference", "replica.leader:true");
    return repetition.of(
        () -> collection.client().query(collection.name(), query, SolrRequest.METHOD.POST));
  }

  private void add(SolrDocument photo, DocumentsByHash.Builder contents) {
    String path = text(photo, Fields.PATH);
    KnownPhoto known =
        new KnownPhoto(
            ids.size(),
            number(photo, Fields.SIZE),
            date(photo, Fields.MODIFIED),
            (String) photo.getFirstValue(Fields.SIDECARS),
            reading(photo));
    if (byPath.putIfAbsent(path, known) != null) {
      doubled.add(text(photo, Fields.ID));
      return;
    }
    ids.add(text(photo, Fields.ID));
    paths.add(path);
    contents.add(text(photo, Fields.CONTENT_HASH));
  }

  private static Reading reading(SolrDocument photo) {
    String reader = (String) photo.getFirstValue(Fields.READER);
    return new Reading(
        // Millions of photos have few different values.
        reader == null ? null : reader.intern(),
        (Long) photo.getFirstValue(Fields.CHANGED),
        photo.getFirstValue(Fields.TAKEN_REFUSED) == null
            ? null
            : LocalTimes.fromMillis(date(photo, Fields.TAKEN_REFUSED)));
  }

  private static String text(SolrDocument photo, String field) {
    return (String) value(photo, field);
  }

  private static long number(SolrDocument photo, String field) {
    return ((Number) value(photo, field)).longValue();
  }

  private static long date(SolrDocument photo, String field) {
    return ((Date) value(photo, field)).getTime();
  }

  private static Object value(SolrDocument photo, String field) {
    Object value = photo.getFirstValue(field);
    if (value == null) {
      throw new LumiereException(
          "photo " + photo.getFirstValue(Fields.ID) + " of the collection has no " + field);
    }
    return value;
  }

  /** Photos at paths where there is another one, which a run that crashed may have left. */
  List<String> doubled() {
    return doubled;
  }

  /** The id of the photo that was at a path. */
  Optional<String> idAt(String path) {
    return Optional.ofNullable(byPath.get(path)).map(known -> ids.get(known.document()));
  }

  @Override
  public Map<String, KnownPhoto> photos() {
    return new HashMap<>(byPath);
  }

  @Override
  public Map<String, KnownFailure> failures() {
    return new HashMap<>();
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public Photo photo(int document) {
    return require(document).photo();
  }

  @Override
  public Map<String, float[]> vectors(int document, List<IndexedModel> models) {
    Map<String, float[]> vectors = new HashMap<>(require(document).vectors());
    vectors.keySet().retainAll(models.stream().map(IndexedModel::field).toList());
    return vectors;
  }

  @Override
  public String contentHash(int document) {
    return require(document).photo().file().contentHash();
  }

  @Override
  public String path(int document) {
    return paths.get(document);
  }

  @Override
  public OptionalInt findByContent(String hash) {
    int[] found = {-1};
    visitByContent(
        hash,
        document -> {
          found[0] = document;
          return false;
        });
    return found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }

  /** A photo that this run gave another content, or removed, is not shown. */
  @Override
  public void visitByContent(String hash, IntPredicate next) {
    for (int document : byContent.candidates(hash)) {
      StoredPhoto photo = get(document);
      if (photo != null
          && photo.photo().file().contentHash().equals(hash)
          && !next.test(document)) {
        return;
      }
    }
  }

  @Override
  public void close() {
    // The connection is somebody else's.
  }

  private StoredPhoto require(int document) {
    StoredPhoto photo = get(document);
    if (photo == null) {
      throw new LumiereException(
          "photo " + ids.get(document) + " has left " + collection.address() + " meanwhile");
    }
    return photo;
  }

  /** Null where the photo is not there any more. */
  private @Nullable StoredPhoto get(int document) {
    synchronized (remembered) {
      StoredPhoto known = remembered.get(document);
      if (known != null) {
        return known;
      }
    }
    String id = ids.get(document);
    SolrDocument found = repetition.of(() -> collection.client().getById(collection.name(), id));
    if (found == null) {
      return null;
    }
    StoredPhoto photo = StoredPhoto.of(found);
    synchronized (remembered) {
      remembered.put(document, photo);
    }
    return photo;
  }
}
