package io.lumiere.query.group;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;

/**
 * Days, months or years as a time line has them: by the moment that photos are sorted by, however
 * well it is known, so that each is one run of hits. (Groups keep what is known less well apart.)
 * Numbers count days, months or years from 1970.
 */
final class Periods implements GroupNumbers {
  private static final long NO_DATE = Long.MIN_VALUE;
  private static final long MILLIS_OF_DAY = 86_400_000L;

  private final SectionBy by;
  private long lastDay = Long.MIN_VALUE;
  private long lastKey = NO_DATE;

  Periods(SectionBy by) {
    this.by = by;
  }

  @Override
  public Segment leaf(LeafReaderContext context) throws IOException {
    SortedNumericDocValues taken = DocValues.getSortedNumeric(context.reader(), Fields.TAKEN);
    return doc -> key(taken.advanceExact(doc) ? taken.nextValue() : NO_DATE);
  }

  /**
   * The number of a moment.
   *
   * @param taken {@link Long#MIN_VALUE} where it is not known
   */
  long key(long taken) {
    if (taken == NO_DATE) {
      return NO_DATE;
    }
    long day = Math.floorDiv(taken, MILLIS_OF_DAY);
    // Neighbouring photos are often of one day.
    if (day != lastDay) {
      lastDay = day;
      lastKey = period(day);
    }
    return lastKey;
  }

  private long period(long day) {
    if (by == SectionBy.DAY) {
      return day;
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    return by == SectionBy.YEAR ? date.getYear() : date.getYear() * 12L + date.getMonthValue() - 1;
  }

  /** A section of the photos with a number. */
  Section section(long key, int start, int count) {
    if (key == NO_DATE) {
      return new Section(Group.NONE, "no date", start, count);
    }
    String name = name(key);
    return new Section(name, name, start, count);
  }

  private String name(long key) {
    return switch (by) {
      case DAY -> LocalDate.ofEpochDay(key).toString();
      case MONTH ->
          YearMonth.of((int) Math.floorDiv(key, 12L), 1 + Math.floorMod(key, 12)).toString();
      default -> String.format(Locale.ROOT, "%04d", key);
    };
  }
}
