package io.lumiere.query.spelling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.automaton.CompiledAutomaton;

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

  private final IndexSearcher searcher;

  NearestWord(IndexSearcher searcher) {
    this.searcher = searcher;
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
   * @param isField whether one field was named that is to have the word
   */
  Optional<Found> to(String word, List<FieldTerms> fields, boolean isField) throws IOException {
    int letters = word.codePointCount(0, word.length());
    int edits = letters >= (isField ? TWO_EDITS_IN_FIELD : TWO_EDITS) ? 2 : 1;
    Predicate<String> isLikely =
        near -> isField || letters >= CHANGED_LETTER || keepsLetters(word, near);
    Optional<Found> nearest =
        best(fields, FuzzyQuery.getFuzzyAutomaton(word, 1, 0, true), isLikely);
    return nearest.isPresent() || edits == 1
        ? nearest
        : best(fields, FuzzyQuery.getFuzzyAutomaton(word, 2, 1, true), isLikely);
  }

  /** Whether some photo has a word in some field. */
  boolean isKnown(String word, List<FieldTerms> fields) throws IOException {
    for (FieldTerms field : fields) {
      if (field.has(searcher, word)) {
        return true;
      }
    }
    return false;
  }

  /** How many photos have a word in some field. */
  private int photos(String word, List<FieldTerms> fields) throws IOException {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    fields.forEach(field -> either.add(field.having(word), Occur.SHOULD));
    return searcher.count(either.build());
  }

  private Optional<Found> best(
      List<FieldTerms> fields, CompiledAutomaton near, Predicate<String> isLikely)
      throws IOException {
    Map<String, Integer> frequencies = new HashMap<>();
    for (FieldTerms field : fields) {
      field.near(searcher.getIndexReader(), near, frequencies);
    }
    List<String> words = new ArrayList<>(frequencies.keySet());
    words.removeIf(word -> !isWord(word) || !isLikely.test(word));
    words.sort(
        Comparator.<String>comparingInt(frequencies::get)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    for (String word : words.subList(0, Math.min(TRIED, words.size()))) {
      int photos = photos(word, fields);
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
