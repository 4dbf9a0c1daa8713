package io.lumiere.query.statistics;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Searches one directory with the statistics of all that are searched together. Lucene's own
 * scores, such as BM25's, follow them, too. Thread-safe if the statistics are.
 */
public final class StatedSearcher extends IndexSearcher {
  private final IndexStatistics statistics;

  /**
   * A searcher of the same state.
   *
   * @param statistics in place of the directory's own
   */
  public StatedSearcher(IndexSearcher searcher, IndexStatistics statistics) {
    super(searcher.getIndexReader());
    this.statistics = statistics;
    setSimilarity(searcher.getSimilarity());
    // It keeps results by queries, which do not say with which statistics they were found.
    setQueryCache(null);
  }

  /** The statistics that a searcher goes by: the directory's own if it has no others. */
  public static IndexStatistics of(IndexSearcher searcher) {
    return searcher instanceof StatedSearcher stated
        ? stated.statistics
        : new ReaderStatistics(searcher.getIndexReader());
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    return statistics.of(term, super.termStatistics(term, docFreq, totalTermFreq));
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    CollectionStatistics own = super.collectionStatistics(field);
    return own == null ? null : statistics.of(own);
  }
}
