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
import java.util.stream.IntStream;
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
  private final PhotoTable table = new PhotoTable();
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
    table.add(text(photo, Fields.ID), text(photo, Fields.PATH), number -> known(photo, number));
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

  private KnownPhoto renewed(SolrDocument photo) {
    KnownPhoto now =
        table.put(text(photo, Fields.ID), text(photo, Fields.PATH), number -> known(photo, number));
    synchronized (remembered) {
      remembered.remove(now.document());
    }
    return now;
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

  /**
   * Leaves one photo at each path, and returns the ids of the others: what a run that crashed may
   * have left, where all are of one archive.
   */
  List<String> withoutOthers() {
    return table.withoutOthers();
  }

  /** The id of the photo that was at a path. */
  Optional<String> idAt(String path) {
    List<Integer> there = table.at(path);
    return there.isEmpty() ? Optional.empty() : Optional.of(table.id(there.getFirst()));
  }

  /** The photo of an id. */
  OptionalInt find(String id) {
    return table.find(id);
  }

  /** All photos that were at a path. */
  List<Integer> allAt(String path) {
    return table.at(path);
  }

  @Override
  public Map<String, KnownPhoto> photos() {
    return table.photos();
  }

  @Override
  public List<KnownPhoto> others() {
    return table.others();
  }

  @Override
  public Map<String, KnownFailure> failures() {
    return new HashMap<>();
  }

  @Override
  public int size() {
    return table.size();
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
    return table.path(document);
  }

  /** The query for photos that have a vector in a field, which Solr's own language cannot ask. */
  static String having(String field) {
    return "{!lumiere has=" + field + "}";
  }

  @Override
  public BitSet withVector(String field) {
    BitSet having = new BitSet();
    PhotoPages.visit(
        new SolrQuery(having(field)).setFields(Fields.ID, Fields.PATH),
        PAGE,
        this::asked,
        photo -> {
          table.find(text(photo, Fields.ID), text(photo, Fields.PATH)).ifPresent(having::set);
          return true;
        });
    return having;
  }

  /** All of them: a collection of another version is refused. */
  @Override
  public BitSet ofSchema(int version) {
    BitSet all = new BitSet();
    all.set(0, table.numbers());
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
      if (isOf(get(document), hash) && !next.test(document)) {
        return;
      }
    }
  }

  /** Whether a photo is still there, and has this content. */
  boolean hasContent(int document, String hash) {
    if (IntStream.of(byContent.candidates(hash)).noneMatch(each -> each == document)) {
      return false;
    }
    return isOf(get(document), hash);
  }

  private static boolean isOf(@Nullable StoredPhoto photo, String hash) {
    return photo != null && photo.photo().file().contentHash().equals(hash);
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
    synchronized (remembered) {
      StoredPhoto known = remembered.get(document);
      if (known != null) {
        return known;
      }
    }
    String id = id(document);
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

  String id(int document) {
    return table.id(document);
  }
}
