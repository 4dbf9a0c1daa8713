package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.FloatHeap;
import org.jspecify.annotations.Nullable;

/**
 * A short walk through the graphs of all segments, one after the other. It finds the nearest
 * documents of a query that lies among them, such as a photo, and it can be seen where it does not:
 * a text is far from all photos, and takes a walk ten to a hundred times as long. Not thread-safe.
 */
final class ShortWalk {
  /**
   * How many candidates are kept, at least: with 192, .994 of the ten nearest to a photo of 200,000
   * are found, with 128 .99, with 64 .96. They grow with the square root of the documents.
   */
  private static final int LEAST_CANDIDATES = 192;

  /** Of up to so many documents. Of a million in one segment, 192 miss three of a hundred. */
  private static final double OF_DOCUMENTS = 250_000;

  /** With more a walk would not be short any more. */
  private static final int MOST_CANDIDATES = 512;

  /** How many are kept for each of the hits. */
  private static final int CANDIDATES_FOR_ONE = 5;

  /**
   * What part of the candidates the walk goes on for in a segment that has none of the best; an
   * eighth misses twice as many.
   */
  private static final int FEW = 4;

  /**
   * How many documents are looked at for each candidate in one segment: 9.4 of 200,000. In eight
   * segments it is 4.2 times as many, in twelve 6.4 times.
   */
  private static final double VISITS_FOR_ONE = 10;

  /**
   * Of how many that the walk met, for one whose vector is compared, both halves of the code are
   * looked at. The walk itself looks at the first halves only, which takes two thirds of the time
   * and misses some three of 1,000 more.
   */
  private static final int REFINED_FOR_ONE = 2;

  /**
   * Up to which dimension of the neighbourhood a walk is relied on. Where photos are searched for
   * by a photo, it is 10 to 32, by a text 47 to 94.
   */
  private static final double HIGHEST_DIMENSION = 32;

  /**
   * The same by the first halves of codes, by which near documents seem farther away: around photos
   * it is 8 to 48, around texts 70 to 200.
   */
  private static final double HIGHEST_BY_FIRSTS = 54;

  /**
   * How many that pass a filter are kept for each of the hits, at least: where a tenth of 200,000
   * pass, 4 find .9975 of the ten nearest, 3 find .9935. The others of the candidates need not
   * pass: they show the way.
   */
  private static final int PASSING_FOR_ONE = 4;

  /**
   * After how many looks for each candidate the best that were met tell whether the query lies
   * among the documents. Of 200,000, their dimension is then 10 to 40 around photos, 58 to 120
   * around texts.
   */
  private static final int LOOKS_TO_TELL = 3;

  private final int hits;
  private final int candidates;

  /** How many of those that pass are kept; as many as candidates without a filter. */
  private final int kept;

  /** What part of all documents passes. */
  private final double part;

  /** The scores of the best of all segments so far. */
  private final FloatHeap best;

  /** Those of the best that pass; null without a filter. */
  private final @Nullable FloatHeap passing;

  private final int compared;
  private final BestDocs met;

  /** How many documents may still be looked at. */
  private int visits;

  private ShortWalk(int hits, int candidates, int kept, double part, int compared, int visits) {
    this.hits = hits;
    this.candidates = candidates;
    this.kept = kept;
    this.part = part;
    this.best = new FloatHeap(candidates);
    this.passing = part < 1 ? new FloatHeap(kept) : null;
    this.compared = compared;
    this.visits = visits;
    this.met = new BestDocs(REFINED_FOR_ONE * compared);
  }

  /**
   * A walk that is to find at least some documents.
   *
   * @param dimension the length of vectors
   * @param documents how many the index has
   * @return null where it would not be short
   */
  static @Nullable ShortWalk of(int hits, int dimension, long documents) {
    return within(documents, hits, dimension, documents, Integer.MAX_VALUE);
  }

  /**
   * The same of those that pass a filter, where it gives up before it is longer than another way.
   *
   * @param passing how many pass
   * @param visits how many documents it may look at
   */
  static @Nullable ShortWalk within(
      long passing, int hits, int dimension, long documents, int visits) {
    double growth = Math.sqrt(Math.max(1, documents / OF_DOCUMENTS));
    int least = (int) Math.min(LEAST_CANDIDATES * growth, MOST_CANDIDATES);
    long candidates = Math.max(least, (long) CANDIDATES_FOR_ONE * hits);
    if (candidates > MOST_CANDIDATES) {
      return null;
    }
    double part = Math.min(1, passing / (double) documents);
    double enough = Math.min(PASSING_FOR_ONE * growth * hits, (double) candidates);
    double kept = Math.max(part * candidates, enough);
    double compared = NearestEffort.poorness(dimension) * candidates;
    return new ShortWalk(hits, (int) candidates, (int) kept, part, (int) compared, visits);
  }

  /**
   * How many documents it looks at, about: it goes on until enough that pass are met.
   *
   * @param segments how many there are
   */
  double expectedVisits(int segments) {
    double met = Math.max(candidates, kept / part);
    return VISITS_FOR_ONE * met * Math.max(1, segments / 2.0);
  }

  /**
   * Whether one more segment takes more looks than some, with a filter. Nobody knows it of the
   * first one: there it is seen what the query is.
   */
  boolean isLongerThan(int looks) {
    return isFiltered() && best.size() > 0 && expectedVisits(1) / 2 >= looks;
  }

  /**
   * Goes on through the graph of one more segment.
   *
   * @param base what is added to the numbers of its documents
   * @return whether there is a way through
   */
  boolean goThrough(LeafSearch leaf, int base) throws IOException {
    int visited = leaf.walking().through(this, base, visits);
    visits -= Math.max(0, visited);
    return visited != LeafWalk.NO_WAY;
  }

  /** Takes the scores of one segment, of documents that need not be accepted with a filter. */
  WalkedScores scores(int most, KnnSearchStrategy strategy, @Nullable Bits accepted) {
    return new WalkedScores(most, strategy, this, accepted);
  }

  /** How many of all segments it keeps. */
  int candidates() {
    return candidates;
  }

  /** How many of a segment it goes on for. */
  int few() {
    return candidates / FEW;
  }

  /** Whether not all documents pass. */
  boolean isFiltered() {
    return passing != null;
  }

  /** Takes a document into account; whether it is among the best so far. */
  boolean offer(float score, boolean passes) {
    boolean isWanted = passing != null && passes && passing.offer(score);
    return best.offer(score) || isWanted;
  }

  /** The least score that is still of use. */
  float least() {
    if (best.size() < candidates || (passing != null && passing.size() < kept)) {
      return Float.NEGATIVE_INFINITY;
    }
    return passing == null ? best.peek() : Math.min(best.peek(), passing.peek());
  }

  /** After how many looks in a segment it can be seen whether it is worth while to go on. */
  int promisingAfter() {
    return LOOKS_TO_TELL * candidates;
  }

  /** The best that the walk has met, as {@link LeafSearch#addFirsts} adds them. */
  BestDocs met() {
    return met;
  }

  /** How many of these are to be compared by their vectors. */
  int compared() {
    return compared;
  }

  /** Whether it is worth while to go on: around a text, it is not. */
  boolean isPromising() {
    float[] sorted = best.getHeap();
    Arrays.sort(sorted);
    float[] greatestFirst = new float[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      greatestFirst[i] = sorted[sorted.length - 1 - i];
    }
    return isUpTo(HIGHEST_BY_FIRSTS, greatestFirst, candidates);
  }

  /**
   * Whether the nearest documents are surely among those that were met.
   *
   * @param scores of these, by the vectors themselves, the greatest first
   */
  boolean isEnough(float[] scores) {
    // A walk that ends before has met an island of the graph.
    boolean hasMetEnough = passing == null || passing.size() == kept;
    return hasMetEnough && isUpTo(HIGHEST_DIMENSION, scores, kept);
  }

  private boolean isUpTo(double dimension, float[] scores, int known) {
    int last = Math.min(known, scores.length) - 1;
    return last >= hits && dimension(scores, hits - 1, last) <= dimension;
  }

  /**
   * How many dimensions the documents around the query seem to have between two of them: in n
   * dimensions, there are 2 to the n times as many within twice the distance. Around a text, ten
   * times as many documents are hardly farther away than the nearest ones: whatever a walk meets
   * looks as good as what it looks for.
   *
   * @param scores the greatest first
   * @param first the place of one of them
   * @param last the place of one after it
   */
  static double dimension(float[] scores, int first, int last) {
    double more = (last + 1.0) / (first + 1);
    double farther = Math.sqrt((1.0 - scores[last]) / (1.0 - scores[first]));
    return Math.log(more) / Math.log(farther);
  }
}
