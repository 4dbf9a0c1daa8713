package io.lumiere.query.language.fields;

import static io.lumiere.query.language.fields.QueryField.phrase;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.language.dates.FriendlyDates;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Fields of the time of taking. */
final class DateFields {
  private static final String[] MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.name().toLowerCase(Locale.ROOT))
          .toArray(String[]::new);

  private static final String[] DATES =
      Stream.concat(
              Stream.of(
                  "today",
                  "yesterday",
                  "this week",
                  "last week",
                  "this month",
                  "last month",
                  "this year",
                  "last year",
                  "last 30 days",
                  "spring",
                  "summer",
                  "autumn",
                  "winter",
                  "christmas",
                  "weekend"),
              Arrays.stream(MONTHS))
          .toArray(String[]::new);

  private DateFields() {}

  /** The fields, with what dates mean today. */
  static List<QueryField> all(FriendlyDates dates) {
    return QueryField.all(
        phrase("date", "last june", "days of taking", new DateReader(dates))
            .aliases("taken", "when", "day")
            .has(GuessedDates.known(), "date")
            .choices(DATES)
            .fact(Facts::taken),
        phrase("year", "2019..2021", "years of taking", years())
            .aliases("years")
            .facet(Facet.YEAR)
            .fact(Facts::taken),
        phrase("month", "11..2", "months of whatever year", YearReader::month)
            .aliases("months")
            .facet(Facet.MONTH)
            .choices(MONTHS)
            .fact(Facts::taken),
        phrase("time", "22:00..4:00", "time of day on the clock there", TimeReader::read)
            .aliases("hour")
            .fact(Facts::taken),
        phrase(
                "confidence",
                "high",
                "how far the date is to be believed: high, medium, low; guess: the file's time",
                KindReaders.confidence())
            .facet(Facet.CONFIDENCE)
            .fact(Facts::taken));
  }

  private static ValueReader years() {
    return new NumberReader(
        "year",
        YearReader::year,
        NumberReader.EXACT,
        YearReader::years,
        "2021, 2019..2021, >=2019");
  }
}
