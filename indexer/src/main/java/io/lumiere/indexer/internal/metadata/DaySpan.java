package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spans of days in the names of folders: {@code 2021-07-04 - 2021-07-10 Italy}, {@code 2021-07-04 -
 * 10}. Of a photo in such a folder only what both days share is known.
 */
final class DaySpan {
  /** The other end in the same year, of which the month may be left out. */
  private static final Pattern SHORT_END =
      Pattern.compile("(?: - |\\.\\.)(\\d{2}-)?(\\d{2})(?![\\d.:h])");

  private DaySpan() {}

  /**
   * What a name says that begins with a day.
   *
   * @param first the day, or any other date, which is left as it is
   * @param rest what follows in the name
   * @return null where the days share nothing
   */
  static @Nullable DateText of(DateText first, String rest) {
    if (first.precision() != Precision.DAY) {
      return first;
    }
    WrittenDate last = WrittenDate.in(rest);
    if (last != null) {
      return last.date().equals(first) ? first : shared(first.local(), last.date());
    }
    Matcher end = SHORT_END.matcher(rest);
    if (!end.lookingAt()) {
      return first;
    }
    int month = first.local().getMonthValue();
    return DateText.of(first.local().getYear(), end.group(1) == null ? month : 0, 0);
  }

  private static @Nullable DateText shared(LocalDateTime first, DateText last) {
    int year = first.getYear();
    if (year != last.local().getYear()) {
      return null;
    }
    boolean isMonth =
        last.precision() != Precision.YEAR && first.getMonth() == last.local().getMonth();
    return DateText.of(year, isMonth ? first.getMonthValue() : 0, 0);
  }
}
