package io.lumiere.query.facet;

import io.lumiere.query.facet.TakenLeaf.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a search over time, by the clock on the wall where they were taken. The counts of all
 * buckets, {@link #imprecise}, {@link #guessed} and {@link #undated} add up to all hits. Immutable.
 *
 * @param unit how long buckets are; never {@link HistogramUnit#AUTO}
 * @param buckets earliest first. Empty ones between the first and the last are among them, unless
 *     that makes more than {@value #MAX_BUCKETS}
 * @param imprecise how many hits are in no bucket because too little of their date is known: a
 *     photo known to be of 2021 is of no month
 * @param guessed how many hits are in no bucket because their date is a guess; 0 where {@link
 *     FacetSearch#guesses} counts these like others
 * @param undated how many hits have no date
 */
public record Histogram(
    HistogramUnit unit, List<Bucket> buckets, int imprecise, int guessed, int undated) {
  /** With more buckets than this, empty ones are left out. */
  public static final int MAX_BUCKETS = 4_000;

  /** {@link HistogramUnit#AUTO} makes no more buckets than this, unless by years. */
  public static final int AUTO_BUCKETS = 60;

  public Histogram {
    buckets = List.copyOf(buckets);
  }

  /**
   * A year, a month or a day.
   *
   * @param first its first day
   * @param last its last day
   * @param label {@code 2021}, {@code 2021-07} or {@code 2021-07-04}
   * @param count how many hits are of it
   * @param text keeps just the photos of it, in the language of searches; null where the language
   *     cannot say it: before the year 1 and after 9999
   * @param query the same for Lucene
   */
  public record Bucket(
      LocalDate first,
      LocalDate last,
      String label,
      int count,
      @Nullable String text,
      Query query) {}

  /**
   * Makes a histogram from counts of days; empty stands for no day.
   *
   * @param index says which days count
   */
  static Histogram of(Map<Optional<Day>, Integer> days, HistogramUnit unit, FacetIndex index) {
    return new Builder(index).build(days, unit);
  }

  private record Builder(FacetIndex index) {
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
        } else if (!index.counts(day)) {
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
          days.keySet().stream().flatMap(Optional::stream).filter(index::counts).toList();
      if (dated.isEmpty()) {
        return HistogramUnit.YEAR;
      }
      LocalDate first = dated.stream().map(Day::first).min(Comparator.naturalOrder()).orElseThrow();
      LocalDate last =
          dated.stream().map(Builder::last).max(Comparator.naturalOrder()).orElseThrow();
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
      DrillDown narrowing = index.narrow(unit.narrow(start));
      return new Bucket(
          start,
          unit.next(start).minusDays(1),
          unit.label(start),
          count,
          narrowing.text(),
          narrowing.query());
    }
  }
}
