package io.lumiere.query.hybrid;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link HybridQuery} becomes once its legs were run: the documents found, bound to the
 * reader they are in.
 */
final class FusedQuery extends Query {
  private final HybridQuery origin;
  private final FusedHits hits;
  private final Object readerId;

  FusedQuery(HybridQuery origin, FusedHits hits, Object readerId) {
    this.origin = origin;
    this.hits = hits;
    this.readerId = readerId;
  }

  FusedHits hits() {
    return hits;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    if (!searcher.getIndexReader().getContext().id().equals(readerId)) {
      throw new IllegalStateException(
          "this query was rewritten for another reader: rewrite it with this searcher");
    }
    return new FusedWeight(boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "fused(" + origin.toString(field) + ", " + hits.docs().length + " documents)";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return sameClassAs(other)
        && other instanceof FusedQuery query
        && readerId.equals(query.readerId)
        && origin.equals(query.origin);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + origin.hashCode()) + System.identityHashCode(readerId);
  }

  private final class FusedWeight extends Weight {
    private final float boost;

    FusedWeight(float boost) {
      super(FusedQuery.this);
      this.boost = boost;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
      int from = hits.indexFrom(context.docBase);
      int to = hits.indexFrom(context.docBase + context.reader().maxDoc());
      if (from == to) {
        return null;
      }
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) {
          return new FusedScorer(hits, from, to, context.docBase, boost);
        }

        @Override
        public long cost() {
          return (long) to - from;
        }
      };
    }

    // The hits were live when they were found, in this very reader.
    @Override
    public int count(LeafReaderContext context) {
      return hits.indexFrom(context.docBase + context.reader().maxDoc())
          - hits.indexFrom(context.docBase);
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) {
      int global = context.docBase + doc;
      int at = hits.indexFrom(global);
      if (at == hits.docs().length || hits.docs()[at] != global) {
        return Explanation.noMatch(
            "no leg's window holds it, or its score is below " + origin.minScore());
      }
      List<Explanation> details = new ArrayList<>();
      for (LegShare share : hits.shares(global)) {
        details.add(describe(share));
      }
      float score = boost * hits.scores()[at];
      String how = hits.fusion() + (boost == 1 ? "" : ", boosted by " + boost);
      // Whoever reads explanations by machine knows a few forms only; this is one of them.
      return Explanation.match(score, "hybrid score, computed as " + how + " from:", details);
    }

    // There is nothing to gain: the hits are in memory as they are.
    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return false;
    }
  }

  private static Explanation describe(LegShare share) {
    return share.rank() == 0
        ? Explanation.noMatch("share of " + share.leg() + ": not in its window")
        : Explanation.match(
            share.share(),
            "share of " + share.leg() + ": rank " + share.rank() + ", score " + share.score());
  }

  private static final class FusedScorer extends Scorer {
    private final FusedHits hits;
    private final int from;
    private final int to;
    private final int docBase;
    private final float boost;
    private final float maxScore;
    private int at;

    FusedScorer(FusedHits hits, int from, int to, int docBase, float boost) {
      this.hits = hits;
      this.from = from;
      this.to = to;
      this.docBase = docBase;
      this.boost = boost;
      this.at = from - 1;
      float max = 0;
      for (int i = from; i < to; i++) {
        max = Math.max(max, hits.scores()[i]);
      }
      this.maxScore = boost * max;
    }

    @Override
    public int docID() {
      if (at < from) {
        return -1;
      }
      return at < to ? hits.docs()[at] - docBase : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public float score() {
      return boost * hits.scores()[at];
    }

    @Override
    public float getMaxScore(int upTo) {
      return maxScore;
    }

    @Override
    public DocIdSetIterator iterator() {
      return new DocIdSetIterator() {
        @Override
        public int docID() {
          return FusedScorer.this.docID();
        }

        @Override
        public int nextDoc() {
          at++;
          return docID();
        }

        @Override
        public int advance(int target) {
          at =
              target == NO_MORE_DOCS
                  ? to
                  : Math.max(at + 1, Math.min(to, hits.indexFrom(docBase + target)));
          return docID();
        }

        @Override
        public long cost() {
          return (long) to - from;
        }
      };
    }
  }
}
