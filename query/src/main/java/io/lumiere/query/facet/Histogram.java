package io.lumiere.query.facet;

import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a search over time, by the clock on the wall where they were taken. The counts of all
 * buckets, {@link #imprecise}, {@link #guessed} and {@link #undated} add up to all hits.
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
}
