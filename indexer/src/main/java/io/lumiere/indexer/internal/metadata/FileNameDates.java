package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date that phones, cameras, messengers and people put into file names: {@code
 * IMG_20210704_183000}, {@code 2021-07-04 18.30.00}, {@code Screenshot 2021-07-04 at 6.30.00 PM},
 * {@code IMG-20210704-WA0001}, {@code 4. Juli 2021}, {@code 1985-06 Granny}. A date without a time
 * of day means its first moment.
 */
final class FileNameDates {
  // Not the end of a date: "2021.07.04" may be a whole name.
  private static final Pattern EXTENSION = Pattern.compile("\\.\\p{Alpha}\\p{Alnum}{1,7}$");
  // WeChat and Facebook count milliseconds; a bare number of that length may be anything.
  private static final Pattern MOMENT =
      Pattern.compile("^(?:mmexport|wx_camera_|FB_IMG_|received_)(1\\d{12})(?!\\d)");
  // Hashes, UUIDs and Facebook's three numbers contain digits that are not dates.
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}"
              + "|(?=\\d*\\p{Alpha})\\p{XDigit}{20,}|\\d{5,}_\\d{5,}_\\d{5,}_[a-z])"
              + "(?![\\p{L}\\d])");
  // LINE ends the names of an album's photos by the day of the download, and a counter.
  private static final Pattern LINE_ALBUM = Pattern.compile("^(LINE_ALBUM_.*)_\\d{6}_\\d+$");

  // Telegram puts the day first, CamScanner the month.
  private static final Pattern TELEGRAM =
      Pattern.compile("^(?:photo|file)_\\d+@(\\d{2})-(\\d{2})-(\\d{4})(?=_\\d{2}-\\d{2}-\\d{2})");
  private static final Pattern CAM_SCANNER =
      Pattern.compile("^CamScanner (\\d{2})-(\\d{2})-(\\d{4})(?!\\d)");
  // A month: first in the name, or with a hyphen after a word. Behind what cameras write before
  // their counters, 2021-05 may be the fifth copy of photo 2021.
  private static final Pattern MONTH =
      Pattern.compile(
          "(?:^((?:18|19|20)\\d{2})[-_. ](\\d{2}|xx|\\?\\?)"
              + "|(?<=[\\p{L})][ _])((?:18|19|20)\\d{2})-(\\d{2}))(?![-_.]?\\d)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNTER =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:_?[A-Z]{1,4}\\d*|image|kodak)[ _]?$", Pattern.UNICODE_CASE);
  // A year alone: first in the name, before a word; alone it is a counter.
  private static final Pattern YEAR =
      Pattern.compile(
          "^((?:18|19|20)\\d{2})(?: ?[年년](?!\\d)|(?:[ _]| -"
              + " |-)(?!(?i:px|pix(?:el)?s?|[dp]pi|[cmk]m|kg|hz|euros?)\\b)(?=\\p{L}{2}))");

  private FileNameDates() {}

  /** The first possible date in {@code fileName}. */
  static @Nullable DateText find(String fileName) {
    String name = EXTENSION.matcher(fileName).replaceFirst("");
    name = LINE_ALBUM.matcher(DatePlain.name(name)).replaceFirst("$1");
    name = NUMBERS.matcher(name).replaceAll("#");
    WrittenDate day = day(name);
    if (day != null) {
      return day.date().precision() == Precision.DAY ? withTime(day, name) : day.date();
    }
    Matcher moment = MOMENT.matcher(name);
    if (moment.find()) {
      return DateText.of(Instant.ofEpochMilli(Long.parseLong(moment.group(1))));
    }
    return monthOrYear(name);
  }

  private static @Nullable WrittenDate day(String name) {
    Matcher telegram = TELEGRAM.matcher(name);
    if (telegram.find()) {
      return written(telegram, 2, 1);
    }
    Matcher scanner = CAM_SCANNER.matcher(name);
    if (scanner.find()) {
      return written(scanner, 1, 2);
    }
    WrittenDate written = WrittenDate.in(name);
    if (written == null || written.sure()) {
      return written;
    }
    return COUNTER.matcher(name.substring(0, written.start())).find() ? null : written;
  }

  private static @Nullable WrittenDate written(Matcher name, int month, int day) {
    DateText date = DateText.of(number(name, 3), number(name, month), number(name, day));
    return date == null ? null : new WrittenDate(date, name.start(), name.end(), true);
  }

  private static DateText withTime(WrittenDate day, String name) {
    ClockTime clock = FileNameTimes.find(name, day.end());
    if (clock == null || clock.time() == null) {
      return day.date();
    }
    LocalDate date = day.date().local().toLocalDate();
    // Pixel phones name photos by UTC; others by the clock on the wall.
    boolean utc =
        name.toUpperCase(Locale.ROOT).startsWith("PXL_") || ZoneOffset.UTC.equals(clock.offset());
    return utc
        ? DateText.of(date.atTime(clock.time()).toInstant(ZoneOffset.UTC))
        : new DateText(date.atTime(clock.time()), clock.offset());
  }

  private static @Nullable DateText monthOrYear(String name) {
    Matcher month = MONTH.matcher(name);
    if (month.find()) {
      boolean first = month.group(1) != null;
      if (first || !COUNTER.matcher(name.substring(0, month.start())).find()) {
        DateText date = DateText.of(number(month, first ? 1 : 3), number(month, first ? 2 : 4), 0);
        if (date != null) {
          return date;
        }
      }
    }
    Matcher year = YEAR.matcher(name);
    return year.find() ? DateText.of(number(year, 1), 0, 0) : null;
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : 0;
  }
}
