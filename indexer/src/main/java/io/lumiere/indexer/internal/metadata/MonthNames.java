package io.lumiere.indexer.internal.metadata;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Months by their names in the languages of Europe and some others, as Java's locale data has them.
 * Case and accents do not matter. A name that means different months in different languages, such
 * as "listopad", is none.
 */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "de-AT", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs",
          "sk", "hu", "ro", "ca", "gl", "hr", "sl", "lt", "lv", "et", "is", "tr", "id", "ru", "uk",
          "bg", "el", "sr", "mk", "be", "sq", "eu", "hy", "ka", "he", "ar", "fa", "hi", "th");

  /** Of these, short forms are read, too. */
  private static final List<String> SHORT =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "ru");

  /** Short forms of September and October that are English words. */
  private static final Set<String> WORDS = Set.of("set", "out");

  private static final int SHORTEST = 3;
  private static final int UNCLEAR = 0;

  private MonthNames() {}

  /** Read when the first name is looked up: this takes a moment. */
  private static final class Names {
    static final Map<String, Integer> BESIDE_DAY = new HashMap<>();
    static final Map<String, Integer> ALONE = new HashMap<>();

    static {
      for (Month month : Month.values()) {
        LANGUAGES.forEach(tag -> {
          add(BESIDE_DAY, month, TextStyle.FULL, tag);
          add(BESIDE_DAY, month, TextStyle.FULL_STANDALONE, tag);
          add(ALONE, month, TextStyle.FULL_STANDALONE, tag);
        });
        SHORT.forEach(tag -> {
          add(BESIDE_DAY, month, TextStyle.SHORT, tag);
          add(ALONE, month, TextStyle.SHORT_STANDALONE, tag);
        });
      }
      for (Map<String, Integer> names : List.of(BESIDE_DAY, ALONE)) {
        names.put("sept", 9);
      }
    }

    private static void add(Map<String, Integer> names, Month month, TextStyle style, String tag) {
      String name = fold(month.getDisplayName(style, Locale.forLanguageTag(tag)));
      if (name.length() >= SHORTEST && !WORDS.contains(name)) {
        names.merge(name, month.getValue(), (one, other) -> one.equals(other) ? one : UNCLEAR);
      }
    }
  }

  /** The month, 1 to 12, of a name beside the number of a day; 0 for none. */
  static int besideDay(String name) {
    return Names.BESIDE_DAY.getOrDefault(fold(name), UNCLEAR);
  }

  /**
   * The month of a name without a day; 0 for none. Forms that only stand beside a day are not among
   * them: in Polish "maja" is "of May", and elsewhere a person.
   */
  static int alone(String name) {
    return Names.ALONE.getOrDefault(fold(name), UNCLEAR);
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+|\\.", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
