package io.lumiere.query.internal.words;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Documents whose field has another word of the same stem: which, the index's languages say. */
final class StemsQuery extends Query {
  private final String field;
  private final String word;
  private final boolean orItself;

  /**
   * A query.
   *
   * @param word folded
   * @param orItself whether the word itself will do as well
   */
  StemsQuery(String field, String word, boolean orItself) {
    this.field = field;
    this.word = word;
    this.orItself = orItself;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    List<BytesRef> terms =
        Stream.concat(
                orItself ? Stream.of(word) : Stream.of(),
                new IndexStems(searcher.getIndexReader()).terms(word).stream())
            .map(BytesRef::new)
            .toList();
    return terms.isEmpty()
        ? new MatchNoDocsQuery("'" + word + "' has no stem")
        : new TermInSetQuery(field, terms);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String otherField) {
    return field + ":stem(" + word + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return sameClassAs(other)
        && other instanceof StemsQuery query
        && field.equals(query.field)
        && word.equals(query.word)
        && orItself == query.orItself;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, word, orItself);
  }
}
