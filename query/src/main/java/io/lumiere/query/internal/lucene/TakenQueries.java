package io.lumiere.query.internal.lucene;

import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Photos by when they were taken. A photo of which only the month or the year is known is found by
 * ranges of days that include all of it, and by recurring times only as far as its date is known.
 */
public final class TakenQueries {
  private TakenQueries() {}

  /**
   * Photos taken within some days; both ends count.
   *
   * @param from the first; null where there is none
   * @param to the last; null where there is none
   */
  public static Query between(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new BooleanQuery.Builder()
        .add(of(range(from, to), "day", "time"), Occur.SHOULD)
        .add(of(range(firstMonth(from), lastMonth(to)), "month"), Occur.SHOULD)
        .add(of(range(firstYear(from), lastYear(to)), "year"), Occur.SHOULD)
        .build();
  }

  /** Photos taken at a recurring time. */
  public static Query at(TakenPattern pattern) {
    Query matching = new DocValuesFilter(new PatternTest(pattern), Fields.TAKEN);
    return switch (pattern) {
      case TakenPattern.Months months -> of(matching, "month", "day", "time");
      case TakenPattern.Weekdays days -> of(matching, "day", "time");
      case TakenPattern.TimeOfDay times -> of(matching, "time");
    };
  }

  private static Query of(Query dates, String... precisions) {
    List<BytesRef> known = List.of(precisions).stream().map(BytesRef::new).toList();
    return new BooleanQuery.Builder()
        .add(dates, Occur.FILTER)
        .add(KeywordField.newSetQuery(Fields.TAKEN_PRECISION, known), Occur.FILTER)
        .build();
  }

  private static Query range(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from != null && to != null && from.isAfter(to)
        ? new MatchNoDocsQuery("no day from " + from + " to " + to)
        : LongField.newRangeQuery(
            Fields.TAKEN,
            from == null ? Long.MIN_VALUE : LocalTimes.startOf(from),
            to == null ? Long.MAX_VALUE : LocalTimes.endOf(to));
  }

  /** The first day of the first whole month. */
  private static @Nullable LocalDate firstMonth(@Nullable LocalDate from) {
    return from == null
        ? null
        : from.plusMonths(from.getDayOfMonth() == 1 ? 0 : 1).withDayOfMonth(1);
  }

  /** The first day of the last whole month. */
  private static @Nullable LocalDate lastMonth(@Nullable LocalDate to) {
    return to == null ? null : to.plusDays(1).withDayOfMonth(1).minusMonths(1);
  }

  private static @Nullable LocalDate firstYear(@Nullable LocalDate from) {
    return from == null ? null : from.plusYears(from.getDayOfYear() == 1 ? 0 : 1).withDayOfYear(1);
  }

  private static @Nullable LocalDate lastYear(@Nullable LocalDate to) {
    return to == null ? null : to.plusDays(1).withDayOfYear(1).minusYears(1);
  }

  private record PatternTest(TakenPattern pattern) implements DocValuesFilter.Test {
    @Override
    public boolean passes(long[] values) {
      return pattern.matches(values[0]);
    }
  }
}
