package io.lumiere.query.internal.words;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/**
 * Words with a common beginning.
 *
 * @param prefix folded, not empty
 */
public record QueryPrefix(String prefix) implements FieldWord {
  @Override
  public Query in(String field) {
    return new PrefixQuery(new Term(field, prefix));
  }

  @Override
  public boolean isIn(KeywordTerms keyword) {
    return keyword.any(term -> term.startsWith(prefix));
  }

  @Override
  public String toString() {
    return prefix + "*";
  }
}
