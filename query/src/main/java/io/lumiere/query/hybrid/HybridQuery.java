package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/**
 * Ranks documents by several legs at once: at most one vector, and any number of queries on words.
 * A filter goes inside each leg, so it never costs a hit. Each leg gives its best {@link
 * Builder#window} documents, and a {@link Fusion} makes one score of their ranks or scores.
 *
 * <p>Nothing depends on where a document stands in the index, if there is a field for {@link
 * Builder#ties} and vectors are compared exactly. Documents that score the same in a leg share a
 * rank. Where more score the same than the leg's window has room for, that field says which are in
 * it; the others of them count as found by the leg where another leg's window holds them.
 *
 * <p>It is a Lucene query like any other: it can be searched, counted, collected, sorted, paged by
 * {@code searchAfter}, explained, boosted, and be a clause of another query. Rewriting runs the
 * legs, once for each search. Keep one window for all pages of a result: with another window the
 * order may change.
 *
 * <p>Immutable and thread-safe.
 */
public final class HybridQuery extends Query {
  /**
   * How many documents each leg gives where nothing else is said: enough for pages that somebody
   * turns to, and that of most hits each leg says something. The nearest are found as well with a
   * window of a hundred.
   */
  public static final int DEFAULT_WINDOW = 2_000;

  private final List<Leg> legs;
  private final @Nullable Query filter;
  private final Blend blend;

  /** Made once: searchers ask for it often, and a vector is long. */
  private final int hash;

  private HybridQuery(Builder builder) {
    this.legs =
        builder.legs.stream()
            .map(leg -> leg.bounded(builder.minSimilarity, builder.effort))
            .toList();
    this.filter = builder.filter;
    this.blend = builder.blend;
    this.hash = Objects.hash(classHash(), legs, filter, blend.window());
  }

  /**
   * Runs the legs.
   *
   * @return the documents found, and what each leg says of them; a query itself, for searchers of
   *     the same reader
   */
  public FusedQuery run(IndexSearcher searcher) throws IOException {
    legs.forEach(leg -> leg.checkAlone(searcher.getIndexReader()));
    return start(searcher).fused();
  }

  /**
   * The first hits of {@link #run}, and some of those after them, found with less work than the
   * whole window takes. Their order, scores, ranks and shares are the same. It is for whoever shows
   * a first page; {@link FusedQuery#total} says how many hits there are. Where the last of the
   * first hits scores the same as others, or nobody knows how many there are, it is what {@code
   * run} finds, and {@link FusedQuery#isWhole} says so.
   *
   * <p>{@code run} may find a hit more than this or one fewer, where neither compares all
   * documents: of the ten nearest at least .98 of what {@code run} has are here.
   *
   * @param hits how many, at least 1
   * @return null where only {@code run} finds them: where more than a vector ranks, or hits have a
   *     least score or are cut off
   */
  public @Nullable FusedQuery first(IndexSearcher searcher, int hits) throws IOException {
    return FirstHits.of(this, searcher, hits);
  }

  /**
   * Runs the legs, to be fused alone or with those of other directories. One among several may have
   * no vectors, so that is no error here.
   */
  public HybridRun start(IndexSearcher searcher) throws IOException {
    return HybridRun.of(this, searcher);
  }

  /** Best first; documents with equal scores in the order of {@link Builder#ties}. */
  public Sort sort() {
    String field = blend.ties().field();
    return field == null
        ? Sort.RELEVANCE
        : new Sort(SortField.FIELD_SCORE, new SortField(field, SortField.Type.LONG));
  }

  /** How many documents each leg gives. */
  public int window() {
    return blend.window();
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return run(searcher);
  }

  List<Leg> legs() {
    return legs;
  }

  @Nullable Query filter() {
    return filter;
  }

  Blend blend() {
    return blend;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor inner = visitor.getSubVisitor(BooleanClause.Occur.SHOULD, this);
    legs.forEach(leg -> leg.visit(inner, this));
    if (filter != null) {
      filter.visit(visitor.getSubVisitor(BooleanClause.Occur.FILTER, this));
    }
  }

  @Override
  public String toString(String field) {
    return "hybrid("
        + legs.stream().map(leg -> leg.toString(field)).collect(Collectors.joining(", "))
        + (filter == null ? "" : ", filter " + filter.toString(field))
        + ", "
        + blend
        + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return sameClassAs(other)
        && other instanceof HybridQuery query
        && legs.equals(query.legs)
        && Objects.equals(filter, query.filter)
        && blend.equals(query.blend);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Collects a query's parts. Not thread-safe. */
  public static final class Builder {
    private final List<Leg> legs = new ArrayList<>();
    private @Nullable Query filter;
    private Blend blend = Blend.DEFAULT;
    private NearestEffort effort = NearestEffort.DEFAULT;
    private float minSimilarity = -1;
    private boolean hasVector;

    /** Adds the vector leg; cosines count from 0 to 1 as they are. */
    public Builder vector(String field, float[] vector, float weight) {
      return vector(field, vector, weight, Scale.COSINE);
    }

    /**
     * Adds the vector leg.
     *
     * @param field a field of float vectors compared by dot product or cosine
     * @param vector unit length to 1e-4; copied
     * @param weight above 0
     * @param scale maps cosines to 0..1; reciprocal rank fusion needs none
     * @throws IllegalArgumentException if the vector is not of unit length, or there is a vector
     *     leg already
     */
    public Builder vector(String field, float[] vector, float weight, Scale scale) {
      if (hasVector) {
        throw new IllegalArgumentException(
            "a hybrid query has one vector leg: add vectors up before");
      }
      hasVector = true;
      legs.add(new Leg.Vector("vector", field, vector, weight, scale, minSimilarity, effort));
      return this;
    }

    /** Adds a leg of words whose query scores by BM25. */
    public Builder words(String name, Query query, float weight) {
      return words(name, query, weight, Scale.BM25);
    }

    /**
     * Adds a leg of words, or of whatever else scores: any Lucene query can be a leg, also a join,
     * a function of a field, a search for neighbours in a second vector field, or another hybrid
     * query.
     *
     * @param name what explanations call it
     * @param query any query; scores of 0 and below add nothing, except by reciprocal rank
     * @param weight above 0
     * @param scale maps its scores to 0..1; reciprocal rank fusion needs none
     */
    public Builder words(String name, Query query, float weight, Scale scale) {
      legs.add(new Leg.Words(name, query, weight, scale));
      return this;
    }

    /** Sets what every hit must match, whichever leg found it. It adds nothing to scores. */
    public Builder filter(Query newFilter) {
      this.filter = newFilter;
      return this;
    }

    /** Sets how scores become one; reciprocal rank fusion where it is not called. */
    public Builder fusion(Fusion newFusion) {
      this.blend = blend.with(newFusion);
      return this;
    }

    /** Sets how many documents each leg gives, at least 1. */
    public Builder window(int newWindow) {
      this.blend = blend.withWindow(newWindow);
      return this;
    }

    /**
     * Sets what documents with equal scores are ordered by, least first; where it is not called,
     * they keep the index's order, which is another once segments are merged.
     *
     * @param field of numeric doc values, such as a hash of each document's key
     */
    public Builder ties(String field) {
      this.blend = blend.with(new Ties(field));
      return this;
    }

    /** Sets the fused score that a hit must have, 0 or more. */
    public Builder minScore(float newMinScore) {
      this.blend = blend.withMinScore(newMinScore);
      return this;
    }

    /** Sets where hits end, beside the minimum score; nowhere where it is not called. */
    public Builder cutoff(Cutoff newCutoff) {
      this.blend = blend.with(newCutoff);
      return this;
    }

    /**
     * Sets the cosine, -1 to 1, below which the vector leg finds no document; other legs may still.
     */
    public Builder minSimilarity(float cosine) {
      if (!(cosine >= -1 && cosine <= 1)) {
        throw new IllegalArgumentException("min similarity is " + cosine + ", not in -1..1");
      }
      this.minSimilarity = cosine;
      return this;
    }

    /**
     * Sets up to how many documents that pass the filter are all compared. Above it the field's
     * graph is asked, which may miss some. Where it is not called, it is some tens of thousands, or
     * what takes less time.
     */
    public Builder exactLimit(int documents) {
      if (documents < 0) {
        throw new IllegalArgumentException("limit of exact search is " + documents + ", below 0");
      }
      this.effort = effort.withExactLimit(documents);
      return this;
    }

    /**
     * Sets how many documents a walk through the field's graph keeps in sight, at least 1; never
     * fewer than the window. With more it misses fewer, and takes longer.
     */
    public Builder candidates(int documents) {
      this.effort = effort.withCandidates(documents);
      return this;
    }

    /**
     * The query.
     *
     * @throws IllegalArgumentException if it has no leg
     */
    public HybridQuery build() {
      if (legs.isEmpty()) {
        throw new IllegalArgumentException("a hybrid query needs a leg: a vector or words");
      }
      return new HybridQuery(this);
    }
  }
}
