package io.lumiere.query.internal.words;

import io.lumiere.query.internal.lucene.ExpandedQuery;
import io.lumiere.query.statistics.StatedSearcher;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Documents whose field has another word of the same stem, in any of the index's languages. */
final class StemsQuery extends ExpandedQuery {
  private final StemKey key;

  private record StemKey(String word, boolean orItself) {
    @Override
    public String toString() {
      return "stem(" + word + ")";
    }
  }

  /**
   * A query.
   *
   * @param word folded
   * @param orItself whether the word itself matches as well
   */
  StemsQuery(String field, String word, boolean orItself) {
    this(field, new StemKey(word, orItself));
  }

  private StemsQuery(String field, StemKey key) {
    super(field, key);
    this.key = key;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return new IndexStems(StatedSearcher.of(searcher)).query(field(), key.word(), key.orItself());
  }
}
