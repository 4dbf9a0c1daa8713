package io.lumiere.query.group;

import io.lumiere.query.internal.lucene.FieldNumbers;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Precision;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Days, months or years. A number is {@code ((year * 16 + month) * 32 + day) * 2}, with a day or
 * month of 0 where it is not known or does not matter, and 1 more for a guess: these have groups of
 * their own.
 */
final class DateKeys implements GroupKeys {
  private static final long NO_DATE = Long.MIN_VALUE;
  private static final long MILLIS_OF_DAY = 86_400_000L;

  /** What is asked for; a date that is known less well keeps its own precision. */
  private final Precision finest;

  DateKeys(Precision finest) {
    this.finest = finest;
  }

  @Override
  public Segment leaf(LeafReaderContext context) throws IOException {
    NumericDocValues taken = FieldNumbers.of(context.reader(), Fields.TAKEN);
    GuessedDates.OfSegment guesses = new GuessedDates.OfSegment(context.reader());
    KeywordOrds precisions = new KeywordOrds(context.reader(), Fields.TAKEN_PRECISION);
    // The terms are four at most: none is looked up twice.
    Precision[] known = new Precision[precisions.size()];
    for (int ord = 0; ord < known.length; ord++) {
      known[ord] = Precision.of(precisions.term(ord));
    }
    return new Segment() {
      private long lastDay = Long.MIN_VALUE;
      private Precision lastPrecision = Precision.TIME;
      private long lastKey;

      @Override
      public long key(int doc) throws IOException {
        if (!taken.advanceExact(doc)) {
          return NO_DATE;
        }
        int ord = precisions.ord(doc);
        Precision precision = ord < 0 ? Precision.TIME : known[ord];
        long day = Math.floorDiv(taken.longValue(), MILLIS_OF_DAY);
        // Neighbouring photos are often of one day.
        if (day != lastDay || precision != lastPrecision) {
          lastDay = day;
          lastPrecision = precision;
          lastKey = DateKeys.this.key(LocalDate.ofEpochDay(day), precision);
        }
        return lastKey * 2 + GuessedDates.key(guesses.isGuessed(doc));
      }
    };
  }

  private long key(LocalDate day, Precision known) {
    Precision precision = known.compareTo(finest) < 0 ? known : finest;
    return pack(
        day.getYear(),
        precision == Precision.YEAR ? 0 : day.getMonthValue(),
        precision == Precision.DAY ? day.getDayOfMonth() : 0);
  }

  private static long pack(int year, int month, int day) {
    return (year * 16L + month) * 32 + day;
  }

  /** The keys of days, months or years. */
  static DateKeys of(GroupBy by) {
    return new DateKeys(
        switch (by) {
          case DAY -> Precision.DAY;
          case MONTH -> Precision.MONTH;
          case YEAR -> Precision.YEAR;
          case BURST, PLACE -> throw new IllegalArgumentException(by + " is not of dates");
        });
  }

  @Override
  public GroupCode code(long key, int doc) {
    GroupBy by =
        switch (finest) {
          case YEAR -> GroupBy.YEAR;
          case MONTH -> GroupBy.MONTH;
          default -> GroupBy.DAY;
        };
    return new GroupCode(by, List.of(Long.toString(key)));
  }

  @Override
  public Group group(long key, int doc, int photos) {
    return group(key, photos);
  }

  /** The group with this number, which is the same everywhere. */
  Group group(long key, int photos) {
    if (key == NO_DATE) {
      return new Group(Group.NONE, "no date", photos, noDate());
    }
    Group known = packed(Math.floorDiv(key, 2L), photos);
    return Math.floorMod(key, 2L) == 0
        ? new Group(known.key(), known.label(), photos, GuessedDates.without(known.filter()))
        : new Group(
            "~" + known.key(),
            known.label() + ", by the file's time",
            photos,
            all(known.filter(), GuessedDates.query()));
  }

  private Group packed(long packed, int photos) {
    int day = (int) Math.floorMod(packed, 32L);
    int month = (int) Math.floorMod(Math.floorDiv(packed, 32L), 16L);
    int year = (int) Math.floorDiv(packed, 32L * 16);
    if (month == 0) {
      LocalDate first = LocalDate.of(year, 1, 1);
      return named(
          String.format(Locale.ROOT, "%04d", year),
          Precision.YEAR,
          between(first, first.plusYears(1)),
          photos);
    }
    if (day == 0) {
      YearMonth whole = YearMonth.of(year, month);
      Query filter = between(whole.atDay(1), whole.plusMonths(1).atDay(1));
      return named(whole.toString(), Precision.MONTH, filter, photos);
    }
    LocalDate date = LocalDate.of(year, month, day);
    return named(date.toString(), Precision.DAY, between(date, date.plusDays(1)), photos);
  }

  private Group named(String name, Precision precision, Query within, int photos) {
    boolean known = precision == finest;
    String label = known ? name : name + ", " + finest.keyword() + " unknown";
    return new Group(name, label, photos, known ? knownWell(within) : all(within, is(precision)));
  }

  /** Leaves out what is known less well than is asked for. */
  private Query knownWell(Query within) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(within, Occur.FILTER);
    for (Precision coarser : Precision.values()) {
      if (coarser.compareTo(finest) < 0) {
        query.add(is(coarser), Occur.MUST_NOT);
      }
    }
    return query.build();
  }

  private static Query is(Precision precision) {
    return new TermQuery(new Term(Fields.TAKEN_PRECISION, precision.keyword()));
  }

  private static Query all(Query a, Query b) {
    return new BooleanQuery.Builder().add(a, Occur.FILTER).add(b, Occur.FILTER).build();
  }

  private static Query between(LocalDate from, LocalDate before) {
    return LongField.newRangeQuery(
        Fields.TAKEN, LocalTimes.startOf(from), LocalTimes.startOf(before) - 1);
  }

  private static Query noDate() {
    return new BooleanQuery.Builder()
        .add(new FieldExistsQuery(Fields.ID), Occur.FILTER)
        .add(new FieldExistsQuery(Fields.TAKEN), Occur.MUST_NOT)
        .build();
  }
}
