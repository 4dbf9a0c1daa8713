package io.lumiere.indexer.internal.metadata;

import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads offsets from UTC: {@code +02:00}, {@code +0200}, {@code +2}, {@code Z}, {@code GMT+1}. */
final class Offsets {
  /** Five groups follow: the zero, sign, hours, minutes of an offset, and a zero by name. */
  static final String REGEX =
      "(?:(Z)(?!\\p{L})|(?:UTC|GMT|UT)?\\s?([+\\-\\u2212])(\\d{1,2})(?::?(\\d{2}))?(?!\\d)"
          + "|(UTC|GMT|UT)\\b)";

  private static final Pattern WHOLE = Pattern.compile(REGEX, Pattern.CASE_INSENSITIVE);

  /** Without a sign, with a blank for a zero, or with seconds. */
  private static final Pattern ODD = Pattern.compile("([+-])?\\s*(\\d{1,2}:\\d{2})(?::00)?");

  private static final int WIDEST_HOURS = 15;

  private Offsets() {}

  /** The offset that {@code text} is; null where it is anything else. */
  static @Nullable ZoneOffset parse(@Nullable String text) {
    String plain = text == null ? "" : text.replace('\0', ' ').strip();
    Matcher odd = ODD.matcher(plain);
    String written =
        odd.matches() ? (odd.group(1) == null ? "+" : odd.group(1)) + odd.group(2) : plain;
    Matcher matcher = WHOLE.matcher(written);
    return matcher.matches() ? of(matcher, 1) : null;
  }

  /**
   * The offset that {@link #REGEX} found as a part of something.
   *
   * @param first number of its first group
   */
  static @Nullable ZoneOffset of(Matcher matcher, int first) {
    if (matcher.group(first) != null || matcher.group(first + 4) != null) {
      return ZoneOffset.UTC;
    }
    String sign = matcher.group(first + 1);
    if (sign == null) {
      return null;
    }
    int hours = Integer.parseInt(matcher.group(first + 2));
    String minuteText = matcher.group(first + 3);
    int minutes = minuteText == null ? 0 : Integer.parseInt(minuteText);
    if (hours > WIDEST_HOURS || minutes > 59) {
      return null;
    }
    int seconds = hours * 3600 + minutes * 60;
    return ZoneOffset.ofTotalSeconds(sign.equals("+") ? seconds : -seconds);
  }
}
