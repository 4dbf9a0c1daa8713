package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.knn.KnnCollectorManager;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.search.knn.TopKnnCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * The k nearest documents. Where few pass the filter, every one of them is compared, which is exact
 * and, up to some tens of thousands, faster than a walk through the graph for a k of thousands.
 */
final class NearestQuery extends KnnFloatVectorQuery {
  // ACORN-style filtered search lost recall here (.56 to .80); a threshold of 0 leaves it off.
  private static final KnnSearchStrategy PLAIN_HNSW = new KnnSearchStrategy.Hnsw(0);

  private final int exactLimit;

  /**
   * A query for the nearest documents.
   *
   * @param exactLimit up to how many documents of the whole index may pass the filter for each to
   *     be compared; a segment has its part of it
   */
  NearestQuery(String field, float[] vector, int k, @Nullable Query filter, int exactLimit) {
    super(field, vector, k, filter, PLAIN_HNSW);
    this.exactLimit = exactLimit;
  }

  @Override
  protected KnnCollectorManager getKnnCollectorManager(int k, IndexSearcher searcher) {
    return searcher.getIndexReader().maxDoc() <= exactLimit
        // Not optimistic: a second look at a segment would compare everything again.
        ? (limit, strategy, context) -> new TopKnnCollector(k, limit, strategy)
        : new TopKnnCollectorManager(k, searcher);
  }

  @Override
  protected TopDocs approximateSearch(
      LeafReaderContext context, AcceptDocs accepted, int limit, KnnCollectorManager collectors)
      throws IOException {
    if (accepted.cost() > exactLimit * partOfIndex(context)) {
      return super.approximateSearch(context, accepted, limit, collectors);
    }
    FloatVectorValues values = context.reader().getFloatVectorValues(getField());
    VectorScorer scorer = values == null ? null : values.scorer(target);
    KnnCollector collector = collectors.newCollector(limit, searchStrategy, context);
    if (scorer != null) {
      compareAll(scorer.bulk(accepted.iterator()), collector);
    }
    return collector.topDocs();
  }

  private static void compareAll(VectorScorer.Bulk scorer, KnnCollector collector)
      throws IOException {
    DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    do {
      scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, buffer);
      for (int i = 0; i < buffer.size; i++) {
        collector.collect(buffer.docs[i], buffer.features[i]);
      }
      collector.incVisitedCount(buffer.size);
    } while (buffer.size > 0);
  }

  private static double partOfIndex(LeafReaderContext context) {
    return context.reader().maxDoc()
        / (double) ReaderUtil.getTopLevelContext(context).reader().maxDoc();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other)
        && other instanceof NearestQuery query
        && exactLimit == query.exactLimit;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + exactLimit;
  }
}
