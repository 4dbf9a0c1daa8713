package io.lumiere.query;

import io.lumiere.query.highlight.Highlighter;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.query.internal.lucene.PathGlobQuery;
import io.lumiere.query.internal.lucene.TakenQueries;
import io.lumiere.query.internal.words.NameQuery;
import io.lumiere.query.internal.words.Sought;
import io.lumiere.query.internal.words.WordsQueries;
import io.lumiere.query.language.Kept;
import io.lumiere.schema.Fields;
import io.lumiere.schema.FileName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns requests into Lucene queries. Thread-safe. */
final class RequestQueries {
  /** Scores of {@link WordsQueries} are parts of 1 already. */
  private static final Scale AS_IT_IS = new Scale.Linear(0, 1);

  private static final Query ALL_PHOTOS = new FieldExistsQuery(Fields.ID);

  /** The chance that a photo is meant by the whole name of its file. */
  private static final float NAME_WEIGHT = 0.999f;

  private final WordsQueries words = new WordsQueries();
  private final RequestVectors vectors;
  private final String archive;

  /**
   * Queries on one index.
   *
   * @param archive the archive's root, with which what people paste may begin
   */
  RequestQueries(RequestVectors vectors, String archive) {
    this.vectors = vectors;
    this.archive = archive;
  }

  /**
   * The query of a request.
   *
   * @param vector what {@link RequestVectors#wanted} gave for it
   */
  Query query(SearchRequest request, float @Nullable [] vector, IndexSearcher searcher)
      throws IOException {
    Query filter = filter(request);
    if (!request.isRanked()) {
      return new ConstantScoreQuery(filter == null ? ALL_PHOTOS : filter);
    }
    HybridQuery.Builder query =
        new HybridQuery.Builder()
            .fusion(request.fusion)
            // A page longer than the window would end early.
            .window(Math.max(request.window, request.limit))
            .minScore(request.minScore)
            .cutoff(cutoff(request))
            .minSimilarity(request.minSimilarity);
    if (filter != null) {
      query.filter(filter);
    }
    Query named = named(request, searcher);
    float others = named == null ? 1 : weightBesideName(request);
    if (vector != null) {
      query.vector(vectors.field(), vector, others, vectors.scale(request, searcher));
    }
    Query inWords = inWords(request, searcher);
    if (inWords != null) {
      query.words("words", inWords, others * PhotoSearch.WORDS_WEIGHT, AS_IT_IS);
    }
    if (named != null) {
      query.words("name", named, NAME_WEIGHT, AS_IT_IS);
    }
    if (inWords == null && named == null && vector == null && request.legs.isEmpty()) {
      return new MatchNoDocsQuery("no vector, and no words in '" + request.text + "'");
    }
    request.legs.forEach(leg -> query.words(leg.name(), leg.query(), leg.weight(), leg.scale()));
    return query.build();
  }

  /** Finds where what a request seeks stands in photos' words. */
  Highlighter highlighter(SearchRequest request, IndexSearcher searcher, List<Hit> hits)
      throws IOException {
    List<Query> ranking = new ArrayList<>();
    request.legs.forEach(leg -> ranking.add(leg.query()));
    Query inWords = inWords(request, searcher);
    if (inWords != null) {
      ranking.add(inWords);
    }
    return new Highlighter(
        searcher, hits.stream().map(Hit::doc).toList(), ranking, filter(request));
  }

  private static Cutoff cutoff(SearchRequest request) {
    if (request.cutoff != null) {
      return request.cutoff;
    }
    return request.minScore == 0 && cutsByDefault(request) ? Cutoff.automatic() : Cutoff.none();
  }

  /** Whether it matters where a request's hits end, since they are not read from the best on. */
  static boolean cutsByDefault(SearchRequest request) {
    boolean counts = request.limit == 0 || !request.counted.isEmpty();
    return request.isRanked()
        && (counts
            || request.arrangement.mixes()
            || HitOrder.of(request).by() != SearchRequest.Sort.RELEVANCE);
  }

  /** Photos whose file has the name that was searched for; null where none has. */
  private @Nullable Query named(SearchRequest request, IndexSearcher searcher) throws IOException {
    String written = written(request);
    if (!request.words || written.isBlank()) {
      return null;
    }
    Query named = NameQuery.ranked(written, archive);
    return searcher.search(named, 1).scoreDocs.length == 0 ? null : named;
  }

  /**
   * How much counts what photos show and their words where a file has the name that was searched
   * for, so that it comes first. A name with an extension says nothing else; one without may be a
   * word as well.
   */
  private static float weightBesideName(SearchRequest request) {
    return FileName.of(NameQuery.unquoted(written(request))).isPhoto() ? 0.5f : 0.9f;
  }

  /** What may be a file's name; empty where it cannot be one. */
  private static String written(SearchRequest request) {
    if (request.parsed != null) {
      return request.parsed.root().hasFields() ? "" : request.parsed.text();
    }
    return request.text == null ? "" : request.text;
  }

  private @Nullable Query inWords(SearchRequest request, IndexSearcher searcher)
      throws IOException {
    Query some = request.words ? words.some(sought(request), searcher.getIndexReader()) : null;
    List<Query> unwanted = unwanted(request);
    if (some == null || unwanted.isEmpty()) {
      return some;
    }
    BooleanQuery.Builder wanted = new BooleanQuery.Builder().add(some, Occur.MUST);
    unwanted.forEach(query -> wanted.add(query, Occur.MUST_NOT));
    return wanted.build();
  }

  /** What is looked for in photos' words. */
  List<Sought> sought(SearchRequest request) {
    if (request.query != null) {
      return request.query.sought();
    }
    return request.text == null ? List.of() : words.words(request.text);
  }

  private List<Query> unwanted(SearchRequest request) {
    List<Query> unwanted = new ArrayList<>();
    String said = null;
    if (request.query != null && !request.query.unwanted().isEmpty()) {
      request.query.unwanted().forEach(sought -> unwanted.add(words.filter(sought)));
      said = request.query.away();
    }
    for (String text : request.notTexts) {
      Query all = text.equals(said) ? null : words.allWords(text);
      if (all != null) {
        unwanted.add(all);
      }
    }
    return unwanted;
  }

  private @Nullable Query filter(SearchRequest request) {
    List<Kept> filters = kept(request);
    Query marked = request.keepMarked ? null : marked(request);
    if (filters.isEmpty() && marked == null && request.legs.isEmpty()) {
      return null;
    }
    // A filter or leg of the caller's own may match the records of failures.
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(ALL_PHOTOS, Occur.FILTER);
    filters.forEach(filter -> all.add(filter.query(), Occur.FILTER));
    if (marked != null) {
      all.add(marked, Occur.MUST_NOT);
    }
    return all.build();
  }

  /** What is to be known of how a request was read, a sentence each. */
  List<String> notes(SearchRequest request, IndexSearcher searcher) throws IOException {
    Query filter = filter(request);
    return filter == null
        ? List.of()
        : PathGlobQuery.folded(filter, searcher).stream()
            .map(glob ->
                "no path matches "
                    + glob
                    + " as it is written: upper and lower case were taken for the same")
            .toList();
  }

  /** Each filter, and what it keeps in words. */
  List<Kept> kept(SearchRequest request) {
    List<Kept> filters = new ArrayList<>(request.filters);
    if (request.from != null || request.to != null) {
      String from = request.from == null ? "" : " on " + request.from + " or later";
      String to = request.to == null ? "" : " on " + request.to + " or earlier";
      String both = from.isEmpty() || to.isEmpty() ? "" : " and";
      filters.add(
          new Kept(
              "photos taken" + from + both + to,
              "date",
              TakenQueries.between(request.from, request.to)));
    }
    if (request.path != null) {
      filters.add(
          new Kept(
              "photos whose path matches " + request.path,
              "path",
              new PathGlobQuery(Fields.PATH, request.path)));
    }
    if (request.camera != null) {
      filters.add(
          new Kept("photos of cameras named " + request.camera, "camera", camera(request.camera)));
    }
    return filters;
  }

  /** The photos that are liked and unliked; null where none is. */
  static @Nullable Query marked(SearchRequest request) {
    List<BytesRef> names =
        request.marked.stream()
            .filter(mark -> mark.photo != null)
            .map(mark -> new BytesRef(mark.photo))
            .toList();
    return names.isEmpty()
        ? null
        : new BooleanQuery.Builder()
            .add(new TermInSetQuery(Fields.ID, names), Occur.SHOULD)
            .add(new TermInSetQuery(Fields.PATH, names), Occur.SHOULD)
            .build();
  }

  private Query camera(String camera) {
    Query found = words.allWords(camera, Fields.CAMERA);
    if (found == null) {
      throw new IllegalArgumentException(
          "camera '" + camera + "' has no letters or digits: give words of its make or model");
    }
    return found;
  }
}
