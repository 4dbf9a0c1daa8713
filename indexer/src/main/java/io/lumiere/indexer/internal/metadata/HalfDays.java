package io.lumiere.indexer.internal.metadata;

import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that say which half of the day a time of twelve hours lies in: those that are often
 * seen, and those of Java's locale data.
 */
final class HalfDays {
  private static final String BEFORE_NOON =
      "午前|上午|凌晨|早上|오전|पूर्वाह्न|ق\\.ظ\\.?|vorm\\.|π\\.?μ\\.?|a\\. ?m\\.?|am";
  private static final String AFTER_NOON =
      "午後|下午|中午|晚上|오후|अपराह्न|ب\\.ظ\\.?|nachm\\.|μ\\.?μ\\.?|p\\. ?m\\.?|pm";

  /** No other word is written like these, in scripts other than Latin. */
  private static final List<String> CLEAR =
      List.of("ar", "fa", "ur", "he", "th", "bn", "ta", "te", "kn", "my", "km", "bg", "uk", "am");

  /** In the names of files these may be others: Swedish "em" is Portuguese for "in". */
  private static final List<String> LATIN =
      List.of("tr", "vi", "hu", "fi", "sv", "cs", "sl", "sq", "is", "lt", "lv", "az");

  /** Matches those that are not also other words; without a group. */
  static final String REGEX = any(both(CLEAR));

  /** Matches all of them, where a date is to be expected; without a group. */
  static final String IN_DATES = any(both(Stream.concat(CLEAR.stream(), LATIN.stream()).toList()));

  private static final Pattern AFTER =
      Pattern.compile(
          any(words(Stream.concat(CLEAR.stream(), LATIN.stream()).toList(), 1, AFTER_NOON)),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private HalfDays() {}

  private static List<String> both(List<String> languages) {
    List<String> all = new ArrayList<>(words(languages, 0, BEFORE_NOON));
    all.addAll(words(languages, 1, AFTER_NOON));
    return all;
  }

  /** The longest first, so that none is taken for the beginning of another. */
  private static List<String> words(List<String> languages, int half, String often) {
    Stream<String> words =
        languages.stream()
            .map(tag -> DateFormatSymbols.getInstance(Locale.forLanguageTag(tag)))
            .map(symbols -> symbols.getAmPmStrings()[half])
            .filter(word -> !word.equals("AM") && !word.equals("PM"))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(HalfDays::pattern);
    return Stream.concat(words, Stream.of(often)).toList();
  }

  /** Some leave the last dot out. */
  private static String pattern(String word) {
    return word.endsWith(".")
        ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\.?"
        : Pattern.quote(word);
  }

  private static String any(List<String> words) {
    return words.stream().collect(Collectors.joining("|", "(?:", ")"));
  }

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
    return hour % 12 + (AFTER.matcher(half).matches() ? 12 : 0);
  }
}
