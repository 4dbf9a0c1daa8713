package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a segment, or of a part of it, that may be found by their vector: those that
 * pass the filter and are not deleted. Not thread-safe.
 *
 * @param docs of the segment; it may hold documents without a vector
 * @param count how many of them have a vector, at most
 * @param part which part of the segment's vectors this is, from 0 on
 * @param parts how many parts there are
 */
record AcceptedLeaf(LeafReaderContext context, AcceptDocs docs, int count, int part, int parts) {
  /**
   * Up to how many are counted one by one where some documents of the segment have no vector: as
   * many as a window holds, by default.
   */
  private static final int COUNTED = 2_000;

  AcceptedLeaf(LeafReaderContext context, AcceptDocs docs, int count) {
    this(context, docs, count, 0, 1);
  }

  /** Those of the segments that have any. */
  static List<AcceptedLeaf> of(IndexSearcher searcher, @Nullable Query filter, String field)
      throws IOException {
    Weight weight =
        filter == null
            ? null
            : searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<AcceptedLeaf> leaves = new ArrayList<>();
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      FloatVectorValues vectors = context.reader().getFloatVectorValues(field);
      if (vectors != null && vectors.size() > 0) {
        AcceptDocs docs = docs(context, weight);
        int passing = weight == null ? context.reader().numDocs() : docs.cost();
        int count = count(docs, passing, context, vectors);
        if (count > 0) {
          leaves.add(new AcceptedLeaf(context, docs, count));
        }
      }
    }
    return leaves;
  }

  private static int count(
      AcceptDocs docs, int passing, LeafReaderContext context, FloatVectorValues vectors)
      throws IOException {
    int most = Math.min(passing, vectors.size());
    return hasAll(context, vectors) || most > COUNTED
        ? most
        : size(ConjunctionUtils.intersectIterators(List.of(docs.iterator(), vectors.iterator())));
  }

  private static int size(DocIdSetIterator docs) throws IOException {
    int size = 0;
    while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      size++;
    }
    return size;
  }

  private static boolean hasAll(LeafReaderContext context, FloatVectorValues vectors) {
    return vectors.size() == context.reader().maxDoc();
  }

  /** How many there are in all of them, at most. */
  static long total(List<AcceptedLeaf> leaves) {
    return leaves.stream().mapToLong(AcceptedLeaf::count).sum();
  }

  /** In parts of one size, for whoever looks at all vectors in their order. */
  List<AcceptedLeaf> inParts(int number) {
    List<AcceptedLeaf> divided = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      divided.add(new AcceptedLeaf(context, docs, Math.ceilDiv(count, number), i, number));
    }
    return divided;
  }

  /**
   * Where the part begins, or a part behind the last.
   *
   * @param which 0 for this one, 1 for the next
   * @param vectors how many the segment has
   */
  int begin(int which, int vectors) {
    return (int) ((long) vectors * (part + which) / parts);
  }

  /** How many of them have a vector, at least; exactly {@link #count} up to {@link #COUNTED}. */
  int withVector(String field) throws IOException {
    FloatVectorValues vectors = context.reader().getFloatVectorValues(field);
    if (count <= COUNTED || (vectors != null && hasAll(context, vectors))) {
      return count;
    }
    int without = vectors == null ? count : context.reader().maxDoc() - vectors.size();
    return Math.max(0, count - without);
  }

  private static AcceptDocs docs(LeafReaderContext context, @Nullable Weight weight) {
    LeafReader reader = context.reader();
    return weight == null
        ? AcceptDocs.fromLiveDocs(reader.getLiveDocs(), reader.maxDoc())
        : AcceptDocs.fromIteratorSupplier(
            () -> {
              Scorer scorer = weight.scorer(context);
              return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            },
            reader.getLiveDocs(),
            reader.maxDoc());
  }
}
