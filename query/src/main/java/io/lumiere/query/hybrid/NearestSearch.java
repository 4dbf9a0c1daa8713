package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents whose vectors are nearest, in all segments of an index. {@link NearestEffort}
 * decides once for all of them whether every document that passes the filter is compared, or a
 * short list is made first: by the {@link ShortCodes} of all that pass, or by walks through the
 * graphs. Scores are Lucene's, of the vectors themselves. Not thread-safe; it uses the searcher's
 * threads.
 */
final class NearestSearch {
  /** How many codes that follow one another are looked at in the time of comparing a vector. */
  private static final int COMPARING = 130;

  private final IndexSearcher searcher;
  private final LeafThreads threads;
  private final String field;
  private final float[] vector;
  private final int window;
  private final NearestEffort effort;
  private final Estimates estimates;
  private final GraphWalks walks;

  /** The segments all of whose accepted documents were compared; null where they were not. */
  private @Nullable List<AcceptedLeaf> compared;

  /** A search for at most {@code window} documents. */
  NearestSearch(
      IndexSearcher searcher, String field, float[] vector, int window, NearestEffort effort) {
    this.searcher = searcher;
    this.threads = new LeafThreads(searcher);
    this.field = field;
    this.vector = vector;
    this.window = window;
    this.effort = effort;
    this.estimates = new Estimates(threads, field, vector);
    this.walks = new GraphWalks(searcher, effort.candidates(window), window, this::walked);
  }

  /**
   * The nearest documents of those that pass a filter.
   *
   * @param leaves what passes, in all segments
   */
  Ranked within(List<AcceptedLeaf> leaves) throws IOException {
    NearestEffort.Way way = way(leaves);
    compared = way == NearestEffort.Way.COMPARE_ALL ? leaves : null;
    return by(way, leaves);
  }

  /**
   * The first of the nearest documents that pass a filter, and some after these, as {@link #within}
   * finds them.
   *
   * @param leaves what passes, in all segments
   * @param isFiltered whether there is a filter
   * @return null where nobody knows how many are found, or they are few, or how much work is done
   *     was set
   */
  @Nullable Ranked first(int hits, List<AcceptedLeaf> leaves, boolean isFiltered)
      throws IOException {
    if (!effort.estimates()) {
      return null;
    }
    long found = withVector(leaves);
    if (found < window) {
      return firstOfFew(hits, leaves, found);
    }
    NearestEffort.Way way = way(leaves);
    if (way != NearestEffort.Way.COMPARE_ALL) {
      Ranked near = near(leaves, hits, isFiltered);
      if (near != null) {
        return near;
      }
    }
    int shortList = effort.shortListOfFirst(hits, window, vector.length);
    return by(way, leaves, hits, shortList, shortList);
  }

  /** Those of fewer than the window holds, of which all are compared. */
  private @Nullable Ranked firstOfFew(int hits, List<AcceptedLeaf> leaves, long found)
      throws IOException {
    long passing = AcceptedLeaf.total(leaves);
    long most = (long) hits + FirstHits.SOME;
    return found < passing || found <= most || way(leaves) != NearestEffort.Way.COMPARE_ALL
        ? null
        : threads.best(leaves, (int) most, this::addCompared).ranked();
  }

  /**
   * What a short walk finds; null where it is not enough, or not worth while: the fewer pass a
   * filter, the longer it takes.
   */
  @Nullable Ranked near(List<AcceptedLeaf> leaves, int hits, boolean isFiltered)
      throws IOException {
    long documents = searcher.getIndexReader().maxDoc();
    if (!isFiltered) {
      ShortWalk walk = ShortWalk.of(hits, vector.length, documents);
      return walk == null ? null : walked(walk, leaves);
    }
    long passing = AcceptedLeaf.total(leaves);
    int visits = NearestEffort.shortWalk(passing, documents);
    ShortWalk walk = ShortWalk.within(passing, hits, vector.length, documents, visits);
    return walk == null || walk.expectedVisits(leaves.size()) > visits
        ? null
        : walked(walk, leaves);
  }

  private @Nullable Ranked walked(ShortWalk walk, List<AcceptedLeaf> leaves) throws IOException {
    boolean isFirst = true;
    for (AcceptedLeaf leaf : LeafThreads.largestFirst(leaves)) {
      if (!walk.goThrough(estimates.of(leaf), leaf.context().docBase)) {
        return null;
      }
      if (isFirst && !walk.isPromising()) {
        return null;
      }
      isFirst = false;
    }
    return compared(walk, leaves);
  }

  /**
   * The nearest of what a walk has met; null where others may be as near. Where hits are among the
   * last by their estimates, more are compared, and none of these may be a hit: estimates say
   * nothing of what is nearest among near duplicates.
   */
  @Nullable Ranked compared(ShortWalk walk, List<AcceptedLeaf> leaves) throws IOException {
    int most = walk.compared();
    Ranked met = walk.met().ranked(most);
    Ranked nearest = rescored(leaves, met, met.size());
    if (!walk.isEnough(nearest.scores())) {
      return null;
    }
    if (met.size() < most || walk.areAmongFirst(most / 2, met, nearest)) {
      return nearest;
    }
    Ranked more = walk.met().ranked(ShortWalk.MORE_COMPARED * most);
    Ranked ofMore = rescored(leaves, more, more.size());
    return walk.areAmongFirst(most, more, ofMore) ? ofMore : null;
  }

  /** How many of the documents have a vector, at least. */
  private long withVector(List<AcceptedLeaf> leaves) throws IOException {
    long documents = 0;
    for (AcceptedLeaf leaf : leaves) {
      documents += leaf.withVector(field);
    }
    return documents;
  }

  private NearestEffort.Way way(List<AcceptedLeaf> leaves) throws IOException {
    long passing = AcceptedLeaf.total(leaves);
    long documents = searcher.getIndexReader().maxDoc();
    return effort.way(passing, documents, walks.kept(leaves), areCoded(leaves, passing), window);
  }

  /**
   * The documents that passed the filter before and whose score is meant, in the order of their
   * numbers; null where not all were compared, so that nobody knows them.
   */
  int @Nullable [] scoring(ScoreTest test) throws IOException {
    if (compared == null) {
      return null;
    }
    IntStream.Builder docs = IntStream.builder();
    for (AcceptedLeaf leaf : compared) {
      int base = leaf.context().docBase;
      LeafSearch.exact(leaf, field, vector)
          .each((found, scores, size) -> {
            for (int i = 0; i < size; i++) {
              if (test.test(scores[i])) {
                docs.add(base + found[i]);
              }
            }
          });
    }
    return docs.build().toArray();
  }

  /** Whether a score is meant. */
  interface ScoreTest {
    boolean test(float score);
  }

  /** Whether most have short codes. They are not opened for a few. */
  private boolean areCoded(List<AcceptedLeaf> leaves, long passing) throws IOException {
    if (!effort.estimates() || passing <= effort.comparedAnyway(window)) {
      return false;
    }
    long coded = 0;
    for (AcceptedLeaf leaf : leaves) {
      coded += ShortCodes.of(leaf.context().reader(), field) == null ? 0 : leaf.count();
    }
    return coded > passing / 2;
  }

  /** The nearest documents, found in one way. */
  Ranked by(NearestEffort.Way way, List<AcceptedLeaf> leaves) throws IOException {
    return by(way, leaves, NearestEffort.WINDOW, shortList(), window);
  }

  /**
   * At most {@code most} of them, of which the first {@code hits} are looked for, by a short list
   * of {@code estimated} where there is one.
   */
  private Ranked by(
      NearestEffort.Way way, List<AcceptedLeaf> leaves, int hits, int estimated, int most)
      throws IOException {
    return switch (way) {
      case COMPARE_ALL -> threads.best(leaves, most, this::addCompared).ranked();
      case ESTIMATE_ALL -> rescored(leaves, estimates.best(leaves, hits, estimated), most);
      case WALK ->
          effort.estimates()
              ? rescored(leaves, walks.best(leaves, estimated), most)
              : walks.best(leaves, most);
    };
  }

  private void addCompared(AcceptedLeaf leaf, BestDocs best) throws IOException {
    LeafSearch.exact(leaf, field, vector).addAll(best, leaf.context().docBase);
  }

  /** The nearest of a short list by the vectors themselves. */
  private Ranked rescored(List<AcceptedLeaf> leaves, Ranked shortList, int most)
      throws IOException {
    int[] docs = shortList.docs().clone();
    Arrays.sort(docs);
    return threads
        .bestOf(
            COMPARING * (long) docs.length,
            leaves,
            most,
            (leaf, best) -> LeafSearch.exact(leaf, field, vector).addOf(docs, best))
        .ranked();
  }

  private Ranked walked(AcceptedLeaf leaf, int candidates) throws IOException {
    LeafSearch search =
        effort.estimates() ? estimates.of(leaf) : LeafSearch.exact(leaf, field, vector);
    return search.walking().best(candidates);
  }

  private int shortList() {
    return effort.shortList(window);
  }
}
