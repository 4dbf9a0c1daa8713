package io.lumiere.query.internal.words;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * Words that are spelt nearly alike.
 *
 * @param word folded, not empty
 * @param edits how many letters may be added, left out, changed or swapped with the next: 1 or 2
 */
public record QueryFuzzy(String word, int edits) implements FieldWord {
  /** How many spellings of the index are looked for. */
  private static final int SPELLINGS = 50;

  @Override
  public Query in(String field) {
    return new FuzzyQuery(new Term(field, word), edits, 0, SPELLINGS, true);
  }

  @Override
  public boolean isIn(KeywordTerms keyword) {
    CharacterRunAutomaton alike =
        new CharacterRunAutomaton(
            Operations.determinize(
                new LevenshteinAutomata(word, true).toAutomaton(edits),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    return keyword.any(alike::run);
  }

  @Override
  public String toString() {
    return word + "~" + edits;
  }
}
