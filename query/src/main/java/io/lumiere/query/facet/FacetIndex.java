package io.lumiere.query.facet;

import io.lumiere.query.facet.TakenLeaf.Day;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.schema.IndexedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What facets need to know of the index that is searched. Immutable.
 *
 * @param models that it has vectors of
 * @param onlyKnown whether dates of taking that are guesses are left out; where there are none,
 *     nothing need be
 */
record FacetIndex(List<IndexedModel> models, boolean onlyKnown) {
  /** Whether a day of taking counts; null stands for none. */
  boolean counts(@Nullable Day day) {
    return day != null && !(onlyKnown && day.guessed());
  }

  /** Leaves the photos out whose dates are not counted. */
  Narrowing narrow(Narrowing dates) {
    return onlyKnown
        ? new Narrowing(
            dates.text() == null ? null : dates.text() + " has:date",
            GuessedDates.without(dates.query()))
        : dates;
  }
}
