package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.util.hnsw.FloatHeap;
import org.jspecify.annotations.Nullable;

/**
 * A short walk through the graphs of all segments, one after the other. It finds the nearest
 * documents of a query that lies among them, such as a photo, and it can be seen where it does not:
 * a text is far from all photos, and takes a walk ten to a hundred times as long. Not thread-safe.
 */
final class ShortWalk {
  /**
   * How many candidates are kept, for few hits: with 192, .999 of the ten nearest to a photo of
   * 200,000 are found, with 96 .99, with 64 .975, where the walk goes on for all of them. They grow
   * with the square root of the documents.
   */
  private static final int LEAST_CANDIDATES = 192;

  /** Of up to so many documents. Of a million in one segment, 192 miss one of a hundred. */
  private static final double OF_DOCUMENTS = 250_000;

  /** With more a walk would not be short any more. */
  private static final int MOST_CANDIDATES = 512;

  /** How many are kept for each of the hits. */
  private static final int CANDIDATES_FOR_ONE = 5;

  /**
   * What part of the candidates the walk goes on for in any case, also in a segment that has none
   * of the best. Some of 50 near duplicates can be reached only from photos that are farther away,
   * of which a quarter misses one in 100 more.
   */
  private static final int FEW = 3;

  /**
   * How many documents are looked at for each candidate in one segment, where the walk goes on for
   * all of them: 9.4 of 200,000; most walks end after half of these. In eight segments it is 4.2
   * times as many, in twelve 6.4 times.
   */
  private static final double VISITS_FOR_ONE = 10;

  /**
   * How much farther away than the last of the hits, by squares of distances, the candidates may be
   * that the walk goes on from: .17 of a million find .995 of the ten nearest to a photo, .12 find
   * .982, and all candidates .997 in twice the looks.
   */
  private static final double SLACK = .17;

  /**
   * What power of the part that passes a filter it has, since the last of the hits is farther away
   * then: with a tenth it is .68 as much.
   */
  private static final double SLACK_OF_PART = 1 / 6.0;

  /**
   * The least of it, as a score, times the square root of the dimension: twice the error of an
   * estimate, which is some .1. Near duplicates differ by less than that.
   */
  private static final double LEAST_SLACK = .2;

  /**
   * How many of what it met are compared by their vectors, for few hits: of a million, 128 find as
   * many as 384, 64 lose three to five of 1,000.
   */
  private static final int LEAST_COMPARED = 128;

  /**
   * How many times as many are compared where hits are among the last half: 3 or 4 of 100 photos.
   */
  static final int MORE_COMPARED = 2;

  /**
   * How many that pass a filter are kept for each of the hits, at least: where a tenth of 200,000
   * pass, 4 find .9975 of the ten nearest, 3 find .9935, where the walk goes on for all of them.
   * The others of the candidates need not pass: they show the way.
   */
  private static final int PASSING_FOR_ONE = 4;

  /**
   * After how many looks for each candidate the best that were met tell whether the query lies
   * among the documents.
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

  /** The scores of the hits, as far as they are met. */
  private final FloatHeap nearest;

  /** See {@link #SLACK}; more where codes of short vectors are poor. */
  private final double slack;

  private final double leastSlack;

  private final int compared;
  private final BestDocs met;

  /** How many documents may still be looked at. */
  private int visits;

  private ShortWalk(int hits, int candidates, int kept, double part, int dimension, int visits) {
    double poorness = NearestEffort.poorness(dimension);
    this.hits = hits;
    this.candidates = candidates;
    this.kept = kept;
    this.part = part;
    this.visits = visits;
    this.best = new FloatHeap(candidates);
    this.nearest = new FloatHeap(hits);
    this.passing = part < 1 ? new FloatHeap(kept) : null;
    this.slack = SLACK * Math.pow(part, SLACK_OF_PART) * Math.sqrt(poorness);
    this.leastSlack = LEAST_SLACK / Math.sqrt(dimension);
    this.compared = (int) (poorness * Math.max(LEAST_COMPARED, CANDIDATES_FOR_ONE * hits));
    this.met = new BestDocs(MORE_COMPARED * compared);
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
    return new ShortWalk(hits, (int) candidates, (int) kept, part, dimension, visits);
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
   * Whether one more segment takes more looks than some. Nobody knows it of the first one: there it
   * is seen what the query is.
   */
  boolean isLongerThan(int looks) {
    return best.size() > 0 && expectedVisits(1) / 2 >= looks;
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

  /** Takes a document into account. */
  void offer(float score, boolean passes) {
    best.offer(score);
    if (passes) {
      nearest.offer(score);
    }
    if (passing != null && passes) {
      passing.offer(score);
    }
  }

  /** The least score that is still of use. */
  float least() {
    return Math.max(leastOfCandidates(), leastAroundHits());
  }

  private float leastAroundHits() {
    if (nearest.size() < hits) {
      return Float.NEGATIVE_INFINITY;
    }
    double farther = Math.max(leastSlack, slack * Neighbourhood.farness(nearest.peek()));
    return (float) (nearest.peek() - farther);
  }

  private float leastOfCandidates() {
    if (best.size() < candidates || (passing != null && passing.size() < kept)) {
      return Float.NEGATIVE_INFINITY;
    }
    return passing == null ? best.peek() : Math.min(best.peek(), passing.peek());
  }

  /** After how many looks in a segment it can be seen whether it is worth while to go on. */
  int promisingAfter() {
    return LOOKS_TO_TELL * candidates;
  }

  /** The best that the walk has met, by their estimates. */
  BestDocs met() {
    return met;
  }

  /** How many of these are to be compared by their vectors, at first. */
  int compared() {
    return compared;
  }

  /**
   * Whether all hits are among the first of some documents.
   *
   * @param first how many
   * @param met documents in the order of their estimates
   * @param nearest the same in the order of their scores
   */
  boolean areAmongFirst(int first, Ranked met, Ranked nearest) {
    int[] hit = nearest.first(hits).docs().clone();
    Arrays.sort(hit);
    int[] docs = met.docs();
    for (int i = first; i < docs.length; i++) {
      if (Arrays.binarySearch(hit, docs[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is worth while to go on: around a text, it is not. */
  boolean isPromising() {
    float[] sorted = best.getHeap();
    Arrays.sort(sorted);
    float[] greatestFirst = new float[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      greatestFirst[i] = sorted[sorted.length - 1 - i];
    }
    return Neighbourhood.ofCodes(greatestFirst, candidates).isLow(hits);
  }

  /**
   * Whether the nearest documents are surely among those that were met.
   *
   * @param scores of these, by the vectors themselves, the greatest first
   */
  boolean isEnough(float[] scores) {
    return Neighbourhood.ofVectors(scores, kept).isLow(hits);
  }
}
