package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OrdinalTranslatedKnnCollector;
import org.jspecify.annotations.Nullable;

/**
 * The ways to find the nearest documents of one segment. Documents are numbered as in the segment.
 * Not thread-safe.
 */
final class LeafSearch {
  // ACORN-style filtered search lost recall here (.56 to .80); a threshold of 0 leaves it off.
  private static final KnnSearchStrategy PLAIN_HNSW = new KnnSearchStrategy.Hnsw(0);

  /** How many documents are estimated at once. */
  private static final int BATCH = 64;

  private final AcceptedLeaf leaf;
  private final String field;
  private final float[] vector;

  /** Null where there are no codes. */
  private final @Nullable ShortCodeScorer codes;

  private LeafSearch(
      AcceptedLeaf leaf, String field, float[] vector, @Nullable ShortCodeScorer codes) {
    this.leaf = leaf;
    this.field = field;
    this.vector = vector;
    this.codes = codes;
  }

  /** A search that compares the vectors themselves. */
  static LeafSearch exact(AcceptedLeaf leaf, String field, float[] vector) {
    return new LeafSearch(leaf, field, vector, null);
  }

  /** A search that estimates by short codes where the segment has them. */
  static LeafSearch estimating(AcceptedLeaf leaf, String field, float[] vector) throws IOException {
    LeafReader reader = leaf.context().reader();
    ShortCodeScorer codes =
        ShortCodeScorer.of(
            ShortCodes.of(reader, field),
            reader.getFieldInfos().fieldInfo(field).getVectorSimilarityFunction(),
            vector);
    return new LeafSearch(leaf, field, vector, codes);
  }

  /** The nearest of all that are accepted. Scores are estimates where there are codes. */
  Ranked ofAll(int most) throws IOException {
    return codes == null
        ? compared(leaf.docs().iterator(), most)
        : estimated(codes, leaf.docs().iterator(), most);
  }

  /** The nearest of some documents, by the vectors themselves. */
  Ranked of(int[] docs, int most) throws IOException {
    SparseFixedBitSet bits = new SparseFixedBitSet(leaf.context().reader().maxDoc());
    for (int doc : docs) {
      bits.set(doc);
    }
    return compared(new BitSetIterator(bits, docs.length), most);
  }

  /**
   * Nearly the nearest, by a walk through the graph that keeps so many candidates. Scores are
   * estimates where there are codes.
   */
  Ranked walked(int candidates) throws IOException {
    if (leaf.count() <= candidates) {
      return ofAll(candidates);
    }
    // A walk that visits more documents than pass takes longer than comparing those.
    TopKnnCollector collector = new TopKnnCollector(candidates, leaf.count() + 1, PLAIN_HNSW);
    HnswGraph graph = codes == null ? null : graph();
    if (codes == null || graph == null) {
      leaf.context().reader().searchNearestVectors(field, vector, collector, leaf.docs());
    } else if (graph.size() > 0) {
      HnswGraphSearcher.search(
          codes,
          new OrdinalTranslatedKnnCollector(collector, codes::ordToDoc),
          graph,
          codes.getAcceptOrds(leaf.docs().bits()),
          Math.min(leaf.count(), graph.size()));
    }
    TopDocs top = collector.topDocs();
    return collector.earlyTerminated() || top.scoreDocs.length < candidates
        ? ofAll(candidates)
        : Ranked.of(top.scoreDocs);
  }

  private Ranked compared(DocIdSetIterator docs, int most) throws IOException {
    FloatVectorValues vectors = leaf.context().reader().getFloatVectorValues(field);
    BestDocs best = new BestDocs(most);
    // Where a format quantizes vectors, this compares those that were indexed.
    VectorScorer scorer = vectors.rescorer(vector);
    VectorScorer.Bulk bulk = scorer.bulk(docs);
    DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    do {
      bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, buffer);
      for (int i = 0; i < buffer.size; i++) {
        best.add(buffer.docs[i], buffer.features[i]);
      }
    } while (buffer.size > 0);
    return best.ranked();
  }

  private static Ranked estimated(ShortCodeScorer codes, DocIdSetIterator docs, int most)
      throws IOException {
    BestDocs best = new BestDocs(most);
    KnnVectorValues.DocIndexIterator vectors = codes.values().iterator();
    int[] nodes = new int[BATCH];
    float[] estimates = new float[BATCH];
    int size = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (vectors.docID() < doc) {
        vectors.advance(doc);
      }
      if (vectors.docID() == doc) {
        nodes[size++] = vectors.index();
      }
      if (size == BATCH) {
        add(codes, nodes, estimates, size, best);
        size = 0;
      }
    }
    add(codes, nodes, estimates, size, best);
    return best.ranked();
  }

  private static void add(
      ShortCodeScorer codes, int[] nodes, float[] estimates, int size, BestDocs best)
      throws IOException {
    codes.bulkScore(nodes, estimates, size);
    for (int i = 0; i < size; i++) {
      best.add(codes.ordToDoc(nodes[i]), estimates[i]);
    }
  }

  /** The segment's graph; null where it cannot be had. */
  private @Nullable HnswGraph graph() throws IOException {
    KnnVectorsReader reader =
        FilterLeafReader.unwrap(leaf.context().reader()) instanceof SegmentReader segment
            ? segment.getVectorReader()
            : null;
    KnnVectorsReader ofField =
        reader instanceof PerFieldKnnVectorsFormat.FieldsReader fields
            ? fields.getFieldReader(field)
            : reader;
    return ofField instanceof HnswGraphProvider graphs ? graphs.getGraph(field) : null;
  }
}
