package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as cameras, programs and people write them into metadata: EXIF's {@code 2021:07:04
 * 18:30:00} with any separators, XMP's and IPTC's ISO 8601, RFC 1123, {@code July 4, 2021}. A month
 * or a day of 00, or left blank, is not known. What follows a day and is not a time is ignored; an
 * impossible time invalidates the whole date, since then nothing in it can be trusted.
 */
final class DateParser {
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})(?:\\s?年\\s?(\\d{1,2})\\s?月(?:\\s?(\\d{1,2})\\s?日)?"
              + "|\\s*[:/.-]\\s*(\\d{0,2})(?!\\d)(?:\\s*[:/.-]\\s*(\\d{0,2}))?"
              + "|[;_ ](\\d{1,2})[;_ ](\\d{1,2})(?!\\d)"
              + "|(\\d{2})(\\d{2})?)?(?:(?!\\d)|(?=\\d{6}(?!\\d)))");

  /** As C's {@code ctime} and Unix's {@code date} write it: the year stands last. */
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?:\\p{L}+\\.?,?\\s+)?(\\p{L}+\\s+\\d{1,2}|\\d{1,2}\\.?\\s+\\p{L}+)\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s+"
              + "(?:\\p{Lu}{2,5}\\s+)?([+-]\\d{4}\\s+)?(\\d{4})");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  /** A time that has its date's separators. */
  private static final Pattern OTHER_TIME =
      Pattern.compile("^(\\d{1,2})([-_; ])(\\d{1,2})\\2(\\d{1,2})(?![\\d:])");

  private static final Pattern WEEKDAY =
      Pattern.compile("^\\p{L}+(?:\\.?,\\s*|\\.?\\s+(?=\\d{1,2}\\.?\\s+\\p{L}))");
  private static final Pattern BETWEEN =
      Pattern.compile("^(?:[\\s,;:_.]|T(?=\\d)|-(?=\\d+:\\d+:))+");
  private static final Pattern SIGN = Pattern.compile("[+\\-\\u2212Z].*");

  /** ISO 8601's name of the end of a day; where cameras write hour 24, it is their hour 0. */
  private static final Pattern END_OF_DAY =
      Pattern.compile("T24(?::00(?::00(?:[.,]0+)?)?|00(?:00(?:[.,]0+)?)?)(?![\\d:])");

  private static final int MAX_LENGTH = 100;

  /** Years from the Buddha on, as phones write them that are set to Thailand's calendar. */
  private static final int BUDDHIST = 543;

  private static final int EARLIEST_BUDDHIST = 1900 + BUDDHIST;
  private static final int LATEST_BUDDHIST = 2050 + BUDDHIST;

  private DateParser() {}

  /** The date that {@code text} states; null if it states none. */
  static @Nullable DateText parse(@Nullable String text) {
    String clean = text == null ? "" : clean(text);
    if (clean.isEmpty() || clean.length() > MAX_LENGTH) {
      return null;
    }
    Matcher matcher = YEAR_FIRST.matcher(clean);
    if (matcher.lookingAt()) {
      return withTime(day(matcher), clean.substring(matcher.end()));
    }
    Matcher last = YEAR_LAST.matcher(clean);
    String sorted =
        last.matches()
            ? String.join(
                " ",
                last.group(1),
                last.group(4),
                last.group(2),
                last.group(3) == null ? "" : last.group(3))
            : WEEKDAY.matcher(clean).replaceFirst("");
    WrittenDate written = WrittenDate.at(sorted);
    return written == null ? null : withTime(written.date(), sorted.substring(written.end()));
  }

  private static String clean(String text) {
    String plain = DatePlain.digits(text.replace('\0', ' ').strip());
    Matcher quoted = QUOTED.matcher(plain);
    return quoted.matches() ? plain.substring(1, plain.length() - 1).strip() : plain;
  }

  private static @Nullable DateText day(Matcher matcher) {
    for (int month : new int[] {2, 4, 6, 8}) {
      if (matcher.group(month) != null) {
        return DateText.of(
            year(matcher.group(1)), number(matcher.group(month)), number(matcher.group(month + 1)));
      }
    }
    return DateText.of(year(matcher.group(1)), 0, 0);
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    boolean isBuddhist = year >= EARLIEST_BUDDHIST && year <= LATEST_BUDDHIST;
    return isBuddhist ? year - BUDDHIST : year;
  }

  private static int number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static @Nullable DateText withTime(@Nullable DateText date, String rest) {
    if (date == null || date.precision() != Precision.DAY) {
      return date;
    }
    // A day with an offset, as XML has it, has no time.
    String written = BETWEEN.matcher(rest).replaceFirst("").strip();
    String time = OTHER_TIME.matcher(written).replaceFirst("$1:$3:$4");
    ClockTime clock = SIGN.matcher(time).matches() ? null : ClockTime.find(time);
    if (clock == null) {
      return date;
    }
    LocalDate day =
        date.local().toLocalDate().plusDays(END_OF_DAY.matcher(rest).lookingAt() ? 1 : 0);
    return clock.time() == null ? null : new DateText(day.atTime(clock.time()), clock.offset());
  }
}
