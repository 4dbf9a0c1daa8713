package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents whose vectors are nearest, in all segments of an index. {@link NearestEffort}
 * decides once for all of them whether every document that passes the filter is compared, or a
 * short list is made first: by the {@link ShortCodes} of all that pass, or by walks through the
 * graphs. Scores are Lucene's, of the vectors themselves. Not thread-safe; it uses the searcher's
 * threads.
 */
final class NearestSearch {
  /** How many times as many documents as are kept there have to be, for a sample to save time. */
  private static final int WORTH_A_SAMPLE = 8;

  /** How many of a sample there are, at least, that the score they have is not one by chance. */
  private static final int LEAST_SAMPLE = 32;

  /** How many codes that follow one another are looked at in the time that refining one takes. */
  private static final int REFINING = 12;

  /** The same for comparing the vector of one. */
  private static final int COMPARING = 130;

  private final IndexSearcher searcher;
  private final LeafThreads threads;
  private final String field;
  private final float[] vector;
  private final int window;
  private final NearestEffort effort;

  /** The segments all of whose accepted documents were compared; null where they were not. */
  private @Nullable List<AcceptedLeaf> compared;

  /** Those that estimate, of each segment: what they make of the vector takes a while to make. */
  private final Map<AcceptedLeaf, LeafSearch> estimating = new ConcurrentHashMap<>();

  /** A search for at most {@code window} documents. */
  NearestSearch(
      IndexSearcher searcher, String field, float[] vector, int window, NearestEffort effort) {
    this.searcher = searcher;
    this.threads = new LeafThreads(searcher);
    this.field = field;
    this.vector = vector;
    this.window = window;
    this.effort = effort;
  }

  /** The nearest documents of those that pass a filter. */
  Ranked within(@Nullable Query filter) throws IOException {
    List<AcceptedLeaf> leaves = AcceptedLeaf.of(searcher, filter, field);
    NearestEffort.Way way = way(leaves);
    compared = way == NearestEffort.Way.COMPARE_ALL ? leaves : null;
    return by(way, leaves);
  }

  /**
   * The first of the nearest documents that pass a filter, and some after these, as {@link #within}
   * finds them.
   *
   * @return null where fewer may pass than are looked for, or how much work is done was set
   */
  @Nullable Ranked first(int hits, @Nullable Query filter) throws IOException {
    List<AcceptedLeaf> leaves = AcceptedLeaf.of(searcher, filter, field);
    if (!effort.estimates() || withVector(leaves) < window) {
      return null;
    }
    NearestEffort.Way way = way(leaves);
    if (way != NearestEffort.Way.COMPARE_ALL) {
      Ranked near = near(leaves, hits, filter != null);
      if (near != null) {
        return near;
      }
    }
    int shortList = effort.shortListOfFirst(hits, window, vector.length);
    return by(way, leaves, shortList, shortList);
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
    long passing = leaves.stream().mapToLong(AcceptedLeaf::count).sum();
    int visits = NearestEffort.shortWalk(passing, documents);
    ShortWalk walk = ShortWalk.within(passing, hits, vector.length, documents, visits);
    return walk == null || walk.expectedVisits(leaves.size()) > visits
        ? null
        : walked(walk, leaves);
  }

  private @Nullable Ranked walked(ShortWalk walk, List<AcceptedLeaf> leaves) throws IOException {
    boolean isFirst = true;
    for (AcceptedLeaf leaf : LeafThreads.largestFirst(leaves)) {
      if (!walk.goThrough(estimating(leaf), leaf.context().docBase)) {
        return null;
      }
      if (isFirst && !walk.isPromising()) {
        return null;
      }
      isFirst = false;
    }
    Ranked met = refined(leaves, walk.met().inOrder(), walk.compared());
    Ranked nearest = rescored(leaves, met, met.size());
    return walk.isEnough(nearest.scores()) ? nearest : null;
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
    long passing = 0;
    long kept = 0;
    for (AcceptedLeaf leaf : leaves) {
      passing += leaf.count();
      kept += share(leaf);
    }
    long documents = searcher.getIndexReader().maxDoc();
    return effort.way(passing, documents, kept, areCoded(leaves, passing), window);
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
    return by(way, leaves, shortList(), window);
  }

  /** At most {@code most} of them, by a short list of {@code estimated} where there is one. */
  private Ranked by(NearestEffort.Way way, List<AcceptedLeaf> leaves, int estimated, int most)
      throws IOException {
    return switch (way) {
      case COMPARE_ALL -> threads.best(leaves, most, this::addCompared).ranked();
      case ESTIMATE_ALL -> rescored(leaves, estimated(leaves, estimated), most);
      case WALK -> {
        List<Ranked> found = walked(leaves);
        yield effort.estimates()
            ? rescored(leaves, merged(leaves, found, estimated), most)
            : merged(leaves, found, most);
      }
    };
  }

  private void addCompared(AcceptedLeaf leaf, BestDocs best) throws IOException {
    LeafSearch.exact(leaf, field, vector).addAll(best, leaf.context().docBase);
  }

  /**
   * The best of all by their codes, of those that are the best by the first words of these; and as
   * many of the segments without codes. These have scores that are no estimates, which spread more:
   * ranked together, they would take the places of others that are as near.
   */
  private Ranked estimated(List<AcceptedLeaf> leaves, int most) throws IOException {
    List<AcceptedLeaf> coded = new ArrayList<>();
    List<AcceptedLeaf> others = new ArrayList<>();
    for (AcceptedLeaf leaf : leaves) {
      (estimating(leaf).isCoded() ? coded : others).add(leaf);
    }
    Ranked best = bestByCodes(coded, most);
    if (others.isEmpty()) {
      return best;
    }
    Ranked exact = threads.best(others, most, this::addCompared).ranked();
    BestDocs both = new BestDocs(best.size() + exact.size());
    both.addAll(best, 0);
    both.addAll(exact, 0);
    return both.ranked();
  }

  private Ranked bestByCodes(List<AcceptedLeaf> leaves, int most) throws IOException {
    long passing = leaves.stream().mapToLong(AcceptedLeaf::count).sum();
    return refined(leaves, firsts(leaves, NearestEffort.firsts(most, passing)).inOrder(), most);
  }

  /** The best of some, by whole codes. */
  private Ranked refined(List<AcceptedLeaf> leaves, Ranked firsts, int most) throws IOException {
    return threads
        .bestOf(
            REFINING * (long) firsts.size(),
            leaves,
            most,
            (leaf, best) -> estimating(leaf).refine(firsts, best))
        .inOrder();
  }

  /**
   * The best by the first words of their codes, between half and twice as many as are expected: to
   * keep exactly so many would take longer than to look at a few more.
   */
  private BestDocs firsts(List<AcceptedLeaf> leaves, int expected) throws IOException {
    float least = likelyEnough(leaves, expected);
    int most = 2 * expected;
    List<AcceptedLeaf> parts = new ArrayList<>();
    for (AcceptedLeaf leaf : leaves) {
      parts.addAll(estimating(leaf).isScanned() ? threads.inParts(leaf) : List.of(leaf));
    }
    BestDocs firsts = threads.bestAbove(least, parts, most, this::addFirsts);
    boolean isEnough = firsts.size() >= expected / 2 || least == Float.NEGATIVE_INFINITY;
    return isEnough ? firsts : threads.best(parts, most, this::addFirsts);
  }

  private void addFirsts(AcceptedLeaf leaf, BestDocs best) throws IOException {
    estimating(leaf).addFirsts(best, leaf.context().docBase);
  }

  /**
   * A score that about as many documents have as are kept, by a sample of them: without it, most of
   * those that are looked at first are kept for a while, which takes as long as to look at them.
   */
  private float likelyEnough(List<AcceptedLeaf> leaves, int kept) throws IOException {
    long documents = leaves.stream().mapToLong(AcceptedLeaf::count).sum();
    if (documents / WORTH_A_SAMPLE < kept) {
      return Float.NEGATIVE_INFINITY;
    }
    BestDocs sample = new BestDocs(kept / LeafSearch.SAMPLED_OF + LEAST_SAMPLE);
    for (AcceptedLeaf leaf : leaves) {
      estimating(leaf).addSample(sample);
    }
    Ranked best = sample.ranked();
    return sample.isFull() ? best.scores()[best.size() - 1] : Float.NEGATIVE_INFINITY;
  }

  /** One thread at a time looks at a segment. */
  private LeafSearch estimating(AcceptedLeaf leaf) throws IOException {
    LeafSearch known = estimating.get(leaf);
    if (known == null) {
      known = LeafSearch.estimating(leaf, field, vector);
      estimating.put(leaf, known);
    }
    return known;
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

  private static Ranked merged(List<AcceptedLeaf> leaves, List<Ranked> found, int most) {
    BestDocs best = new BestDocs(most);
    for (int i = 0; i < leaves.size(); i++) {
      best.addAll(found.get(i), leaves.get(i).context().docBase);
    }
    return best.ranked();
  }

  private int shortList() {
    return effort.shortList(window);
  }

  /**
   * A segment whose candidates are all among the nearest of the index may have more of them: it is
   * walked through again, and keeps as many as could be.
   */
  private List<Ranked> walked(List<AcceptedLeaf> leaves) throws IOException {
    List<Ranked> found = new ArrayList<>(walked(leaves, this::share));
    Ranked nearest = merged(leaves, found, window);
    float least = nearest.size() == 0 ? 0 : nearest.scores()[nearest.size() - 1];
    List<Integer> unfinished = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      Ranked ranked = found.get(i);
      int share = share(leaves.get(i));
      if (share < window && ranked.size() == share && ranked.scores()[share - 1] >= least) {
        unfinished.add(i);
      }
    }
    List<Ranked> again =
        walked(unfinished.stream().map(leaves::get).toList(), leaf -> effort.candidates(window));
    for (int i = 0; i < again.size(); i++) {
      found.set(unfinished.get(i), again.get(i));
    }
    return found;
  }

  private List<Ranked> walked(List<AcceptedLeaf> leaves, ToIntFunction<AcceptedLeaf> candidates)
      throws IOException {
    List<Callable<Ranked>> tasks = new ArrayList<>();
    for (AcceptedLeaf leaf : leaves) {
      tasks.add(() -> walked(leaf, candidates.applyAsInt(leaf)));
    }
    return searcher.getTaskExecutor().invokeAll(tasks);
  }

  private Ranked walked(AcceptedLeaf leaf, int candidates) throws IOException {
    LeafSearch search =
        effort.estimates() ? estimating(leaf) : LeafSearch.exact(leaf, field, vector);
    return search.walked(candidates);
  }

  private int share(AcceptedLeaf leaf) {
    double part = leaf.context().reader().maxDoc() / (double) searcher.getIndexReader().maxDoc();
    return NearestEffort.share(effort.candidates(window), part);
  }
}
