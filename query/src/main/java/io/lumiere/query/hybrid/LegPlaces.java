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
 * Where documents would stand in each leg if there were no window: by comparing them with all
 * documents that pass the filter, which takes long. The documents may be of another directory. Not
 * thread-safe.
 */
final class LegPlaces {
  private final IndexSearcher searcher;
  private final @Nullable Query filter;
  private final List<Leg> legs;

  /** Places within the filter. */
  LegPlaces(IndexSearcher searcher, @Nullable Query filter, List<Leg> legs) {
    this.searcher = searcher;
    this.filter = filter;
    this.legs = legs;
  }

  /**
   * What Lucene scores a document that passes the filter.
   *
   * @param shares what the legs say of it, in order
   * @return NaN for a leg that found it, and for one that it does not match
   */
  float[] outside(List<LegShare> shares, int doc) throws IOException {
    float[] scores = new float[legs.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = shares.get(i).rank() > 0 ? Float.NaN : score(legs.get(i), doc);
    }
    return scores;
  }

  /** The shares of a document with what is known of it where its leg did not find it. */
  List<LegShare> reached(List<LegShare> shares, float[] outside) {
    List<LegShare> reached = new ArrayList<>();
    for (int i = 0; i < outside.length; i++) {
      LegShare share = shares.get(i);
      reached.add(
          Float.isNaN(outside[i])
              ? share
              : reached(legs.get(i), share, scored(legs.get(i), outside[i])));
    }
    return reached;
  }

  private static LegShare reached(Leg leg, LegShare share, float score) {
    return new LegShare(share.leg(), 0, share.found(), score, (float) leg.scale().apply(score), 0);
  }

  private static float scored(Leg leg, float score) {
    return leg instanceof Leg.Vector ? 2 * score - 1 : score;
  }

  /** How many documents each leg scores better; 0 where it scores nothing. */
  int[] better(float[] outside) throws IOException {
    int[] better = new int[outside.length];
    for (int i = 0; i < better.length; i++) {
      better[i] = Float.isNaN(outside[i]) ? 0 : better(legs.get(i), outside[i]);
    }
    return better;
  }

  private int better(Leg leg, float score) throws IOException {
    return switch (leg) {
      case Leg.Words words -> better(Leg.within(words.query(), filter), score);
      case Leg.Vector vector -> nearer(vector, score);
    };
  }

  private float score(Leg leg, int doc) throws IOException {
    return switch (leg) {
      case Leg.Words words -> {
        Explanation own = searcher.explain(words.query(), doc);
        yield own.isMatch() ? own.getValue().floatValue() : Float.NaN;
      }
      case Leg.Vector vector -> dotScore(vector, doc);
    };
  }

  /** How many documents have a greater score of a query. */
  private int better(Query query, float score) throws IOException {
    return searcher.search(query, new BetterCounter(score));
  }

  /** Lucene's score of the document's vector; NaN where it has none. */
  private float dotScore(Leg.Vector leg, int doc) throws IOException {
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
