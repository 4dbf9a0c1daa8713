package io.lumiere.indexer.internal.metadata;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time of day after the date in a file's name: {@code _183000}, {@code at 6.30.00 PM},
 * {@code 下午6.30.00}, {@code T18-30-00Z}. Without seconds it needs a dot, a colon or an h: other
 * numbers of four digits are counters.
 */
final class FileNameTimes {
  private static final Pattern TIME =
      Pattern.compile(
          "[ _.,T@(-]{0,3}(?:(?:at|um|om|kl\\.?|kello|klo|alle|à|às|a las|a la\\(s\\)|a"
              + " les|la|o|v|u|о|в|lúc|pukul|pada|เวลา|في)[ _.-]|ב-)?("
              + HalfDays.REGEX
              + ")?\\s?(\\d{1,2})"
              + "(?:([-_.:꞉：h ]?)(\\d{2})[-_.:꞉：m ]?(\\d{2})s?(?:[-_.]?\\d{2,3})?|[.:꞉：h](\\d{2}))"
              + "(?!\\d)(?:[\\s\\u202f\\u00a0]?("
              + HalfDays.REGEX
              + ")(?!\\p{L}))?"
              + "(?:"
              + Offsets.REGEX
              + ")?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private FileNameTimes() {}

  /** The time that stands in {@code name} from {@code start} on; null where none does. */
  static @Nullable ClockTime find(String name, int start) {
    // The region's start hides the digits before it from the look-behind, which is what we want.
    Matcher matcher = TIME.matcher(name).region(start, name.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    String half = matcher.group(1) == null ? matcher.group(7) : matcher.group(1);
    String hour = matcher.group(2);
    boolean isShort = matcher.group(6) != null;
    String separator = isShort ? "." : matcher.group(3);
    if (hour.length() == 1 && half == null && !separator.matches("[.:꞉：h]")) {
      return null;
    }
    int written = Integer.parseInt(hour);
    if (half != null && written > 12) {
      return null;
    }
    try {
      LocalTime time =
          LocalTime.of(
              HalfDays.hour(written, half),
              Integer.parseInt(matcher.group(isShort ? 6 : 4)),
              isShort ? 0 : Integer.parseInt(matcher.group(5)));
      return new ClockTime(time, Offsets.of(matcher, 8));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
