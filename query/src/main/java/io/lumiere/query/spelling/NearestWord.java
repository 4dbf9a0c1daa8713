package io.lumiere.query.spelling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the word of some fields that was likely meant: the one to which the fewest letters must be
 * added, left out, changed or swapped, and of these the one that most photos have.
 */
final class NearestWord {
  /** Words of at least this many letters may differ by two, if their first letters are equal. */
  private static final int TWO_EDITS = 8;

  /**
   * The same within one field: it has far fewer words than all fields, so a wrong guess is less
   * likely.
   */
  private static final int TWO_EDITS_IN_FIELD = 6;

  /** In a shorter word no letter is changed: "boat" does not mean "coat". */
  private static final int CHANGED_LETTER = 6;

  /** How many of the best words are checked for photos that were not deleted. */
  private static final int TRIED = 5;

  private final KnownWords words;

  NearestWord(KnownWords words) {
    this.words = words;
  }

  /**
   * A word of the index.
   *
   * @param photos how many have it, 1 or more
   */
  record Found(String word, int photos) {}

  /**
   * The nearest word.
   *
   * @param field the one field that was named to have the word; null for any
   */
  Optional<Found> to(String word, @Nullable String field) throws IOException {
    boolean isField = field != null;
    int letters = word.codePointCount(0, word.length());
    int edits = letters >= (isField ? TWO_EDITS_IN_FIELD : TWO_EDITS) ? 2 : 1;
    Predicate<String> isLikely =
        near -> isField || letters >= CHANGED_LETTER || keepsLetters(word, near);
    Optional<Found> nearest = best(words.near(word, field, 1), field, isLikely);
    return nearest.isPresent() || edits == 1
        ? nearest
        : best(words.near(word, field, 2), field, isLikely);
  }

  private Optional<Found> best(
      Map<String, Integer> frequencies, @Nullable String field, Predicate<String> isLikely)
      throws IOException {
    List<String> likely = new ArrayList<>(frequencies.keySet());
    likely.removeIf(word -> !isWord(word) || !isLikely.test(word));
    likely.sort(
        Comparator.<String>comparingInt(frequencies::get)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    List<String> tried = likely.subList(0, Math.min(TRIED, likely.size()));
    words.expect(tried, field);
    for (String word : tried) {
      int photos = words.photos(word, field);
      if (photos > 0) {
        return Optional.of(new Found(word, photos));
      }
    }
    return Optional.empty();
  }

  static boolean isWord(String word) {
    return word.codePoints().allMatch(Character::isLetter);
  }

  /** Whether a letter is added or left out, or two are swapped, after the first. */
  private static boolean keepsLetters(String word, String near) {
    return word.codePointAt(0) == near.codePointAt(0)
        && (word.length() != near.length()
            || word.chars()
                .sorted()
                .boxed()
                .toList()
                .equals(near.chars().sorted().boxed().toList()));
  }
}
