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
  private static final Pattern YEAR =
      Pattern.compile(
          "(?:^((?:19|20)\\d{2})(?=$|[ _.-]+\\D)|(?<=[^\\d-][ _.-]|[\\p{L}])((?:19|20)\\d{2})$)");
  private static final Pattern NUMBER = Pattern.compile("(\\d{2})(?:\\D.*)?|(\\d)");
  private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{M}]{3,})(?:[^\\p{L}].*)?");

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
      return written.date();
    }
    Matcher month = MONTH.matcher(name);
    if (month.find()) {
      return DateText.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 0);
    }
    Matcher year = YEAR.matcher(name);
    if (year.find()) {
      String digits = year.group(1) == null ? year.group(2) : year.group(1);
      return DateText.of(Integer.parseInt(digits), 0, 0);
    }
    return null;
  }
}
