package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.TakenPattern;
import io.lumiere.query.internal.lucene.TakenQueries;
import io.lumiere.schema.Precision;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The facets of dates of taking. */
final class TakenFacets {
  // In English. Java's own names load the data of all locales, which a search would wait for.
  private static final List<String> MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT))
          .toList();

  private TakenFacets() {}

  /** Years. */
  static Facet year() {
    return new Facet(
        "year",
        Facet.Values.of(
            TakenLeaf.DAYS,
            (taken, index) ->
                taken
                    .filter(index::counts)
                    .map(day -> List.of(Integer.toString(day.first().getYear())))
                    .orElse(List.of())),
        (path, index) ->
            index.narrow(
                HistogramUnit.YEAR.narrow(LocalDate.of(Integer.parseInt(path.getFirst()), 1, 1))),
        1,
        Comparator.comparingInt(Integer::parseInt));
  }

  /** Months of whatever year. */
  static Facet month() {
    return new Facet(
        "month",
        Facet.Values.of(
            TakenLeaf.DAYS,
            (taken, index) ->
                taken
                    .filter(day -> index.counts(day) && day.precision() != Precision.YEAR)
                    .map(day -> List.of(MONTHS.get(day.first().getMonthValue() - 1)))
                    .orElse(List.of())),
        (path, index) -> index.narrow(month(path.getFirst())),
        1,
        Comparator.comparingInt(MONTHS::indexOf));
  }

  private static DrillDown month(String name) {
    Month month = Month.of(MONTHS.indexOf(name) + 1);
    return new DrillDown(
        "month:" + name.toLowerCase(Locale.ROOT),
        TakenQueries.at(new TakenPattern.Months(Set.of(month))));
  }
}
