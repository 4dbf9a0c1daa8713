package io.lumiere.query;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.query.completion.Completer;
import io.lumiere.query.completion.Completion;
import io.lumiere.query.completion.FieldValues;
import io.lumiere.query.completion.IndexTerms;
import io.lumiere.query.event.ArchiveEvents;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.order.Copies;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.store.IndexErrors;
import io.lumiere.schema.store.IndexFolder;
import io.lumiere.schema.store.OpenIndex;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Searches one Lumiere directory. It sees the index as it was when it was opened or last {@link
 * #refresh}ed, and never writes. Thread-safe.
 */
public final class PhotoSearch implements PhotoFinder, AutoCloseable {
  /** The chance that a photo matches a text if its title holds all the text's words. */
  public static final float WORDS_WEIGHT = 0.9f;

  /** What is closed with this besides the searchers: the files of the index. */
  private final Closeable files;

  private final RefreshingSearcher searchers;
  private final String name;
  private final IndexMetadata metadata;
  private final IndexedModel model;
  private final Directions directions;
  private final Predicate<String> isWord;
  private final AtomicReference<@Nullable PeriodicRefresh> refreshes = new AtomicReference<>();
  private final PerReader<FieldValues> values = new PerReader<>(FieldValues::new);
  private final PerReader<ArchiveEvents> events = new PerReader<>(ArchiveEvents::of);
  private final PerReader<Copies> copies = new PerReader<>(Copies::of);
  private final PerReader<Coverage> coverage;
  private final AlikeInBackground alike;

  private PhotoSearch(
      Closeable files,
      DirectoryReader reader,
      String name,
      IndexMetadata metadata,
      IndexedModel model,
      @Nullable TextEncoder encoder,
      Calibration calibration)
      throws IOException {
    this.files = files;
    this.searchers = new RefreshingSearcher(reader, model, name);
    this.alike = new AlikeInBackground(model.field());
    this.name = name;
    this.metadata = metadata;
    this.model = model;
    this.coverage = new PerReader<>(now -> Coverage.of(new IndexSearcher(now), model));
    this.isWord = encoder == null ? word -> false : encoder::knows;
    this.directions = new Directions(encoder, calibration, model);
  }

  /**
   * Opens an index to search by words, filters and vectors that the caller brings.
   *
   * @throws LumiereException if there is no index, or it has another schema version
   */
  public static PhotoSearch open(Path index) {
    return open(index, null, null);
  }

  /**
   * Opens an index to search by texts as well.
   *
   * @param model the model that {@code encoder} runs, one of the index's; null for its default
   * @throws io.lumiere.schema.IndexMismatchException if the index has no vectors of the model
   * @throws LumiereException if there is no index, or it has another schema version
   */
  public static PhotoSearch open(
      Path index, @Nullable EmbeddingModel model, @Nullable TextEncoder encoder) {
    return open(index, model, encoder, Calibration.DEFAULT);
  }

  /**
   * Opens an index to search by texts as well.
   *
   * @param model the model that {@code encoder} runs, one of the index's; null for its default
   * @param calibration what this model's cosines mean
   * @throws io.lumiere.schema.IndexMismatchException if the index has no vectors of the model
   * @throws LumiereException if there is no index, or it has another schema version
   */
  public static PhotoSearch open(
      Path index,
      @Nullable EmbeddingModel model,
      @Nullable TextEncoder encoder,
      Calibration calibration) {
    OpenIndex opened = OpenIndex.at(index);
    return open(
        opened, opened.files(), opened.reader(), index.toString(), model, encoder, calibration);
  }

  /**
   * Searches what a reader of another part of the program sees. One that was opened from an {@code
   * IndexWriter} shows at each {@link #refresh} what was added meanwhile, committed or not; the
   * index must have a commit when it is opened.
   *
   * @param reader closed together with this, or at once where this fails
   * @param model the model that {@code encoder} runs, one of the index's; null for its default
   * @throws io.lumiere.schema.IndexMismatchException if the index has no vectors of the model
   * @throws LumiereException if it is not an index of this schema version
   */
  public static PhotoSearch open(
      DirectoryReader reader, @Nullable EmbeddingModel model, @Nullable TextEncoder encoder) {
    String name = reader.directory().toString();
    return open(reader, () -> {}, reader, name, model, encoder, Calibration.DEFAULT);
  }

  /**
   * Opens a search.
   *
   * @param opened closed where this fails
   * @param files closed with the search; not the reader, which stays open for searches that are
   *     still running
   */
  private static PhotoSearch open(
      Closeable opened,
      Closeable files,
      DirectoryReader reader,
      String name,
      @Nullable EmbeddingModel model,
      @Nullable TextEncoder encoder,
      Calibration calibration) {
    try {
      IndexMetadata metadata =
          IndexMetadata.fromUserData(reader.getIndexCommit().getUserData(), name);
      IndexedModel used =
          model == null ? metadata.models().defaultModel() : metadata.requireModel(model, name);
      return new PhotoSearch(files, reader, name, metadata, used, encoder, calibration);
    } catch (IOException e) {
      closeQuietly(opened);
      throw IndexErrors.reading(name, e);
    } catch (RuntimeException e) {
      closeQuietly(opened);
      throw e;
    }
  }

  /**
   * The metadata of an index's newest commit; nothing else is opened.
   *
   * @throws LumiereException if there is no index, or it has another schema version
   */
  public static IndexMetadata readMetadata(Path index) {
    return IndexFolder.readMetadata(index);
  }

  /**
   * The model whose vectors all searches here use: the one that it was opened with, otherwise the
   * index's default at that time.
   */
  @Override
  public IndexedModel model() {
    return model;
  }

  /** What the index's commit said of itself when it was opened. */
  @Override
  public IndexMetadata metadata() {
    return metadata;
  }

  /**
   * Finds photos.
   *
   * <p>Without a {@link TextEncoder}, a text is searched for in photos' words only.
   *
   * @throws IllegalArgumentException if the request has a vector of another dimension than the
   *     index or not of unit length, or a page token of another request
   * @throws LumiereException if a photo that hits are to be like does not exist, or the negative
   *     terms cancel what is searched for
   */
  @Override
  public SearchResult search(SearchRequest request) {
    long started = System.nanoTime();
    return searchers.use(
        name,
        searcher ->
            new ResultSearch(prepared(request, searcher))
                .result(name, coverage.of(searcher.getIndexReader()), isWord, started));
  }

  /**
   * As {@link PhotoFinder#order}. It sees the index as it is now for as long as it is open,
   * whatever is {@link #refresh}ed meanwhile.
   */
  @Override
  public ResultOrder order(SearchRequest request) {
    return searchers.use(
        name,
        searcher ->
            new OrderSearch(prepared(request, searcher))
                .order(name, isWord, events, copies, alike));
  }

  @Override
  public boolean hasFoundAlike() {
    return searchers.use(name, searcher -> alike.isFound(searcher.getIndexReader()));
  }

  /**
   * As {@link PhotoFinder#complete}. The values of a field are read when they are first asked for,
   * and again after a {@link #refresh} that found a newer commit.
   */
  @Override
  public List<Completion> complete(String text, int caret) {
    return searchers.use(
        name,
        searcher -> {
          IndexReader reader = searcher.getIndexReader();
          return new Completer(new IndexTerms(reader, values.of(reader))).at(text, caret);
        });
  }

  @Override
  public long generation() {
    return searchers.use(name, RefreshingSearcher::version);
  }

  /** Why a hit has its place, in Lucene's terms; for a hit of this state of the index. */
  public Explanation explain(SearchRequest request, Hit hit) {
    return searchers.use(
        name, searcher -> searcher.explain(prepared(request, searcher).query(), hit.doc()));
  }

  @Override
  public PhotoExplanation explain(SearchRequest request, String idOrPath) {
    return searchers.use(
        name, searcher -> new ExplainSearch(prepared(request, searcher)).of(idOrPath));
  }

  @Override
  public List<PhotoExplanation> explain(SearchRequest request, List<Hit> hits) {
    return searchers.use(name, searcher -> new ExplainSearch(prepared(request, searcher)).of(hits));
  }

  @Override
  public String luceneQuery(SearchRequest request) {
    return searchers.use(name, searcher -> prepared(request, searcher).query().toString());
  }

  private PreparedSearch prepared(SearchRequest request, IndexSearcher searcher)
      throws IOException {
    return new PreparedSearch(request, searcher, directions, metadata.archive());
  }

  @Override
  public Optional<Photo> find(String idOrPath) {
    return searchers.use(
        name,
        searcher -> {
          int doc = StoredVectors.findDoc(searcher, idOrPath);
          return doc == StoredVectors.NONE
              ? Optional.empty()
              : Optional.of(PhotoDocuments.read(searcher.storedFields(), doc));
        });
  }

  @Override
  public List<Photo> findAll(List<String> ids) {
    return ids.stream()
        .flatMap(id -> find(id).filter(photo -> photo.id().equals(id)).stream())
        .toList();
  }

  @Override
  public Optional<String> findPath(String idOrPath) {
    return find(idOrPath).map(photo -> photo.file().path());
  }

  /** The path of the photo that was likely meant by a path that no photo has. */
  @Override
  public Optional<String> nearestPath(String path) {
    return searchers.use(name, searcher -> NearestPaths.find(searcher, path));
  }

  @Override
  public Optional<float[]> findVector(String idOrPath) {
    return searchers.use(
        name,
        searcher -> {
          int doc = StoredVectors.findDoc(searcher, idOrPath);
          return doc == StoredVectors.NONE
              ? Optional.empty()
              : Optional.ofNullable(StoredVectors.read(searcher, doc, model.field()));
        });
  }

  /** Counts what is in the index. */
  public IndexStats stats() {
    return searchers.use(name, searcher -> IndexStats.of(searcher, name));
  }

  /**
   * Makes searches see what was committed meanwhile; running searches end on the state that they
   * began with.
   *
   * @return whether there was a newer commit
   * @throws io.lumiere.schema.IndexMismatchException if the index has no vectors of the model any
   *     more; searches go on with what was there before
   * @throws LumiereException if the newer commit cannot be read; likewise
   */
  @Override
  public boolean refresh() {
    return searchers.refresh(name);
  }

  /**
   * Calls {@link #refresh} periodically from now on, in a daemon thread, until this is closed; a
   * second call changes the interval. If a refresh fails, searches continue with the state before,
   * and the next refresh may succeed.
   *
   * @param interval the time between two, more than zero
   */
  public void refreshEvery(Duration interval) {
    PeriodicRefresh before = refreshes.getAndSet(new PeriodicRefresh(this::refresh, interval));
    if (before != null) {
      before.close();
    }
  }

  @Override
  public void close() {
    PeriodicRefresh refresh = refreshes.getAndSet(null);
    if (refresh != null) {
      refresh.close();
    }
    alike.close();
    searchers.close();
    closeQuietly(files);
  }

  private static void closeQuietly(Closeable closeable) {
    try (closeable) {
      // Nothing else can be done when closing fails.
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}
