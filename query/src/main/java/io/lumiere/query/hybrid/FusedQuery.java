package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link HybridQuery} found, and what each of its legs says of it: a query for the documents
 * found, bound to the reader that they are in. Immutable and thread-safe.
 */
public final class FusedQuery extends Query {
  /** How many parts of 0..1 {@link #scoreCounts} counts. */
  public static final int SCORE_COUNTS = 50;

  private final HybridQuery origin;
  private final FusedHits hits;
  private final Scope scope;

  /**
   * What the hits depend on beside the query.
   *
   * @param readerId the state of an index
   * @param windows those of several directories; empty where this one is alone
   * @param cut what was cut off
   * @param isWhole whether all hits are there, not the first ones alone
   */
  record Scope(
      Object readerId, List<LegWindow> windows, @Nullable CutoffReport cut, boolean isWhole) {}

  FusedQuery(HybridQuery origin, FusedHits hits, Scope scope) {
    this.origin = origin;
    this.hits = hits;
    this.scope = scope;
  }

  /**
   * What each leg says of a document, in the order in which the legs were added.
   *
   * @param doc the document's number
   */
  public List<LegShare> shares(int doc) {
    return hits.shares(doc);
  }

  /**
   * What Lucene scores a document in legs whose window does not hold it, as {@link #better} takes
   * it.
   *
   * @param searcher of the same reader
   * @param doc the number of a document that passes the filter
   * @return NaN for legs whose window holds it, and for those that it does not match
   */
  public float[] scoresOutside(IndexSearcher searcher, int doc) throws IOException {
    return places(searcher).outside(shares(doc), doc);
  }

  /**
   * As {@link #shares}, with scores and chances also where a leg's window does not hold the
   * document: it lacks nothing but these ranks, which {@link LegShare#placed} adds.
   *
   * @param outside its {@link #scoresOutside}
   */
  public List<LegShare> reached(IndexSearcher searcher, int doc, float[] outside) {
    return places(searcher).reached(shares(doc), outside);
  }

  /**
   * How many documents that pass the filter each leg scores better than one that its window does
   * not hold, which may be of another directory.
   *
   * @param searcher of the same reader
   * @param outside its {@link #scoresOutside}
   */
  public int[] better(IndexSearcher searcher, float[] outside) throws IOException {
    return places(searcher).better(outside);
  }

  private LegPlaces places(IndexSearcher searcher) {
    return new LegPlaces(searcher, origin.filter(), origin.legs());
  }

  /**
   * Whether all hits are here, as {@link HybridQuery#run} finds them; otherwise only the first ones
   * are, as {@link HybridQuery#first} does.
   */
  public boolean isWhole() {
    return scope.isWhole;
  }

  /** How many hits there are, those among them that are not here. */
  public int total() {
    return scope.isWhole ? hits.docs().length : hits.rankings()[0].found();
  }

  /**
   * The best hits as a search for them finds them, without one.
   *
   * @param reader that they are in
   * @param sort an order
   * @param most how many at most; fewer where fewer are here
   * @return null where it is not that of {@link HybridQuery#sort}, or no field decides between
   *     equal scores
   */
  public @Nullable List<FieldDoc> best(IndexReader reader, Sort sort, int most) throws IOException {
    String ties = origin.blend().ties().field();
    return ties != null && origin.sort().equals(sort)
        ? new BestHits(hits, ties).first(reader, most)
        : null;
  }

  /** What the query's {@link Cutoff} did; null where it has none. */
  public @Nullable CutoffReport cutoff() {
    return hits.cutoff();
  }

  /**
   * How the scores of all documents that the legs found are spread over 0..1, those below the
   * minimum score and those that were cut off among them: how many have a score in each of {@value
   * #SCORE_COUNTS} equal parts, the lowest first.
   */
  public int[] scoreCounts() {
    return hits.scoreCounts().clone();
  }

  /** What {@link Cutoff#automatic} did or would do: where the likely matches end. */
  public CutoffReport likely() {
    return hits.likely();
  }

  /** The scores of the hits, of which {@link FusedScores#cutoff} says where they are cut. */
  public FusedScores fusedScores() {
    return hits.fusedScores();
  }

  /** The hits without what a cut-off drops. */
  public FusedQuery cut(CutoffReport report) {
    return new FusedQuery(
        origin, hits.cut(report), new Scope(scope.readerId, scope.windows, report, scope.isWhole));
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    if (!searcher.getIndexReader().getContext().id().equals(scope.readerId)) {
      throw new IllegalStateException(
          "this query was rewritten for another reader: rewrite it with this searcher");
    }
    return new FusedWeight(searcher, boost);
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
        && scope.equals(query.scope)
        && origin.equals(query.origin);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + origin.hashCode()) + System.identityHashCode(scope.readerId);
  }

  private List<Query> wordsAndFilter() {
    List<Query> queries = new ArrayList<>();
    for (Leg leg : origin.legs()) {
      if (leg instanceof Leg.Words words) {
        queries.add(words.query());
      }
    }
    if (origin.filter() != null) {
      queries.add(origin.filter());
    }
    return queries;
  }

  private final class FusedWeight extends Weight {
    private final IndexSearcher searcher;
    private final float boost;
    private final LegMatches found;

    FusedWeight(IndexSearcher searcher, float boost) {
      super(FusedQuery.this);
      this.searcher = searcher;
      this.boost = boost;
      this.found = new LegMatches(searcher, wordsAndFilter());
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
    public Explanation explain(LeafReaderContext context, int doc) throws IOException {
      int global = context.docBase + doc;
      int at = hits.indexFrom(global);
      if (at == hits.docs().length || hits.docs()[at] != global) {
        return Explanation.noMatch(hits.reasonAgainst(global, origin.blend().minScore()));
      }
      List<Explanation> details = new ArrayList<>();
      List<LegShare> shares = hits.shares(global);
      for (int i = 0; i < shares.size(); i++) {
        details.add(describe(shares.get(i), hits.legs().get(i), global));
      }
      // Whoever reads explanations by machine knows a few forms only; these are two of them.
      Explanation score =
          Explanation.match(
              hits.scores()[at], "hybrid score, computed as " + hits.fusion() + " from:", details);
      return boost == 1
          ? score
          : Explanation.match(
              boost * hits.scores()[at],
              "boosted hybrid score, product of:",
              Explanation.match(boost, "boost"),
              score);
    }

    private Explanation describe(LegShare share, Leg leg, int doc) throws IOException {
      if (share.rank() == 0) {
        return Explanation.noMatch("share of " + share.leg() + ": not in its window");
      }
      String place = ": rank " + share.rank() + " of " + share.found();
      Explanation own =
          switch (leg) {
            case Leg.Words words -> searcher.explain(words.query(), doc);
            case Leg.Vector vector ->
                Explanation.match(share.score(), "cosine to the vector in " + vector.field());
          };
      return Explanation.match(
          share.share(),
          "share of " + share.leg() + place + ", computed from:",
          Explanation.match(
              share.chance(), "score on its scale, computed as " + leg.scale() + " from:", own));
    }

    // Also where a leg's words match a document that its window had no room for.
    @Override
    public @Nullable Matches matches(LeafReaderContext context, int doc) throws IOException {
      int global = context.docBase + doc;
      int at = hits.indexFrom(global);
      return at == hits.docs().length || hits.docs()[at] != global ? null : found.in(context, doc);
    }

    // There is nothing to gain: the hits are in memory as they are.
    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return false;
    }
  }
}
