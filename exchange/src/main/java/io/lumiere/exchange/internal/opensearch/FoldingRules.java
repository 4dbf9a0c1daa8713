package io.lumiere.exchange.internal.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * How letters outside Latin are folded, character by character, as the rules of a {@code mapping}
 * filter: {@code Щ} needs none, since it is {@code щ} in lower case, but {@code й} becomes {@code
 * и}, {@code ή} becomes {@code η}, and the points of Hebrew go. They are taken from the table by
 * which {@link io.lumiere.schema.Words} folds. Latin is left to OpenSearch's {@code asciifolding}.
 */
final class FoldingRules {
  /** The soft hyphen, the dot of Catalan, and marks of direction, which stand within words. */
  private static final String WITHIN_WORDS = "\u00ad\u00b7\u200c\u200e\u200f";

  private FoldingRules() {}

  static List<String> rules() {
    List<String> rules = new ArrayList<>();
    IntStream.concat(
            WITHIN_WORDS.chars(),
            IntStream.concat(
                // From the first letters behind Latin to the last before signs, and Japanese kana.
                IntStream.range(0x250, 0x2000), IntStream.rangeClosed(0x3041, 0x30ff)))
        .filter(FoldingRules::isNeeded)
        .mapToObj(point -> Character.toString(point) + "=>" + fold(point))
        .forEach(rules::add);
    return rules;
  }

  /** Whether it is part of words, and more than its case is folded. */
  private static boolean isNeeded(int point) {
    String folded = fold(point);
    return (isOfWords(point) || WITHIN_WORDS.indexOf(point) >= 0)
        && Character.UnicodeScript.of(point) != Character.UnicodeScript.LATIN
        && !folded.equals(Character.toString(point).toLowerCase(Locale.ROOT))
        && !folded.contains(" ");
  }

  private static boolean isOfWords(int point) {
    return Character.isLetter(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static String fold(int point) {
    return ICUFoldingFilter.NORMALIZER.normalize(Character.toString(point));
  }
}
