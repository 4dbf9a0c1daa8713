package io.lumiere.query.internal.words;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
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
  @Override
  public Query in(String field) {
    // Not a clause for each spelling: a few such words would exceed Lucene's limit of clauses.
    return new FuzzyQuery(
        new Term(field, word),
        edits,
        FuzzyQuery.defaultPrefixLength,
        FuzzyQuery.defaultMaxExpansions,
        true,
        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
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
