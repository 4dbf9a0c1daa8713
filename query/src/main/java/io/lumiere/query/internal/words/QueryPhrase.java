package io.lumiere.query.internal.words;

import io.lumiere.schema.Fields;
import io.lumiere.schema.FileName;
import io.lumiere.schema.Words;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Words in a row, exactly.
 *
 * @param whole the terms as in a caption, at least one
 * @param split the terms as in a file's name, where {@code _} and the like separate words
 * @param name the file's name that the words are, which must then match as a whole; null if they
 *     are not one
 */
public record QueryPhrase(List<String> whole, List<String> split, @Nullable FileName name)
    implements FieldWord {
  public QueryPhrase {
    whole = List.copyOf(whole);
    split = List.copyOf(split);
  }

  /** The text with spaces where names are split into words. */
  static String splitNames(String text) {
    return Words.betweenWords().matcher(text).replaceAll(" ");
  }

  @Override
  public Query in(String field) {
    if (name != null && field.equals(Fields.FILENAME)) {
      return NameQuery.whole(name);
    }
    return split.isEmpty() || split.equals(whole)
        ? row(field, whole)
        : new BooleanQuery.Builder()
            .add(row(field, whole), Occur.SHOULD)
            .add(row(field, split), Occur.SHOULD)
            .build();
  }

  @Override
  public boolean isIn(KeywordTerms keyword) {
    return keyword.inRow(split.isEmpty() ? whole : split);
  }

  static Query row(String field, List<String> terms) {
    return terms.size() == 1
        ? new TermQuery(new Term(field, terms.getFirst()))
        : new PhraseQuery(field, terms.toArray(new String[0]));
  }

  @Override
  public String toString() {
    return '"' + String.join(" ", whole) + '"';
  }
}
