package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.TakenPattern;
import io.lumiere.query.internal.lucene.TakenQueries;
import io.lumiere.schema.Precision;
import java.io.IOException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.LeafReader;

/**
 * Months of whatever year.
 *
 * @param dates which count
 */
record MonthFacet(CountedDates dates) implements FacetField {
  private static final List<String> NAMES =
      Arrays.stream(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .toList();

  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new TakenLeaf<>(
        reader,
        day ->
            day != null && dates.counts(day) && day.precision() != Precision.YEAR
                ? List.of(NAMES.get(day.first().getMonthValue() - 1))
                : NONE);
  }

  @Override
  public Narrowing narrow(List<String> path) {
    Month month = Month.of(NAMES.indexOf(path.getFirst()) + 1);
    return dates.narrow(
        new Narrowing(
            "month:" + path.getFirst().toLowerCase(Locale.ROOT),
            TakenQueries.at(new TakenPattern.Months(Set.of(month)))));
  }

  @Override
  public Comparator<String> order() {
    return Comparator.comparingInt(NAMES::indexOf);
  }
}
