package io.lumiere.indexer.internal.metadata;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that say which half of the day a time of twelve hours lies in. */
final class HalfDays {
  private static final String BEFORE_NOON = "午前|上午|凌晨|早上|오전|vorm\\.|π\\.?μ\\.?|a\\. ?m\\.?|am";
  private static final String AFTER_NOON = "午後|下午|中午|晚上|오후|nachm\\.|μ\\.?μ\\.?|p\\. ?m\\.?|pm";

  /** Matches any of them; without a group. */
  static final String REGEX =
      Stream.of(BEFORE_NOON, AFTER_NOON).collect(Collectors.joining("|", "(?:", ")"));

  private static final Pattern AFTER = Pattern.compile(AFTER_NOON);

  private HalfDays() {}

  /**
   * An hour of the day, 0 to 23, where there is such an hour.
   *
   * @param hour as it is written; noon is 12 or 0
   * @param half the word beside it; null for none
   */
  static int hour(int hour, @Nullable String half) {
    // Some cameras write "18:30 PM".
    if (half == null || hour > 12) {
      return hour;
    }
    return hour % 12 + (AFTER.matcher(half.toLowerCase(Locale.ROOT)).matches() ? 12 : 0);
  }
}
