package io.lumiere.app.option;

import io.lumiere.query.RequestRules;
import io.lumiere.query.RequestRules.Part;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.language.dates.When;
import io.lumiere.query.language.dates.WrittenDates;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say which photos a search keeps, and how many hits it shows in which order. Not
 * thread-safe.
 */
public final class FilterOptions {
  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "Keep photos taken in this year, such as 2021.")
  @Nullable Integer year;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "Keep photos taken on this day or later: 2021-07-04, 2021/7/4, 2021-07, 2021 or 2020s.")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description =
          "Keep photos taken on this day or earlier; a month, year or decade counts to its end.")
  @Nullable String to;

  @Option(
      names = "--camera",
      paramLabel = "WORDS",
      description = "Keep photos of cameras whose make and model hold all these words.")
  @Nullable String camera;

  @Option(
      names = "--path",
      paramLabel = "GLOB",
      description =
          "Keep photos whose path matches: 'trips/**', '*.png'. * stays within a name, ** crosses"
              + " folders.")
  @Nullable String path;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most N photos; 0 only counts. Default: ${DEFAULT-VALUE}")
  int limit = 20;

  @Option(
      names = "--min-score",
      paramLabel = "S",
      description =
          "Leave out photos with a lower score, 0 to 1: the chance that a photo matches, by what it"
              + " shows or its words.")
  float minScore;

  @Mixin OrderOptions order = new OrderOptions();

  /** The most hits that are shown. */
  public int limit() {
    return limit;
  }

  /** The lowest score that is kept. */
  public float minScore() {
    return minScore;
  }

  /** The options of order and pages. */
  public OrderOptions order() {
    return order;
  }

  public SearchRequestBuilder request() {
    SearchRequestBuilder request =
        SearchRequest.builder().limit(limit).minScore(minScore).likely(true);
    order.addTo(request);
    RequestRules.check(given(), OptionNames::of);
    if (year != null) {
      request.year(checkedYear(year));
    }
    if (from != null) {
      request.from(days(from, "--from").from());
    }
    if (to != null) {
      request.to(days(to, "--to").to());
    }
    if (camera != null) {
      request.camera(camera);
    }
    if (path != null) {
      request.path(path);
    }
    return request;
  }

  private Set<Part> given() {
    Set<Part> given = EnumSet.noneOf(Part.class);
    if (year != null) {
      given.add(Part.YEAR);
    }
    if (from != null) {
      given.add(Part.FROM);
    }
    if (to != null) {
      given.add(Part.TO);
    }
    return given;
  }

  private static int checkedYear(int value) {
    if (value < 1 || value > 9999) {
      throw new IllegalArgumentException("--year " + value + " is not in 1..9999");
    }
    return value;
  }

  /** The days of a date in digits, as the language of searches reads it. */
  private static When.Days days(String text, String option) {
    return WrittenDates.read(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                option + " " + text + " is not a date: write 2021-07-04, 2021-07 or 2021"));
  }
}
