package io.lumiere.cluster.ingest;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.PhotoPages;
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
import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
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

  private static final String[] KNOWN_FIELDS = {
    Fields.ID,
    Fields.PATH,
    Fields.SIZE,
    Fields.MODIFIED,
    Fields.SIDECARS,
    Fields.CONTENT_HASH,
    Fields.READER,
    Fields.CHANGED,
    Fields.TAKEN_REFUSED
  };

  /** Between paths in a request: no path has two slashes. */
  private static final String SEPARATOR = "//";

  /** Paths in a request. */
  private static final int LOOKED_UP = 500;

  private final PhotoCollection collection;
  private final Repetition repetition;
  private final Map<String, KnownPhoto> byPath = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final DocumentsByHash byContent;

  /** Made when it is asked for: index runs have no use for it. */
  private @Nullable Map<String, Integer> byId;

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
    PhotoPages.visit(
        new SolrQuery("*:*").setFields(KNOWN_FIELDS),
        PAGE,
        this::asked,
        photo -> {
          add(photo, contents);
          return !stopped.getAsBoolean();
        });
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

  private QueryResponse asked(SolrQuery query) {
    return repetition.of(() -> collection.tryQuery(query));
  }

  private void add(SolrDocument photo, DocumentsByHash.Builder contents) {
    String path = text(photo, Fields.PATH);
    if (byPath.putIfAbsent(path, known(photo, ids.size())) != null) {
      doubled.add(text(photo, Fields.ID));
      return;
    }
    ids.add(text(photo, Fields.ID));
    paths.add(path);
    contents.add(text(photo, Fields.CONTENT_HASH));
  }

  private static KnownPhoto known(SolrDocument photo, int document) {
    return new KnownPhoto(
        document,
        number(photo, Fields.SIZE),
        date(photo, Fields.MODIFIED),
        (String) photo.getFirstValue(Fields.SIDECARS),
        reading(photo));
  }

  /**
   * The photos that are at these paths now, of which others may have written some since all were
   * read. They are known from now on.
   */
  Map<String, KnownPhoto> at(Collection<String> asked) {
    List<String> all = List.copyOf(asked);
    Map<String, KnownPhoto> found = new HashMap<>();
    for (int i = 0; i < all.size(); i += LOOKED_UP) {
      List<String> some = all.subList(i, Math.min(all.size(), i + LOOKED_UP));
      SolrQuery query = new SolrQuery("{!terms f=" + Fields.PATH + " separator=$between v=$paths}");
      query.set("between", SEPARATOR).set("paths", String.join(SEPARATOR, some));
      // Two runs that took part in one job give a photo the same id, so there is one at a path.
      query.setRows(2 * LOOKED_UP).setFields(KNOWN_FIELDS).setSort(Fields.ID, SolrQuery.ORDER.asc);
      for (SolrDocument photo : asked(query).getResults()) {
        found.putIfAbsent(text(photo, Fields.PATH), renewed(photo));
      }
    }
    return found;
  }

  /** A photo whose path has another one now gets a number of its own. */
  private KnownPhoto renewed(SolrDocument photo) {
    String id = text(photo, Fields.ID);
    String path = text(photo, Fields.PATH);
    synchronized (ids) {
      KnownPhoto before = byPath.get(path);
      int document = ids.size();
      if (before != null && ids.get(before.document()).equals(id)) {
        document = before.document();
      } else {
        ids.add(id);
        paths.add(path);
      }
      KnownPhoto now = known(photo, document);
      if (!now.equals(before)) {
        byPath.put(path, now);
        remembered.remove(now.document());
      }
      return now;
    }
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
    synchronized (ids) {
      return Optional.ofNullable(byPath.get(path)).map(known -> ids.get(known.document()));
    }
  }

  /** The photo of an id. */
  OptionalInt find(String id) {
    synchronized (ids) {
      if (byId == null) {
        byId = new HashMap<>();
        for (int document = 0; document < ids.size(); document++) {
          byId.put(ids.get(document), document);
        }
      }
      Integer document = byId.get(id);
      return document == null ? OptionalInt.empty() : OptionalInt.of(document);
    }
  }

  /** The photo that was at a path. */
  OptionalInt findAt(String path) {
    synchronized (ids) {
      KnownPhoto known = byPath.get(path);
      return known == null ? OptionalInt.empty() : OptionalInt.of(known.document());
    }
  }

  @Override
  public Map<String, KnownPhoto> photos() {
    synchronized (ids) {
      return new HashMap<>(byPath);
    }
  }

  @Override
  public Map<String, KnownFailure> failures() {
    return new HashMap<>();
  }

  @Override
  public int size() {
    synchronized (ids) {
      return ids.size();
    }
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
    synchronized (ids) {
      return paths.get(document);
    }
  }

  /** The query for photos that have a vector in a field, which Solr's own language cannot ask. */
  static String having(String field) {
    return "{!lumiere has=" + field + "}";
  }

  @Override
  public BitSet withVector(String field) {
    BitSet having = new BitSet();
    PhotoPages.visit(
        new SolrQuery(having(field)).setFields(Fields.PATH),
        PAGE,
        this::asked,
        photo -> {
          synchronized (ids) {
            KnownPhoto known = byPath.get(text(photo, Fields.PATH));
            if (known != null) {
              having.set(known.document());
            }
          }
          return true;
        });
    return having;
  }

  /** All of them: a collection of another version is refused. */
  @Override
  public BitSet ofSchema(int version) {
    BitSet all = new BitSet();
    all.set(0, size());
    return all;
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
          "photo " + id(document) + " has left " + collection.address() + " meanwhile");
    }
    return photo;
  }

  /** Null where the photo is not there any more. */
  private @Nullable StoredPhoto get(int document) {
    String id;
    synchronized (ids) {
      StoredPhoto known = remembered.get(document);
      if (known != null) {
        return known;
      }
      id = ids.get(document);
    }
    SolrDocument found = repetition.of(() -> collection.client().getById(collection.name(), id));
    if (found == null) {
      return null;
    }
    StoredPhoto photo = StoredPhoto.of(found);
    synchronized (ids) {
      remembered.put(document, photo);
    }
    return photo;
  }

  String id(int document) {
    synchronized (ids) {
      return ids.get(document);
    }
  }
}
