package io.lumiere.query.internal.words;

import io.lumiere.schema.Words;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * The words of a keyword.
 *
 * @param inRow in their order, folded
 * @param all these, and the parts of names
 */
public record KeywordTerms(List<String> inRow, List<String> all) {
  private static final QueryWords WORDS = new QueryWords();

  /** Takes a keyword apart. */
  public static KeywordTerms of(String keyword) {
    return new KeywordTerms(
        WORDS.terms(QueryPhrase.splitNames(keyword)),
        WORDS.terms(keyword + " " + Words.split(keyword)));
  }

  boolean inRow(List<String> terms) {
    return Collections.indexOfSubList(inRow, terms) >= 0;
  }

  boolean any(Predicate<String> term) {
    return all.stream().anyMatch(term);
  }

  /** Accepts keywords that contain all of the words. */
  public record HoldsAll(List<FieldWord> wanted) implements Predicate<String> {
    public HoldsAll {
      wanted = List.copyOf(wanted);
    }

    @Override
    public boolean test(String keyword) {
      KeywordTerms terms = KeywordTerms.of(keyword);
      return wanted.stream().allMatch(word -> word.isIn(terms));
    }

    @Override
    public String toString() {
      return wanted.toString();
    }
  }
}
