package io.lumiere.indexer.internal.metadata;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as people write it among other words: {@code 2021-7-4}, {@code 19-05-2003}, {@code July 4,
 * 2021}, {@code 4. Juli 2021}, {@code 2021年7月4日}. Where day and month cannot be distinguished, as
 * in {@code 04-07-2021}, only the year is taken.
 *
 * @param date a day, or as much of it as is written
 * @param start where it begins in the text
 * @param end where it ends
 * @param sure whether its form is that of dates alone; other numbers look like the others
 */
record WrittenDate(DateText date, int start, int end, boolean sure) {
  private static final String YEAR = "((?:18|19|20)\\d{2})";
  private static final String GAP = "[ _.,-]*";
  private static final String OF = "(?:de |del |di |d['’])?";
  private static final String NAME = "([\\p{L}\\p{M}]{3,})";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?";

  /**
   * A way to write dates.
   *
   * @param pattern finds it
   * @param sure whether nothing but a date is written so
   * @param read the date of a match; null where it is none
   */
  private record Form(Pattern pattern, boolean sure, Function<Matcher, @Nullable DateText> read) {
    Form(String pattern, boolean sure, Function<Matcher, @Nullable DateText> read) {
      this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), sure, read);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          // Padded: 00, xx and ?? stand for what is not known. No digit may stand next to it, as
          // parts of serial numbers are not dates.
          new Form(
              "(?<!\\d)" + YEAR + "([-_. ])(\\d{2}|xx|\\?\\?)\\2(\\d{2}|xx|\\?\\?)(?!\\d)",
              true,
              match -> DateText.of(number(match, 1), number(match, 3), number(match, 4))),
          new Form(
              "(?<!\\d)" + YEAR + "(\\d{2})(\\d{2})(?!\\d)",
              true,
              match -> day(number(match, 1), number(match, 2), number(match, 3))),
          // The same, where the time of day follows without a gap.
          new Form(
              "(?<!\\d)" + YEAR + "(\\d{2})(\\d{2})(?=\\d{6}(?:\\d{3})?(?!\\d))",
              true,
              match -> day(number(match, 1), number(match, 2), number(match, 3))),
          // Cameras in cars write 2021_0704_183000; without the time it may be a counter.
          new Form(
              "(?<!\\d)" + YEAR + "[-_](\\d{2})(\\d{2})(?=[-_]\\d{6}(?!\\d))",
              true,
              match -> day(number(match, 1), number(match, 2), number(match, 3))),
          new Form(
              "(?<!\\d)" + YEAR + " ?[年년] ?(\\d{1,2}) ?[月월](?: ?(\\d{1,2}) ?[日일])?",
              true,
              match -> DateText.of(number(match, 1), number(match, 2), number(match, 3))),
          // Not after a letter: "v2021.1.2" is a version, and IMG_2021-1-2 a copy of photo 2021.
          new Form(
              "(?<![\\p{L}\\d])(?<!\\d[-_.])" + YEAR + "([-_. ])(\\d{1,2})\\2(\\d{1,2})(?!\\d)",
              false,
              match -> day(number(match, 1), number(match, 3), number(match, 4))),
          new Form(
              "(?<![\\p{L}\\d])(?<!\\d[-_.])(\\d{1,2})([-_./])(\\d{1,2})\\2" + YEAR + "(?!\\d)",
              true,
              match -> yearLast(number(match, 4), number(match, 1), number(match, 3))),
          new Form(
              "(?<![\\p{L}\\d])(?<!\\d[-_. ])(\\d{2}) (\\d{2}) " + YEAR + "(?!\\d)",
              true,
              match -> yearLast(number(match, 3), number(match, 1), number(match, 2))),
          new Form(
              "(?<![\\p{L}\\d])" + DAY + GAP + OF + NAME + GAP + OF + GAP + YEAR + "(?!\\d)",
              true,
              match -> day(number(match, 3), besideDay(match.group(2)), number(match, 1))),
          new Form(
              "(?<![\\p{L}\\p{M}])" + NAME + GAP + DAY + "[ _.,-]+" + YEAR + "(?!\\d)",
              true,
              match -> day(number(match, 3), besideDay(match.group(1)), number(match, 2))),
          new Form(
              "(?<!\\d)" + YEAR + GAP + NAME + GAP + DAY + "(?!\\d)",
              true,
              match -> day(number(match, 1), besideDay(match.group(2)), number(match, 3))),
          new Form(
              "(?<![\\p{L}\\p{M}])" + NAME + GAP + OF + YEAR + "(?!\\d)",
              true,
              match -> month(number(match, 2), MonthNames.alone(match.group(1)))),
          new Form(
              "(?<!\\d)" + YEAR + GAP + NAME + "(?![\\p{L}\\p{M}])",
              true,
              match -> month(number(match, 1), MonthNames.alone(match.group(2)))));

  /** The date in {@code text}, of the least doubtful form first; null where there is none. */
  static @Nullable WrittenDate in(String text) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(text);
      while (matcher.find()) {
        DateText date = form.read().apply(matcher);
        if (date != null) {
          return new WrittenDate(date, matcher.start(), matcher.end(), form.sure());
        }
      }
    }
    return null;
  }

  /** The date at the beginning of {@code text}; null if there is none. */
  static @Nullable WrittenDate at(String text) {
    WrittenDate found = in(text);
    return found == null || found.start() > 0 ? null : found;
  }

  private static int number(Matcher match, int group) {
    String digits = match.group(group);
    return digits == null || !Character.isDigit(digits.charAt(0)) ? 0 : Integer.parseInt(digits);
  }

  private static int besideDay(String name) {
    return MonthNames.besideDay(name);
  }

  /** A day of which all is written. */
  private static @Nullable DateText day(int year, int month, int day) {
    return month == 0 || day == 0 ? null : DateText.of(year, month, day);
  }

  private static @Nullable DateText month(int year, int month) {
    return month == 0 ? null : DateText.of(year, month, 0);
  }

  /** Some write the day first and some the month. */
  private static @Nullable DateText yearLast(int year, int first, int second) {
    DateText dayFirst = day(year, second, first);
    DateText monthFirst = day(year, first, second);
    if (dayFirst == null || monthFirst == null) {
      return dayFirst == null ? monthFirst : dayFirst;
    }
    return dayFirst.equals(monthFirst) ? dayFirst : DateText.of(year, 0, 0);
  }
}
