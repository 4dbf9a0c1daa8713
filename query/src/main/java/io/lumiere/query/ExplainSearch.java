package io.lumiere.query;

import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.PhotoOutcome;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.query.internal.words.WordCounts;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.schema.Fields;
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
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Explains what one search of one state of the index did with photos. Not thread-safe. */
final class ExplainSearch {
  private final PreparedSearch prepared;
  private final SearchRequest request;
  private final IndexSearcher searcher;
  private @Nullable Map<Integer, Integer> ranks;

  ExplainSearch(PreparedSearch prepared) {
    this.prepared = prepared;
    this.request = prepared.request();
    this.searcher = prepared.searcher();
  }

  /** Explains hits, without comparing them with photos that the search did not look at. */
  List<PhotoExplanation> of(List<Hit> hits) throws IOException {
    List<PhotoExplanation> explained = new ArrayList<>();
    for (Hit hit : hits) {
      explained.add(of(hit));
    }
    return explained;
  }

  private PhotoExplanation of(Hit hit) throws IOException {
    return of(hit, words(hit.doc()));
  }

  /**
   * The explanation of a hit.
   *
   * @param words those of the search that it has
   */
  static PhotoExplanation of(Hit hit, List<WordShare> words) {
    return PhotoExplanation.of(
        hit.photo().file().path(),
        PhotoOutcome.HIT,
        hit.rank(),
        hit.score(),
        List.of(),
        hit.legs(),
        words);
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
      return PhotoExplanation.of(path, PhotoOutcome.FILTERED, 0, 0, dropped, List.of(), List.of());
    }
    int rank = ranks().getOrDefault(doc, 0);
    FusedQuery fused = prepared.fused();
    if (fused == null) {
      return PhotoExplanation.of(
          path,
          rank > 0 ? PhotoOutcome.HIT : PhotoOutcome.NO_MATCH,
          rank,
          rank > 0 ? 1 : 0,
          rank > 0 ? List.of() : List.of("there is nothing in the search to compare it with"),
          List.of(),
          List.of());
    }
    List<LegShare> shares = fused.shares(doc);
    float score = (float) shares.stream().mapToDouble(LegShare::share).sum();
    boolean isLookedAt = shares.stream().anyMatch(leg -> leg.rank() > 0);
    List<LegShare> places = fused.places(searcher, doc);
    PhotoOutcome outcome = rank > 0 ? PhotoOutcome.HIT : outcome(isLookedAt, score, places);
    return PhotoExplanation.of(
        path, outcome, rank, score, reasons(outcome, doc, places), places, words(doc));
  }

  private PhotoOutcome outcome(boolean isLookedAt, float score, List<LegShare> places) {
    if (isLookedAt) {
      return score < request.ranking().minScore()
          ? PhotoOutcome.BELOW_MIN_SCORE
          : PhotoOutcome.CUT_OFF;
    }
    return places.stream().anyMatch(leg -> leg.rank() > 0)
        ? PhotoOutcome.OUTSIDE_WINDOW
        : PhotoOutcome.NO_MATCH;
  }

  private List<String> reasons(PhotoOutcome outcome, int doc, List<LegShare> places)
      throws IOException {
    List<String> reasons = new ArrayList<>();
    if (outcome == PhotoOutcome.HIT) {
      Arrangement arrangement = request.view().arrangement();
      if (arrangement.collapses() || arrangement.groupBy() != null) {
        reasons.add(
            "near duplicates or groups are shown by their first hits: it may stand behind another");
      }
      return reasons;
    }
    if (outcome == PhotoOutcome.BELOW_MIN_SCORE) {
      reasons.add(
          String.format(
              Locale.ROOT, "the lowest score asked for is %s", request.ranking().minScore()));
    }
    for (LegShare leg : places) {
      boolean isFar = leg.leg().equals("vector") && leg.rank() > 0;
      if (isFar && leg.score() < request.ranking().minSimilarity()) {
        reasons.add(
            "its cosine of "
                + leg.score()
                + " is below the lowest asked for, "
                + request.ranking().minSimilarity());
      }
    }
    if (request.target().isAnything()
        && StoredVectors.read(searcher, doc, prepared.model().field()) == null) {
      reasons.add(
          "it has no vector of model "
              + prepared.model().id()
              + ", so what it shows is not known until a reindexing makes it");
    }
    return reasons;
  }

  private List<String> dropped(int doc, Photo photo) throws IOException {
    List<String> dropped = new ArrayList<>();
    for (PhotoFilter kept : request.filters()) {
      if (!searcher.explain(kept.query(), doc).isMatch()) {
        dropped.add(
            "the search keeps only "
                + kept.words()
                + QueryFields.fact(kept.field(), photo).map(fact -> ": " + fact).orElse(""));
      }
    }
    Query hidden = request.target().feedback.hidden();
    if (hidden != null && searcher.explain(hidden, doc).isMatch()) {
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
          PhotoOutcome.FAILED,
          0,
          0,
          reason == null ? List.of() : List.of(reason),
          List.of(),
          List.of());
    }
    List<String> nearest =
        NearestPaths.find(searcher, idOrPath).map(path -> "did you mean " + path + "?").stream()
            .toList();
    return PhotoExplanation.of(
        idOrPath, PhotoOutcome.NOT_IN_INDEX, 0, 0, nearest, List.of(), List.of());
  }

  /** Which words of the search a document has. */
  List<WordShare> words(int doc) throws IOException {
    RequestWords words = prepared.words();
    return WordCounts.of(words.sought(), words.stems(), searcher, doc).stream()
        .map(word -> new WordShare(word.word(), word.field(), word.counts(), word.isStem()))
        .toList();
  }

  private Map<Integer, Integer> ranks() throws IOException {
    if (ranks == null) {
      ranks = new HashMap<>();
      int all = Math.max(1, searcher.count(prepared.run()));
      Sort order = request.paging().order().sort();
      for (ScoreDoc hit : searcher.search(prepared.run(), all, order).scoreDocs) {
        ranks.put(hit.doc, ranks.size() + 1);
      }
    }
    return ranks;
  }
}
