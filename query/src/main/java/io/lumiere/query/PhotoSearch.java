package io.lumiere.query;

import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.schema.EmbeddingModel;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.LumiereException;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Searches one Lumiere directory. It sees the index as it was when it was opened or last {@link
 * #refresh}ed, and never writes. Thread-safe.
 */
public final class PhotoSearch implements AutoCloseable {
  /** What a full match of words adds to a score, where a perfect likeness adds 1. */
  public static final float WORDS_WEIGHT = 0.5f;

  private final Directory directory;
  private final RefreshingSearcher searchers;
  private final String name;
  private final IndexMetadata metadata;
  private final RequestQueries queries;

  private PhotoSearch(
      Directory directory,
      DirectoryReader reader,
      String name,
      IndexMetadata metadata,
      @Nullable TextEncoder encoder)
      throws IOException {
    this.directory = directory;
    this.searchers = new RefreshingSearcher(reader);
    this.name = name;
    this.metadata = metadata;
    this.queries = new RequestQueries(encoder);
  }

  /**
   * Opens an index to search by words, filters and vectors that the caller brings.
   *
   * @throws LumiereException if there is no index, or it is none of this schema version
   */
  public static PhotoSearch open(Path index) {
    return open(index, null, null);
  }

  /**
   * Opens an index to search by texts as well.
   *
   * @param model the model that {@code encoder} runs
   * @throws io.lumiere.schema.IndexMismatchException if another model made the index
   * @throws LumiereException if there is no index, or it is none of this schema version
   */
  public static PhotoSearch open(
      Path index, @Nullable EmbeddingModel model, @Nullable TextEncoder encoder) {
    if (!Files.isDirectory(index)) {
      throw new LumiereException(
          "there is no index at " + index + ": make one with 'lumiere index DIR'");
    }
    Directory directory = null;
    DirectoryReader reader = null;
    try {
      directory = FSDirectory.open(index);
      reader = DirectoryReader.open(directory);
      IndexMetadata metadata =
          IndexMetadata.fromUserData(reader.getIndexCommit().getUserData(), index.toString());
      if (model != null) {
        metadata.requireModel(model, index.toString());
      }
      return new PhotoSearch(directory, reader, index.toString(), metadata, encoder);
    } catch (IndexNotFoundException e) {
      closeQuietly(reader, directory);
      throw new LumiereException(
          "there is no index in " + index + ": make one with 'lumiere index DIR'", e);
    } catch (IOException e) {
      closeQuietly(reader, directory);
      throw new LumiereException("index " + index + " cannot be read: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      closeQuietly(reader, directory);
      throw e;
    }
  }

  /** What the index's commit said of itself when it was opened. */
  public IndexMetadata metadata() {
    return metadata;
  }

  /**
   * Finds photos.
   *
   * @throws IllegalArgumentException if the request has a text and no {@link TextEncoder} was
   *     plugged in, or a vector of another dimension than the index
   * @throws LumiereException if the request goes on after a page of an older state of the index
   */
  public SearchResult search(SearchRequest request) {
    long started = System.nanoTime();
    return searchers.use(name, searcher -> search(searcher, request, started));
  }

  /** Why a hit is where it is, in Lucene's terms; for a hit of this state of the index. */
  public Explanation explain(SearchRequest request, Hit hit) {
    return searchers.use(
        name, searcher -> searcher.explain(queries.query(request, searcher), hit.doc()));
  }

  /** The photo at a path of the archive, as {@link Photo.PhotoFile#path} has it. */
  public Optional<Photo> find(String path) {
    return searchers.use(
        name,
        searcher -> {
          TopDocs found = searcher.search(new TermQuery(new Term(Fields.PATH, path)), 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(photo(searcher.storedFields(), found.scoreDocs[0].doc));
        });
  }

  /** The vector of the photo at a path of the archive. */
  public Optional<float[]> findVector(String path) {
    return searchers.use(name, searcher -> StoredVectors.find(searcher, path));
  }

  /** Counts what is in the index. */
  public IndexStats stats() {
    return searchers.use(name, searcher -> IndexStats.of(searcher, directory));
  }

  /** Sees what was committed since; whether there was anything. */
  public boolean refresh() {
    return searchers.refresh(name);
  }

  @Override
  public void close() {
    searchers.close();
    closeQuietly(null, directory);
  }

  private SearchResult search(IndexSearcher searcher, SearchRequest request, long started)
      throws IOException {
    long version = ((DirectoryReader) searcher.getIndexReader()).getVersion();
    PageToken after = request.after;
    if (after != null && after.readerVersion() != version) {
      throw new LumiereException(
          "index " + name + " has changed since that page: search again from the first");
    }
    if (!hasPhotos(searcher)) {
      return new SearchResult(List.of(), 0, null, Duration.ofNanos(System.nanoTime() - started));
    }
    Query query = searcher.rewrite(queries.query(request, searcher));
    Sort sort = queries.sort(request);
    ScoreDoc last = after == null ? null : after.last();
    // One more than asked for tells whether there is another page.
    TopDocs top =
        sort == null
            ? searcher.searchAfter(last, query, request.limit + 1)
            : searcher.searchAfter((FieldDoc) last, query, request.limit + 1, sort, true);
    int rank = after == null ? 0 : after.rank();
    List<Hit> hits =
        hits(searcher, query, top.scoreDocs, rank, request.limit, queries.isRanked(request));
    PageToken next =
        top.scoreDocs.length <= request.limit
            ? null
            : new PageToken(version, rank + request.limit, top.scoreDocs[request.limit - 1]);
    return new SearchResult(
        hits, searcher.count(query), next, Duration.ofNanos(System.nanoTime() - started));
  }

  private static List<Hit> hits(
      IndexSearcher searcher, Query query, ScoreDoc[] docs, int rank, int limit, boolean ranked)
      throws IOException {
    StoredFields storedFields = searcher.storedFields();
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc doc : docs) {
      if (hits.size() < limit) {
        hits.add(
            new Hit(
                rank + hits.size() + 1,
                ranked ? doc.score : 0,
                photo(storedFields, doc.doc),
                ranked ? HybridQuery.shares(query, doc.doc) : List.of(),
                doc.doc));
      }
    }
    return hits;
  }

  private static Photo photo(StoredFields storedFields, int doc) throws IOException {
    return PhotoDocuments.fromDocument(storedFields.document(doc));
  }

  /** An index whose every file failed has no vectors, and nothing to find. */
  private static boolean hasPhotos(IndexSearcher searcher) {
    FieldInfo vectors =
        FieldInfos.getMergedFieldInfos(searcher.getIndexReader()).fieldInfo(Fields.VECTOR);
    return vectors != null && searcher.getIndexReader().numDocs() > 0;
  }

  private static void closeQuietly(
      @Nullable DirectoryReader reader, @Nullable Directory directory) {
    try (directory;
        reader) {
      // Closing is all there is to do.
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}
