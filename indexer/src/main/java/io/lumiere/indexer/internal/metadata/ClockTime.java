package io.lumiere.indexer.internal.metadata;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as a file states it, at least to the minute: {@code 18:30:00.25}, {@code 183000},
 * {@code 5:06:7PM}, {@code 午後5:06}, each with an offset after it or none.
 *
 * @param time on the clock; null where there is no such time, {@code 25:00} for one
 * @param offset from UTC where it is stated
 */
record ClockTime(@Nullable LocalTime time, @Nullable ZoneOffset offset) {
  private static final Pattern TIME =
      Pattern.compile(
          "("
              + HalfDays.IN_DATES
              + ")?\\s*"
              // With separators; what is not known may be blank.
              + "(?:(\\d{1,2})\\s*[:.h時시]\\s*(\\d{1,2})(?:\\s*[:.m分분]\\s*(\\d{0,2})[s秒초]?"
              + "(?:[.,](\\d{1,9})\\d*)?)?"
              // Without.
              + "|(\\d{2})\\s?(\\d{2})(?:(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)"
              + "(?!\\d)\\s*("
              + HalfDays.IN_DATES
              + ")?\\s*(?:"
              + Offsets.REGEX
              + ")?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Some writers put down the point, too. */
  private static final Pattern FRACTION = Pattern.compile("(?:0?\\.)?(\\d{1,9})\\d{0,20}");

  private static final int HALF_BEFORE = 1;
  private static final int SEPARATED = 2;
  private static final int COMPACT = 6;
  private static final int HALF_AFTER = 10;
  private static final int OFFSET = 11;

  /** The time at the beginning of {@code text}; null if there is none. */
  static @Nullable ClockTime find(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.lookingAt()) {
      return null;
    }
    String half = matcher.group(HALF_BEFORE);
    LocalTime time =
        time(
            matcher,
            matcher.group(SEPARATED) == null ? COMPACT : SEPARATED,
            half == null ? matcher.group(HALF_AFTER) : half);
    return new ClockTime(time, Offsets.of(matcher, OFFSET));
  }

  private static @Nullable LocalTime time(Matcher matcher, int first, @Nullable String half) {
    int hour = Integer.parseInt(matcher.group(first));
    String seconds = matcher.group(first + 2);
    int second = seconds == null || seconds.isEmpty() ? 0 : Integer.parseInt(seconds);
    try {
      // Some cameras write hour 24 for 0, and leap seconds do exist.
      return LocalTime.of(
          hour == 24 ? 0 : HalfDays.hour(hour, half),
          Integer.parseInt(matcher.group(first + 1)),
          second == 60 ? 59 : second,
          fraction(matcher.group(first + 3)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Nanoseconds of the decimals of a second; 0 if they are not digits. */
  static int fraction(@Nullable String decimals) {
    Matcher digits = FRACTION.matcher(decimals == null ? "" : decimals.strip());
    return digits.matches() ? Integer.parseInt((digits.group(1) + "00000000").substring(0, 9)) : 0;
  }
}
