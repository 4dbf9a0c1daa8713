package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date in the names of folders: all that a file's name may hold, {@code 2021/07}, {@code
 * 2021/July}, {@code Italy 2021}. The innermost folder that has one counts, unless one around it
 * says more of the same. Years alone are taken from 1900 to 2099 and only at a name's start or end.
 */
final class FolderDates {
  private static final Pattern MONTH =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-_. ](\\d{2})(?![-_.]?\\d)");
  private static final Pattern COMPACT_MONTH =
      Pattern.compile("^((?:19|20)\\d{2})(0[1-9]|1[0-2])(?=$|[ _-]+\\D)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("^(\\d{2})[-_.]((?:19|20)\\d{2})(?=$|[ _.-]+\\D)");

  // Behind one letter it is a camera's name: Nikon's D2000.
  private static final Pattern YEAR =
      Pattern.compile(
          "^[\\[(]?((?:19|20)\\d{2})(?:[\\])]|(?=$|[ _.,+-]+\\D| ?[年년]|\\(|\\p{Lu}\\p{L}))"
              + "|(?:(?<=[^\\d-][ _.-])|(?<=\\p{L}{2})|[ _]?[\\[(])((?:19|20)\\d{2})"
              + "(?:[\\])]| (?:год|г\\.?|r\\.?|roku?))?$");
  private static final Pattern NUMBER = Pattern.compile("(\\d{2})(?:\\D.*)?|(\\d)");
  private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{M}]{3,})(?:[^\\p{L}].*)?");

  /** Below a year, a month and a day, which some put first. */
  private static final Pattern DAY =
      Pattern.compile("(\\d{2})([-_.]?)(\\d{2})(?:[ _.-]*|[ _.-]+\\D.*)");

  private FolderDates() {}

  /**
   * The date that a folder's path holds.
   *
   * @param folder relative to the archive's root, {@code /} between names
   */
  static @Nullable DateText find(String folder) {
    List<String> names = List.of(DatePlain.name(folder).split("/"));
    DateText best = null;
    for (int i = names.size() - 1; i >= 0; i--) {
      DateText date = inName(names.get(i));
      if (date != null && date.precision() == Precision.YEAR) {
        date = refine(date, names.subList(i + 1, names.size()));
      }
      if (date != null && (best == null || date.refines(best))) {
        best = date;
      }
    }
    return best;
  }

  /** Folders {@code 07} and {@code 07/04} below a year, or {@code July}. */
  private static DateText refine(DateText year, List<String> below) {
    if (below.isEmpty()) {
      return year;
    }
    LocalDateTime first = year.local();
    Matcher monthAndDay = DAY.matcher(below.get(0));
    if (monthAndDay.matches()) {
      return refine(year, monthAndDay);
    }
    Matcher word = WORD.matcher(below.get(0));
    int month = word.matches() ? MonthNames.alone(word.group(1)) : number(below.get(0));
    DateText refined = month == 0 ? null : DateText.of(first.getYear(), month, 0);
    if (refined == null) {
      return year;
    }
    int number = below.size() < 2 ? 0 : number(below.get(1));
    DateText day = number == 0 ? null : DateText.of(first.getYear(), month, number);
    return day == null ? refined : day;
  }

  /**
   * Below {@code 2021} the folder {@code 0704} is the fourth of July. {@code 04.07} may be that or
   * the seventh of April, and {@code 07-08} may be two months.
   */
  private static DateText refine(DateText year, Matcher monthAndDay) {
    int one = number(monthAndDay, 1);
    int other = number(monthAndDay, 3);
    String separator = monthAndDay.group(2);
    boolean isClear = separator.isEmpty() ? one <= 12 : one > 12 || other > 12;
    DateText day =
        one > 12
            ? day(year, other, one)
            : day(year, one, isClear || separator.equals(".") ? other : 0);
    return day == null || (!isClear && !separator.matches("[-_]")) ? year : day;
  }

  private static @Nullable DateText day(DateText year, int month, int day) {
    return month == 0 ? null : DateText.of(year.local().getYear(), month, day);
  }

  private static int number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    if (!matcher.matches()) {
      return 0;
    }
    return Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
  }

  private static @Nullable DateText inName(String name) {
    WrittenDate written = WrittenDate.in(name);
    if (written != null) {
      return DaySpan.of(written.date(), name.substring(written.end()));
    }
    for (Pattern pattern : List.of(MONTH, COMPACT_MONTH)) {
      Matcher month = pattern.matcher(name);
      if (month.find()) {
        return DateText.of(number(month, 1), number(month, 2), 0);
      }
    }
    Matcher month = MONTH_FIRST.matcher(name);
    if (month.find()) {
      return DateText.of(number(month, 2), number(month, 1), 0);
    }
    Matcher year = YEAR.matcher(name);
    if (year.find()) {
      String digits = year.group(1) == null ? year.group(2) : year.group(1);
      return DateText.of(Integer.parseInt(digits), 0, 0);
    }
    return null;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
