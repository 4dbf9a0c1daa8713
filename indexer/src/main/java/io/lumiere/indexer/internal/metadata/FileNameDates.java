package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date that phones, cameras and messengers put into file names: {@code
 * IMG_20210704_183000}, {@code 2021-07-04 18.30.00}, {@code Screenshot 2021-07-04 at 6.30.00 PM},
 * {@code IMG-20210704-WA0001}. A date without a time of day means its first moment.
 */
final class FileNameDates {
  // No digit may stand next to it: parts of serial numbers are not dates.
  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)((?:18|19|20)\\d{2})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)");
  // The same, where the time of day follows without a gap.
  private static final Pattern RUN =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})()(\\d{2})(\\d{2})(?=\\d{6}(?:\\d{3})?(?!\\d))");
  // WeChat and Facebook count milliseconds; a bare number of that length may be anything.
  private static final Pattern MOMENT =
      Pattern.compile("^(?:mmexport|FB_IMG_|received_)(1\\d{12})(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:[ _.T-]{0,3}(?:at|um|om|kl|alle|à|a las|às)?[ _.-]?)"
              + "(\\d{1,2})([-_.:h]?)(\\d{2})[-_.:m]?(\\d{2})(?:[-_.]?\\d{3})?(?!\\d)"
              + "(?:[\\s\\u202f]?(AM|PM)\\b)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private FileNameDates() {}

  /** The first possible date in {@code fileName}. */
  static @Nullable DateText find(String fileName) {
    for (Pattern pattern : new Pattern[] {DATE, RUN}) {
      Matcher matcher = pattern.matcher(fileName);
      while (matcher.find()) {
        LocalDate date = date(matcher);
        if (date != null) {
          return complete(date, fileName, matcher.end());
        }
      }
    }
    Matcher moment = MOMENT.matcher(fileName);
    return moment.find()
        ? DateText.of(Instant.ofEpochMilli(Long.parseLong(moment.group(1))))
        : null;
  }

  private static DateText complete(LocalDate date, String fileName, int end) {
    Matcher rest = TIME.matcher(fileName).region(end, fileName.length());
    // The region's start hides the digits before it from the look-behind, which is what we want.
    LocalTime time = rest.lookingAt() ? time(rest) : null;
    if (time == null) {
      return DateText.of(date, Precision.DAY);
    }
    // Pixel phones name photos by UTC; others by the clock on the wall.
    boolean utc = fileName.toUpperCase(Locale.ROOT).startsWith("PXL_");
    return utc
        ? DateText.of(date.atTime(time).toInstant(ZoneOffset.UTC))
        : new DateText(date.atTime(time), null);
  }

  private static @Nullable LocalDate date(Matcher matcher) {
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(3)),
          Integer.parseInt(matcher.group(4)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalTime time(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group(1));
    String half = matcher.group(5);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return null;
      }
      hour = hour % 12 + (half.equalsIgnoreCase("PM") ? 12 : 0);
    } else if (matcher.group(1).length() == 1) {
      return null;
    }
    try {
      return LocalTime.of(
          hour, Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
