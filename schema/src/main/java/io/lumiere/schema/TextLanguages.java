package io.lumiere.schema;

import com.ibm.icu.text.Normalizer2;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the languages of short texts by their words: each word of a list counts for the languages
 * that have it, and letters that few languages have count a little. English is always among them:
 * cameras and programs write English into photos of every country. Thread-safe.
 */
final class TextLanguages {
  /** A word that one language alone has is enough. */
  private static final double ENOUGH = 1;

  /** Further languages count if they reach this share of the best one's sum. */
  private static final double BESIDE = 0.5;

  /** Names of foreign places within English text do not make it foreign. */
  private static final double BESIDE_ENGLISH = 0.34;

  private static final double LETTER = 0.5;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Map<String, Map<Language, Double>> COMMON = Language.commonWords();

  private TextLanguages() {}

  /** The languages of a photo's texts, English among them. */
  static Set<Language> of(Collection<String> texts) {
    Map<Language, Double> sums = new EnumMap<>(Language.class);
    for (String text : texts) {
      Matcher words =
          WORD.matcher(Normalizer2.getNFCInstance().normalize(text).toLowerCase(Locale.ROOT));
      while (words.find()) {
        add(words.group(), sums);
      }
    }
    double english = sums.getOrDefault(Language.ENGLISH, 0.0);
    sums.remove(Language.ENGLISH);
    double best = sums.values().stream().mapToDouble(sum -> sum).max().orElse(0);
    double least = Math.max(ENOUGH, Math.max(BESIDE * best, BESIDE_ENGLISH * english));
    Set<Language> languages = EnumSet.of(Language.ENGLISH);
    sums.forEach((language, sum) -> {
      if (sum >= least) {
        languages.add(language);
      }
    });
    return languages;
  }

  private static void add(String word, Map<Language, Double> sums) {
    Map<Language, Double> known = COMMON.get(word);
    if (known != null) {
      known.forEach((language, part) -> sums.merge(language, part, Double::sum));
    } else {
      word.codePoints()
          .distinct()
          .forEach(
              letter -> letters(letter).forEach(each -> sums.merge(each, LETTER, Double::sum)));
    }
  }

  /** The languages that a letter speaks for. */
  private static Set<Language> letters(int letter) {
    return switch (letter) {
      case 'ß', 'ü' -> Set.of(Language.GERMAN);
      case 'ñ' -> Set.of(Language.SPANISH);
      case 'ã', 'õ' -> Set.of(Language.PORTUGUESE);
      case 'ê', 'è', 'œ', 'î' -> Set.of(Language.FRENCH);
      case 'ø', 'æ' -> Set.of(Language.NORWEGIAN, Language.DANISH);
      case 'å' -> Set.of(Language.SWEDISH, Language.NORWEGIAN, Language.DANISH);
      case 'ä', 'ö' -> Set.of(Language.GERMAN, Language.SWEDISH, Language.FINNISH);
      default ->
          Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC
              ? Set.of(Language.RUSSIAN)
              : Set.of();
    };
  }
}
