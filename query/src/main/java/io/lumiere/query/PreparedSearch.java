package io.lumiere.query;

import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.query.internal.words.WordsQueries;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.statistics.IndexStatistics;
import io.lumiere.query.statistics.ReaderStatistics;
import io.lumiere.query.statistics.StatedSearcher;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A request prepared for one state of an index. Its vector and scale, its words, its filter and the
 * query of all of them are made once; pages, counts, highlights and explanations share them. Not
 * thread-safe.
 */
final class PreparedSearch {
  /** Scores of {@link WordsQueries} are fractions of 1 already. */
  private static final Scale AS_IT_IS = new Scale.Linear(0, 1);

  private static final Query ALL_PHOTOS = new FieldExistsQuery(Fields.ID);

  /** The chance that a photo is meant by the whole name of its file. */
  private static final float NAME_WEIGHT = 0.999f;

  private final SearchRequest request;
  private final IndexSearcher searcher;
  private final Directions directions;
  private final String archive;
  private final @Nullable Direction direction;
  private final RequestWords words;
  private final @Nullable Query filter;
  private final Query query;
  private @Nullable Query run;
  private @Nullable Query page;
  private @Nullable CutoffReport likely;

  /**
   * Prepares a request.
   *
   * @param archive the archive's root, with which what people paste may begin
   */
  PreparedSearch(
      SearchRequest request, IndexSearcher searcher, Directions directions, String archive)
      throws IOException {
    this.request = request;
    this.searcher = searcher;
    this.directions = directions;
    this.archive = archive;
    this.direction = hasVectors() ? directions.of(request.target(), searcher) : null;
    this.words = RequestWords.of(request.target(), searcher, archive);
    this.filter = makeFilter();
    this.query = request.isRanked() ? ranking() : filtering();
  }

  /** Another request prepared for the same state. */
  PreparedSearch of(SearchRequest other) throws IOException {
    return new PreparedSearch(other, searcher, directions, archive);
  }

  SearchRequest request() {
    return request;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /** The model whose vectors are compared. */
  IndexedModel model() {
    return directions.model();
  }

  /** What the model's cosines mean. */
  Calibration calibration() {
    return directions.calibration();
  }

  /** What the request looks for, of unit length; null where it has words or filters only. */
  float @Nullable [] vector() {
    return direction == null ? null : direction.vector();
  }

  RequestWords words() {
    return words;
  }

  /** The filter that every hit passes; null where there is none. */
  @Nullable Query filter() {
    return filter;
  }

  /** The queries that rank by words, and those of the caller; a hit need not match them. */
  List<Query> rankingQueries() {
    List<Query> queries = new ArrayList<>();
    request.ranking().legs().forEach(leg -> queries.add(leg.query()));
    if (words.inWords() != null) {
      queries.add(words.inWords());
    }
    return queries;
  }

  /** The query of the whole request, as Lucene prints it. */
  Query query() {
    return query;
  }

  /** The query, run so far that it can be searched, counted and sorted in any way. */
  Query run() throws IOException {
    if (run == null) {
      run = searcher.rewrite(query);
    }
    return run;
  }

  /**
   * The query for a page of hits: where the request asks for nothing else, it may find the first
   * ones alone. Whatever looks at all hits takes {@link #run}.
   */
  Query page() throws IOException {
    if (page == null && run == null && request.isOfFirstHits()) {
      findFirstHits();
    }
    return page == null ? run() : page;
  }

  private void findFirstHits() throws IOException {
    // One hit more than asked for shows whether there is a next page.
    FusedQuery found =
        query instanceof HybridQuery hybrid
            ? hybrid.first(searcher, request.paging().limit() + 1)
            : null;
    if (found != null && found.isWhole()) {
      run = found;
    } else {
      page = found;
    }
  }

  /** The scores of each ranking, of the hits of a page; null as {@link #fused}. */
  @Nullable FusedQuery fusedPage() throws IOException {
    return page() instanceof FusedQuery first && searcher.getIndexReader().numDocs() > 0
        ? first
        : null;
  }

  /** How many hits the request has. */
  int total() throws IOException {
    Query shown = page();
    return shown instanceof FusedQuery found ? found.total() : searcher.count(shown);
  }

  /** Takes what was found together with other directories as what the query finds. */
  void runAs(FusedQuery found, @Nullable CutoffReport likelyOfAll) {
    this.run = found;
    this.likely = likelyOfAll;
  }

  /** The scores of each ranking; null where the request has filters only. */
  @Nullable FusedQuery fused() throws IOException {
    return run() instanceof FusedQuery fused && searcher.getIndexReader().numDocs() > 0
        ? fused
        : null;
  }

  /** Where the likely matches end; null where nothing ranks. */
  @Nullable CutoffReport likely() throws IOException {
    FusedQuery fused = fused();
    if (likely == null && fused != null) {
      likely = fused.likely();
    }
    return likely;
  }

  /** Whether any document has a vector, in any of the directories that are searched together. */
  private boolean hasVectors() throws IOException {
    IndexStatistics statistics = StatedSearcher.of(searcher);
    return statistics instanceof ReaderStatistics
        ? hasVectorsHere()
        : statistics.finds(new FieldExistsQuery(model().field()));
  }

  /**
   * Lucene refuses a vector query on a field that no document has. Segments are asked one by one:
   * to join what they know of all fields takes longer than to find the nearest photos.
   */
  private boolean hasVectorsHere() {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (leaf.reader().getFieldInfos().fieldInfo(model().field()) != null) {
        return searcher.getIndexReader().numDocs() > 0;
      }
    }
    return false;
  }

  private @Nullable Query makeFilter() {
    Query hidden = request.target().feedback.hidden();
    if (request.filters().isEmpty() && hidden == null && request.ranking().legs().isEmpty()) {
      return null;
    }
    // A filter or leg of the caller may also match documents of failures, which are not photos.
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(ALL_PHOTOS, Occur.FILTER);
    for (PhotoFilter kept : request.filters()) {
      all.add(kept.query(), Occur.FILTER);
    }
    if (hidden != null) {
      all.add(hidden, Occur.MUST_NOT);
    }
    return all.build();
  }

  private Query filtering() {
    return new ConstantScoreQuery(filter == null ? ALL_PHOTOS : filter);
  }

  /** It holds the page: otherwise the page would end early. */
  private int window() {
    return Math.max(request.ranking().window(), request.paging().limit());
  }

  private Query ranking() {
    Ranking ranking = request.ranking();
    HybridQuery.Builder fused =
        new HybridQuery.Builder()
            .ties(Fields.ID_HASH)
            .fusion(ranking.fusion())
            .window(window())
            .minScore(ranking.minScore())
            .cutoff(request.cutoff())
            .minSimilarity(ranking.minSimilarity());
    if (filter != null) {
      fused.filter(filter);
    }
    float weight = words.besideName();
    if (direction != null && !hasVectorsHere()) {
      fused.words("vector", new MatchNoDocsQuery("no vector"), weight, directions.scale(direction));
    } else if (direction != null) {
      fused.vector(model().field(), direction.vector(), weight, directions.scale(direction));
    }
    if (words.inWords() != null) {
      fused.words("words", words.inWords(), weight * PhotoSearch.WORDS_WEIGHT, AS_IT_IS);
    }
    if (words.named() != null) {
      fused.words("name", words.named(), NAME_WEIGHT, AS_IT_IS);
    }
    ranking.legs().forEach(leg -> fused.words(leg.name(), leg.query(), leg.weight(), leg.scale()));
    boolean hasLegs = direction != null || words.named() != null || !rankingQueries().isEmpty();
    return hasLegs
        ? fused.build()
        : new MatchNoDocsQuery("no vector, and no words in '" + request.target().text + "'");
  }
}
