package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date in the names of folders: {@code 2021-07-04 Party}, {@code 2021/07}, {@code Italy
 * 2021}. The innermost folder that has one counts. Years alone are taken from 1900 to 2099 and only
 * at a name's start or end.
 */
final class FolderDates {
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})([-_. ]?)(\\d{2})\\2(\\d{2})(?!\\d)");
  private static final Pattern MONTH =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-_. ](\\d{2})(?![-_.]?\\d)");
  private static final Pattern YEAR =
      Pattern.compile(
          "(?:^((?:19|20)\\d{2})(?=$|[ _.-]+\\D)|(?<=[^\\d-][ _.-]|[\\p{L}])((?:19|20)\\d{2})$)");
  private static final Pattern TWO_DIGITS = Pattern.compile("(\\d{2})(?:\\D.*)?");

  private FolderDates() {}

  /**
   * The date that a folder's path holds.
   *
   * @param folder relative to the archive's root, {@code /} between names
   */
  static @Nullable DateText find(String folder) {
    List<String> names = List.of(folder.split("/"));
    for (int i = names.size() - 1; i >= 0; i--) {
      DateText date = inName(names.get(i));
      if (date != null) {
        return date.precision() == Precision.YEAR
            ? refine(date, names.subList(i + 1, names.size()))
            : date;
      }
    }
    return null;
  }

  /** Folders {@code 07} and {@code 07/04} below a year. */
  private static DateText refine(DateText year, List<String> below) {
    DateText refined = year;
    try {
      Matcher month = TWO_DIGITS.matcher(below.isEmpty() ? "" : below.get(0));
      if (month.matches()) {
        LocalDate first = year.local().toLocalDate().withMonth(Integer.parseInt(month.group(1)));
        refined = DateText.of(first, Precision.MONTH);
        Matcher day = TWO_DIGITS.matcher(below.size() < 2 ? "" : below.get(1));
        if (day.matches()) {
          refined =
              DateText.of(first.withDayOfMonth(Integer.parseInt(day.group(1))), Precision.DAY);
        }
      }
    } catch (DateTimeException e) {
      return refined; // Two digits that are no month or day.
    }
    return refined;
  }

  private static @Nullable DateText inName(String name) {
    Matcher day = DAY.matcher(name);
    if (day.find()) {
      return date(day.group(1), day.group(3), day.group(4), Precision.DAY);
    }
    Matcher month = MONTH.matcher(name);
    if (month.find()) {
      return date(month.group(1), month.group(2), "1", Precision.MONTH);
    }
    Matcher year = YEAR.matcher(name);
    if (year.find()) {
      return date(year.group(1) == null ? year.group(2) : year.group(1), "1", "1", Precision.YEAR);
    }
    return null;
  }

  private static @Nullable DateText date(
      String year, String month, String day, Precision precision) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return DateText.of(date, precision);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
