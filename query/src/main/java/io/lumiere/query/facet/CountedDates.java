package io.lumiere.query.facet;

import io.lumiere.query.facet.FacetField.Narrowing;
import io.lumiere.query.facet.TakenLeaf.Day;
import io.lumiere.query.internal.lucene.GuessedDates;
import org.jspecify.annotations.Nullable;

/** Which dates of taking are counted. */
enum CountedDates {
  /** Guesses as well; or there are none. */
  ALL,
  /** What is known. */
  KNOWN;

  /** Whether a day counts; null stands for none. */
  boolean counts(@Nullable Day day) {
    return day != null && (this == ALL || !day.guessed());
  }

  /** Leaves the photos out that are not counted, in the language of searches and for Lucene. */
  Narrowing narrow(Narrowing dates) {
    return this == ALL
        ? dates
        : new Narrowing(
            dates.text() == null ? null : dates.text() + " has:date",
            GuessedDates.without(dates.query()));
  }
}
