package io.lumiere.query.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of documents of one reader, one bit for each that the reader has. Nearest-vector search
 * takes the bits as they are. Thread-safe.
 */
public final class DocSetQuery extends Query {
  private final Object readerId;
  private final @Nullable FixedBitSet[] leaves;
  private final int size;

  private DocSetQuery(IndexReader reader, @Nullable FixedBitSet[] leaves) {
    this.readerId = reader.getContext().id();
    this.leaves = leaves;
    int bits = 0;
    for (FixedBitSet leaf : leaves) {
      bits += leaf == null ? 0 : leaf.cardinality();
    }
    this.size = bits;
  }

  /** The live documents that match a query. */
  public static DocSetQuery matching(IndexSearcher searcher, Query query) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    @Nullable FixedBitSet[] leaves = new FixedBitSet[reader.leaves().size()];
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        leaves[leaf.ord] = live(scorer.iterator(), leaf.reader());
      }
    }
    return new DocSetQuery(reader, leaves);
  }

  private static FixedBitSet live(DocIdSetIterator docs, LeafReader reader) throws IOException {
    FixedBitSet bits = new FixedBitSet(reader.maxDoc());
    docs.nextDoc();
    docs.intoBitSet(reader.maxDoc(), bits, 0);
    Bits live = reader.getLiveDocs();
    if (live != null) {
      live.applyMask(bits, 0);
    }
    return bits;
  }

  /** The set of these documents. */
  public static DocSetQuery of(IndexReader reader, int... docs) {
    @Nullable FixedBitSet[] leaves = new FixedBitSet[reader.leaves().size()];
    for (int doc : docs) {
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
      FixedBitSet bits = leaves[leaf.ord];
      if (bits == null) {
        bits = new FixedBitSet(leaf.reader().maxDoc());
        leaves[leaf.ord] = bits;
      }
      bits.set(doc - leaf.docBase);
    }
    return new DocSetQuery(reader, leaves);
  }

  /** Those of a segment, which nobody changes; null where there are none. */
  public @Nullable FixedBitSet in(LeafReaderContext leaf) {
    return leaves[leaf.ord];
  }

  /** How many documents are in it. */
  public int size() {
    return size;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    if (!searcher.getIndexReader().getContext().id().equals(readerId)) {
      throw new IllegalStateException("these documents are of another reader");
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        FixedBitSet bits = leaves[context.ord];
        return bits == null
            ? null
            : new DefaultScorerSupplier(
                new ConstantScoreScorer(
                    score(), scoreMode, new BitSetIterator(bits, bits.cardinality())));
      }

      // The bits are in memory anyway.
      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return size + " documents";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
