package io.lumiere.query;

import io.lumiere.query.explain.Outcome;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.query.internal.words.WordCounts;
import io.lumiere.query.language.Kept;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Says what became of photos in one search of one state of the index. Not thread-safe. */
final class ExplainSearch {
  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final Query query;
  private final RequestQueries queries;
  private final IndexedModel model;
  private @Nullable Map<Integer, Integer> ranks;

  /**
   * A search.
   *
   * @param query the request's, rewritten by {@code searcher}
   * @param model whose vectors are compared
   */
  ExplainSearch(
      IndexSearcher searcher,
      SearchRequest request,
      Query query,
      RequestQueries queries,
      IndexedModel model) {
    this.searcher = searcher;
    this.request = request;
    this.query = query;
    this.queries = queries;
    this.model = model;
  }

  /** What the search says of a hit, without comparing it with photos that it did not look at. */
  PhotoExplanation of(Hit hit) throws IOException {
    return PhotoExplanation.of(
        hit.photo().file().path(),
        Outcome.HIT,
        hit.rank(),
        hit.score(),
        List.of(),
        hit.legs(),
        words(hit.doc()));
  }

  /** What became of the photo with this id or, failing that, this path. */
  PhotoExplanation of(String idOrPath) throws IOException {
    int doc = StoredVectors.findDoc(searcher, idOrPath);
    if (doc == StoredVectors.NONE) {
      return missing(idOrPath);
    }
    Photo photo = PhotoDocuments.fromDocument(searcher.storedFields().document(doc));
    String path = photo.file().path();
    List<String> dropped = dropped(doc, photo);
    if (!dropped.isEmpty()) {
      return PhotoExplanation.of(path, Outcome.FILTERED, 0, 0, dropped, List.of(), List.of());
    }
    int rank = ranks().getOrDefault(doc, 0);
    if (!HybridQuery.isRun(query)) {
      return PhotoExplanation.of(
          path,
          rank > 0 ? Outcome.HIT : Outcome.NO_MATCH,
          rank,
          rank > 0 ? 1 : 0,
          rank > 0 ? List.of() : List.of("there is nothing in the search to compare it with"),
          List.of(),
          List.of());
    }
    List<LegShare> shares = HybridQuery.shares(query, doc);
    float score = (float) shares.stream().mapToDouble(LegShare::share).sum();
    boolean isLookedAt = shares.stream().anyMatch(leg -> leg.rank() > 0);
    List<LegShare> places = HybridQuery.places(query, searcher, doc);
    Outcome outcome = rank > 0 ? Outcome.HIT : outcome(isLookedAt, score, places);
    return PhotoExplanation.of(
        path, outcome, rank, score, reasons(outcome, doc, places), places, words(doc));
  }

  private Outcome outcome(boolean isLookedAt, float score, List<LegShare> places) {
    if (isLookedAt) {
      return score < request.minScore ? Outcome.BELOW_MIN_SCORE : Outcome.CUT_OFF;
    }
    return places.stream().anyMatch(leg -> leg.rank() > 0)
        ? Outcome.OUTSIDE_WINDOW
        : Outcome.NO_MATCH;
  }

  private List<String> reasons(Outcome outcome, int doc, List<LegShare> places) throws IOException {
    List<String> reasons = new ArrayList<>();
    if (outcome == Outcome.HIT) {
      if (request.arrangement.collapses() || request.arrangement.groupBy() != null) {
        reasons.add(
            "near duplicates or groups are shown by their first hits: it may stand behind another");
      }
      return reasons;
    }
    if (outcome == Outcome.BELOW_MIN_SCORE) {
      reasons.add(String.format(Locale.ROOT, "the lowest score asked for is %s", request.minScore));
    }
    for (LegShare leg : places) {
      boolean isFar = leg.leg().equals("vector") && leg.rank() > 0;
      if (isFar && leg.score() < request.minSimilarity) {
        reasons.add(
            "its cosine of "
                + leg.score()
                + " is below the lowest asked for, "
                + request.minSimilarity);
      }
    }
    if (request.isSought() && StoredVectors.read(searcher, doc, model.field()) == null) {
      reasons.add(
          "it has no vector of model "
              + model.id()
              + ", so what it shows is not known until a reindexing makes it");
    }
    return reasons;
  }

  private List<String> dropped(int doc, Photo photo) throws IOException {
    List<String> dropped = new ArrayList<>();
    for (Kept kept : queries.kept(request)) {
      if (!searcher.explain(kept.query(), doc).isMatch()) {
        dropped.add(
            "the search keeps only "
                + kept.words()
                + PhotoFacts.about(kept.field(), photo).map(fact -> ": " + fact).orElse(""));
      }
    }
    Query marked = request.keepMarked ? null : RequestQueries.marked(request);
    if (marked != null && searcher.explain(marked, doc).isMatch()) {
      dropped.add("it is one of the photos that others are to be like or unlike");
    }
    return dropped;
  }

  private PhotoExplanation missing(String idOrPath) throws IOException {
    ScoreDoc[] failed =
        searcher.search(new TermQuery(new Term(Fields.FAILURE_PATH, idOrPath)), 1).scoreDocs;
    if (failed.length > 0) {
      String reason = searcher.storedFields().document(failed[0].doc).get(Fields.FAILURE_REASON);
      return PhotoExplanation.of(
          idOrPath,
          Outcome.FAILED,
          0,
          0,
          reason == null ? List.of() : List.of(reason),
          List.of(),
          List.of());
    }
    List<String> nearest =
        NearestPaths.find(searcher, idOrPath).map(path -> "did you mean " + path + "?").stream()
            .toList();
    return PhotoExplanation.of(idOrPath, Outcome.NOT_IN_INDEX, 0, 0, nearest, List.of(), List.of());
  }

  private List<WordShare> words(int doc) throws IOException {
    if (!request.words) {
      return List.of();
    }
    return WordCounts.of(queries.sought(request), searcher, doc).stream()
        .map(word -> new WordShare(word.word(), word.field(), word.counts(), word.isStem()))
        .toList();
  }

  private Map<Integer, Integer> ranks() throws IOException {
    if (ranks == null) {
      ranks = new HashMap<>();
      int all = Math.max(1, searcher.count(query));
      for (ScoreDoc hit : searcher.search(query, all, HitOrder.of(request).sort()).scoreDocs) {
        ranks.put(hit.doc, ranks.size() + 1);
      }
    }
    return ranks;
  }
}
