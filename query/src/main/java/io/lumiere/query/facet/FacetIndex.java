package io.lumiere.query.facet;

import io.lumiere.query.facet.TakenLeaf.Day;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.schema.IndexedModel;
import java.util.List;

/**
 * What facets need to know about the index that is searched. Immutable.
 *
 * @param models that it has vectors of
 * @param onlyKnown whether dates of taking that are guesses are left out
 */
record FacetIndex(List<IndexedModel> models, boolean onlyKnown) {
  /** Whether a day of taking counts. */
  boolean counts(Day day) {
    return !(onlyKnown && day.guessed());
  }

  /** Leaves the photos out whose dates are not counted. */
  DrillDown narrow(DrillDown dates) {
    return onlyKnown
        ? new DrillDown(
            dates.text() == null ? null : dates.text() + " has:date",
            GuessedDates.without(dates.query()))
        : dates;
  }
}
