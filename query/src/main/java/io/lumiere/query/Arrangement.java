package io.lumiere.query;

import io.lumiere.query.alike.Diversity;
import io.lumiere.query.group.GroupBy;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a request's hits once they are in order.
 *
 * @param groupBy what hits are grouped by; null where they are not
 * @param hitsPerGroup how many hits of a group are shown
 * @param collapses whether near duplicates are shown once
 * @param alike the cosine from which photos are near duplicates; null for the model's own
 * @param lambda of a diverse order, see {@link Diversity}; null for the plain one
 */
record Arrangement(
    @Nullable GroupBy groupBy,
    int hitsPerGroup,
    boolean collapses,
    @Nullable Float alike,
    @Nullable Double lambda) {
  /** Hits as they are. */
  static final Arrangement NONE = new Arrangement(null, 1, false, null, null);

  Arrangement withGroups(GroupBy by, int newHitsPerGroup) {
    if (newHitsPerGroup < 1 || newHitsPerGroup > SearchRequest.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "hits per group are " + newHitsPerGroup + ", not in 1.." + SearchRequest.MAX_LIMIT);
    }
    return new Arrangement(by, newHitsPerGroup, collapses, alike, lambda);
  }

  Arrangement withCollapse(@Nullable Float cosine) {
    // Negated, so that NaN fails too.
    if (cosine != null && !(cosine >= -1 && cosine <= 1)) {
      throw new IllegalArgumentException(
          "cosine of near duplicates is " + cosine + ", not in -1..1");
    }
    return new Arrangement(groupBy, hitsPerGroup, true, cosine, lambda);
  }

  Arrangement withDiversity(double newLambda) {
    return new Arrangement(groupBy, hitsPerGroup, collapses, alike, Diversity.check(newLambda));
  }

  /** The cosine from which photos are near duplicates. */
  float alike(Calibration calibration) {
    return alike == null ? calibration.alike() : alike;
  }

  /** Whether hits stay as they are. */
  boolean isPlain() {
    return groupBy == null && !collapses && lambda == null;
  }

  /** Whether poor hits may come before good ones, as in groups and diverse orders. */
  boolean mixes() {
    return groupBy != null || lambda != null;
  }

  /** Refuses a page that would be too long with this limit. */
  void checkPage(int limit) {
    if (groupBy != null && (long) limit * hitsPerGroup > SearchRequest.MAX_LIMIT) {
      throw new IllegalArgumentException(
          limit
              + " groups of "
              + hitsPerGroup
              + " hits are more than "
              + SearchRequest.MAX_LIMIT
              + " on a page: take a lower limit or fewer hits per group");
    }
  }
}
