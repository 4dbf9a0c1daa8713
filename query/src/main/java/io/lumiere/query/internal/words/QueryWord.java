package io.lumiere.query.internal.words;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A word of a search: {@code IMG_2021} may stand in a caption as one term, or in a file's name as
 * several.
 *
 * @param whole the terms of the word as it is, at least one
 * @param parts the terms of the word taken apart like a file's name; may be empty
 * @param adjacent whether {@code whole} must stand together: the characters of a Chinese word
 */
public record QueryWord(List<String> whole, List<String> parts, boolean adjacent)
    implements FieldWord {
  public QueryWord {
    whole = List.copyOf(whole);
    parts = List.copyOf(parts);
  }

  /** The word as it is written in the index, where it is one term or a Chinese word. */
  String folded() {
    return String.join("", whole);
  }

  /** Whether it is looked for in parts, too. */
  private boolean hasParts() {
    return !parts.isEmpty() && !parts.equals(whole);
  }

  /** How many terms are looked for in a field; those of a phrase count as one. */
  int termCount() {
    return (adjacent ? 1 : whole.size()) + (hasParts() ? parts.size() : 0);
  }

  @Override
  public Query in(String field) {
    Query asWhole = adjacent ? QueryPhrase.row(field, whole) : all(field, whole);
    return !hasParts()
        ? asWhole
        : new BooleanQuery.Builder()
            .add(asWhole, Occur.SHOULD)
            .add(all(field, parts), Occur.SHOULD)
            .build();
  }

  @Override
  public boolean isIn(KeywordTerms keyword) {
    return adjacent
        ? keyword.inRow(whole)
        : keyword.all().containsAll(whole)
            || (!parts.isEmpty() && keyword.all().containsAll(parts));
  }

  /** In no more documents than this does the field hold the word as it is; deleted ones count. */
  @Override
  public int mostDocuments(IndexReader reader, String field) throws IOException {
    int most = Integer.MAX_VALUE;
    for (String term : whole) {
      most = Math.min(most, reader.docFreq(new Term(field, term)));
    }
    return most;
  }

  private static Query all(String field, List<String> terms) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.getFirst()));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.FILTER));
    return all.build();
  }

  @Override
  public String toString() {
    return String.join(" ", whole);
  }
}
