package io.lumiere.query.hybrid;

import io.lumiere.query.internal.lucene.VectorScores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Where a document would stand in each leg if there were no window: by comparing all documents that
 * pass the filter, which takes long. Not thread-safe.
 */
final class LegPlaces {
  private final IndexSearcher searcher;
  private final @Nullable Query filter;
  private final int doc;

  /** Places of a document that passes the filter. */
  LegPlaces(IndexSearcher searcher, @Nullable Query filter, int doc) {
    this.searcher = searcher;
    this.filter = filter;
    this.doc = doc;
  }

  /**
   * The places.
   *
   * @param shares what the legs say of the document, in order; those that found it stay
   */
  List<LegShare> of(List<Leg> legs, List<LegShare> shares) throws IOException {
    List<LegShare> places = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      LegShare share = shares.get(i);
      places.add(share.rank() > 0 ? share : place(legs.get(i), share));
    }
    return places;
  }

  private LegShare place(Leg leg, LegShare share) throws IOException {
    return switch (leg) {
      case Leg.Words words -> {
        Explanation own = searcher.explain(words.query(), doc);
        float score = own.getValue().floatValue();
        yield own.isMatch()
            ? placed(leg, share, score, 1 + better(Leg.within(words.query(), filter), score))
            : share;
      }
      case Leg.Vector vector -> {
        float score = dotScore(vector);
        yield Float.isNaN(score)
            ? share
            : placed(leg, share, 2 * score - 1, 1 + nearer(vector, score));
      }
    };
  }

  private static LegShare placed(Leg leg, LegShare share, float score, int rank) {
    return new LegShare(
        share.leg(), rank, share.found(), score, (float) leg.scale().apply(score), 0);
  }

  /** How many documents come before ours by a query's score. */
  private int better(Query query, float score) throws IOException {
    return searcher.search(query, new BetterCounter(score));
  }

  /** Lucene's score of the document's vector; NaN where it has none. */
  private float dotScore(Leg.Vector leg) throws IOException {
    LeafReaderContext leaf =
        searcher.getLeafContexts().get(ReaderUtil.subIndex(doc, searcher.getLeafContexts()));
    VectorScorer scorer = scorer(leaf, leg);
    if (scorer == null) {
      return Float.NaN;
    }
    int local = doc - leaf.docBase;
    return scorer.iterator().advance(local) == local ? scorer.score() : Float.NaN;
  }

  private int nearer(Leg.Vector leg, float score) throws IOException {
    CollectorManager<Nearer, Integer> counting =
        new CollectorManager<>() {
          @Override
          public Nearer newCollector() {
            return new Nearer(leg, score);
          }

          @Override
          public Integer reduce(Collection<Nearer> parts) {
            return parts.stream().mapToInt(part -> part.count).sum();
          }
        };
    return searcher.search(filter == null ? new FieldExistsQuery(leg.field()) : filter, counting);
  }

  private static @Nullable VectorScorer scorer(LeafReaderContext leaf, Leg.Vector leg)
      throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(leg.field());
    return values == null ? null : VectorScores.of(values, leg.vector());
  }

  private record BetterCounter(float score) implements CollectorManager<Better, Integer> {
    @Override
    public Better newCollector() {
      return new Better(score);
    }

    @Override
    public Integer reduce(Collection<Better> parts) {
      return parts.stream().mapToInt(part -> part.count).sum();
    }
  }

  private static final class Better extends SimpleCollector {
    private final float score;
    private @Nullable Scorable scorer;
    private int count;

    Better(float score) {
      this.score = score;
    }

    @Override
    public void setScorer(Scorable newScorer) {
      scorer = newScorer;
    }

    @Override
    public void collect(int other) throws IOException {
      if (scorer != null && scorer.score() > score) {
        count++;
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }

  private static final class Nearer extends SimpleCollector {
    private final Leg.Vector leg;
    private final float score;
    private @Nullable VectorScorer scorer;
    private @Nullable DocIdSetIterator vectors;
    private int count;

    Nearer(Leg.Vector leg, float score) {
      this.leg = leg;
      this.score = score;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      scorer = LegPlaces.scorer(context, leg);
      vectors = scorer == null ? null : scorer.iterator();
    }

    @Override
    public void collect(int other) throws IOException {
      if (scorer != null && vectors != null && at(vectors, other) && scorer.score() > score) {
        count++;
      }
    }

    private static boolean at(DocIdSetIterator vectors, int doc) throws IOException {
      return (vectors.docID() < doc ? vectors.advance(doc) : vectors.docID()) == doc;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
