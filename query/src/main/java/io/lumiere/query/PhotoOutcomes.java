package io.lumiere.query;

import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.PhotoOutcome;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.schema.IndexedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what became of photos in one search, wherever they are. Immutable. */
record PhotoOutcomes(SearchRequest request, IndexedModel model) {
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

  /**
   * A photo whose file could not be read.
   *
   * @param reason null where it is not known
   */
  static PhotoExplanation failed(String path, @Nullable String reason) {
    return unplaced(
        path, PhotoOutcome.FAILED, reason == null ? List.of() : List.of(reason), List.of());
  }

  /**
   * A photo that is not there.
   *
   * @param nearest a path that was likely meant
   */
  static PhotoExplanation missing(String idOrPath, Optional<String> nearest) {
    return unplaced(
        idOrPath,
        PhotoOutcome.NOT_IN_INDEX,
        nearest.map(path -> "did you mean " + path + "?").stream().toList(),
        List.of());
  }

  private static PhotoExplanation unplaced(
      String path, PhotoOutcome outcome, List<String> reasons, List<WordShare> words) {
    return PhotoExplanation.of(path, outcome, 0, 0, reasons, List.of(), words);
  }

  /**
   * A photo that is there.
   *
   * @param ahead what comes before it in all directories
   */
  PhotoExplanation of(HeldPhoto photo, HitsAhead ahead) {
    if (!photo.dropped().isEmpty()) {
      return unplaced(photo.path(), PhotoOutcome.FILTERED, dropped(photo), List.of());
    }
    int rank = photo.hit() == null ? 0 : 1 + ahead.hits();
    List<LegShare> legs = photo.legs().isEmpty() ? ahead.legs() : photo.legs();
    return legs.isEmpty() ? unranked(photo.path(), rank) : ranked(photo, rank, legs, ahead);
  }

  private static PhotoExplanation unranked(String path, int rank) {
    return rank > 0
        ? PhotoExplanation.of(path, PhotoOutcome.HIT, rank, 1, List.of(), List.of(), List.of())
        : unplaced(
            path,
            PhotoOutcome.NO_MATCH,
            List.of("there is nothing in the search to compare it with"),
            List.of());
  }

  private PhotoExplanation ranked(HeldPhoto photo, int rank, List<LegShare> legs, HitsAhead ahead) {
    float score = (float) legs.stream().mapToDouble(LegShare::share).sum();
    boolean isLookedAt = legs.stream().anyMatch(leg -> leg.rank() > 0);
    List<LegShare> places =
        photo.legs().isEmpty() ? legs : LegShare.placed(legs, photo.outside(), ahead.better());
    PhotoOutcome outcome = rank > 0 ? PhotoOutcome.HIT : outcome(isLookedAt, score, places);
    return PhotoExplanation.of(
        photo.path(), outcome, rank, score, reasons(outcome, photo, places), places, photo.words());
  }

  /** What keeps it out, in the order of the request's filters. */
  private List<String> dropped(HeldPhoto photo) {
    Map<String, String> left = new LinkedHashMap<>(photo.dropped());
    List<String> reasons = new ArrayList<>();
    for (PhotoFilter kept : request.filters()) {
      String reason = left.remove(kept.words());
      if (reason != null) {
        reasons.add(reason);
      }
    }
    reasons.addAll(left.values());
    return reasons;
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

  private List<String> reasons(PhotoOutcome outcome, HeldPhoto photo, List<LegShare> places) {
    List<String> reasons = new ArrayList<>();
    if (outcome == PhotoOutcome.HIT) {
      Arrangement arrangement = request.view().arrangement();
      if (arrangement.collapses() || arrangement.groupBy() != null) {
        reasons.add(
            "near duplicates or groups are shown by their first hits: it may stand behind another");
      }
      if (arrangement.lambda() != null) {
        reasons.add("that is its place by score: in a diverse order it may stand elsewhere");
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
    if (request.target().isAnything() && !photo.hasVector()) {
      reasons.add(
          "it has no vector of model "
              + model.id()
              + ", so what it shows is not known until a reindexing makes it");
    }
    return reasons;
  }
}
