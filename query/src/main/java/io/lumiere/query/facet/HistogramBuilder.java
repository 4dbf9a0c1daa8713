package io.lumiere.query.facet;

import io.lumiere.query.facet.FacetField.Narrowing;
import io.lumiere.query.facet.Histogram.Bucket;
import io.lumiere.query.facet.TakenLeaf.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a histogram out of counts of days.
 *
 * @param dates which have buckets
 */
record HistogramBuilder(CountedDates dates) {
  private static final List<HistogramUnit> SHORTEST_FIRST =
      List.of(HistogramUnit.DAY, HistogramUnit.MONTH, HistogramUnit.YEAR);

  Histogram build(Map<Optional<Day>, Integer> days, HistogramUnit asked) {
    HistogramUnit unit = asked == HistogramUnit.AUTO ? fitting(days) : asked;
    SortedMap<LocalDate, Integer> counts = new TreeMap<>();
    int imprecise = 0;
    int guessed = 0;
    int undated = 0;
    for (Map.Entry<Optional<Day>, Integer> counted : days.entrySet()) {
      Day day = counted.getKey().orElse(null);
      if (day == null) {
        undated += counted.getValue();
      } else if (!dates.counts(day)) {
        guessed += counted.getValue();
      } else if (day.precision().compareTo(unit.precision()) < 0) {
        imprecise += counted.getValue();
      } else {
        counts.merge(unit.start(day.first()), counted.getValue(), Integer::sum);
      }
    }
    fillGaps(counts, unit);
    List<Bucket> buckets = new ArrayList<>();
    counts.forEach((start, count) -> buckets.add(bucket(start, count, unit)));
    return new Histogram(unit, buckets, imprecise, guessed, undated);
  }

  /** A date of which only the year is known spans that year. */
  private HistogramUnit fitting(Map<Optional<Day>, Integer> days) {
    List<Day> dated =
        days.keySet().stream().flatMap(Optional::stream).filter(dates::counts).toList();
    if (dated.isEmpty()) {
      return HistogramUnit.YEAR;
    }
    LocalDate first = dated.stream().map(Day::first).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last =
        dated.stream().map(HistogramBuilder::last).max(Comparator.naturalOrder()).orElseThrow();
    return SHORTEST_FIRST.stream()
        .filter(unit -> unit.buckets(first, last) <= Histogram.AUTO_BUCKETS)
        .findFirst()
        .orElse(HistogramUnit.YEAR);
  }

  private static LocalDate last(Day day) {
    HistogramUnit known =
        SHORTEST_FIRST.stream()
            .filter(unit -> unit.precision() == day.precision())
            .findFirst()
            .orElse(HistogramUnit.DAY);
    return known.next(day.first()).minusDays(1);
  }

  private static void fillGaps(SortedMap<LocalDate, Integer> counts, HistogramUnit unit) {
    if (counts.isEmpty()) {
      return;
    }
    LocalDate last = counts.lastKey();
    if (unit.buckets(counts.firstKey(), last) > Histogram.MAX_BUCKETS) {
      return;
    }
    for (LocalDate start = counts.firstKey(); start.isBefore(last); start = unit.next(start)) {
      counts.putIfAbsent(start, 0);
    }
  }

  private Bucket bucket(LocalDate start, int count, HistogramUnit unit) {
    Narrowing narrowing = dates.narrow(unit.narrow(start));
    return new Bucket(
        start,
        unit.next(start).minusDays(1),
        unit.label(start),
        count,
        narrowing.text(),
        narrowing.query());
  }
}
