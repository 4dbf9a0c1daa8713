package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
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
  /** How many documents are worth handing over to another thread: about a millisecond's work. */
  private static final int WORTH_A_THREAD = 50_000;

  private final IndexSearcher searcher;
  private final String field;
  private final float[] vector;
  private final int window;
  private final NearestEffort effort;

  /** The segments all of whose accepted documents were compared; null where they were not. */
  private @Nullable List<AcceptedLeaf> compared;

  /** A search for at most {@code window} documents. */
  NearestSearch(
      IndexSearcher searcher, String field, float[] vector, int window, NearestEffort effort) {
    this.searcher = searcher;
    this.field = field;
    this.vector = vector;
    this.window = window;
    this.effort = effort;
  }

  /** The nearest documents of those that pass a filter. */
  Ranked within(@Nullable Query filter) throws IOException {
    List<AcceptedLeaf> leaves = AcceptedLeaf.of(searcher, filter, field);
    long passing = 0;
    long kept = 0;
    for (AcceptedLeaf leaf : leaves) {
      passing += leaf.count();
      kept += share(leaf);
    }
    long documents = searcher.getIndexReader().maxDoc();
    NearestEffort.Way way = effort.way(passing, documents, kept, areCoded(leaves, passing), window);
    compared = way == NearestEffort.Way.COMPARE_ALL ? leaves : null;
    return by(way, leaves);
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
    return switch (way) {
      case COMPARE_ALL -> best(leaves, window, this::addCompared);
      case ESTIMATE_ALL -> rescored(leaves, best(leaves, shortList(), this::addEstimated));
      case WALK -> {
        List<Ranked> found = walked(leaves);
        yield effort.estimates()
            ? rescored(leaves, merged(leaves, found, shortList()))
            : merged(leaves, found, window);
      }
    };
  }

  /** What is done with one segment, to find some of it. */
  private interface LeafWork {
    void add(AcceptedLeaf leaf, BestDocs best) throws IOException;
  }

  /**
   * The best of all segments. One thread looks at those of a slice one after the other, so that
   * what it found in one spares it work in the next.
   */
  private Ranked best(List<AcceptedLeaf> leaves, int most, LeafWork work) throws IOException {
    List<Callable<Ranked>> tasks = new ArrayList<>();
    for (List<AcceptedLeaf> slice : slices(leaves, threads())) {
      tasks.add(() -> {
        BestDocs best = new BestDocs(most);
        for (AcceptedLeaf leaf : slice) {
          work.add(leaf, best);
        }
        return best.ranked();
      });
    }
    List<Ranked> found = searcher.getTaskExecutor().invokeAll(tasks);
    if (found.size() == 1) {
      return found.getFirst();
    }
    BestDocs best = new BestDocs(most);
    found.forEach(ranked -> best.addAll(ranked, 0));
    return best.ranked();
  }

  private int threads() {
    return searcher instanceof ThreadedSearcher threaded
        ? threaded.threads()
        : searcher.getSlices().length;
  }

  /**
   * The segments that one thread each looks at: the largest first, each given to whoever has the
   * fewest documents.
   */
  static List<List<AcceptedLeaf>> slices(List<AcceptedLeaf> leaves, int threads) {
    long documents = leaves.stream().mapToLong(AcceptedLeaf::count).sum();
    int parts = Math.clamp(documents / WORTH_A_THREAD, 1, Math.max(1, threads));
    List<List<AcceptedLeaf>> slices = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      slices.add(new ArrayList<>());
    }
    leaves.stream()
        .sorted(Comparator.comparingInt(AcceptedLeaf::count).reversed())
        .forEach(leaf ->
            slices.stream()
                .min(Comparator.comparingLong(NearestSearch::documents))
                .orElseThrow()
                .add(leaf));
    slices.removeIf(List::isEmpty);
    return slices;
  }

  private static long documents(List<AcceptedLeaf> slice) {
    return slice.stream().mapToLong(AcceptedLeaf::count).sum();
  }

  private void addCompared(AcceptedLeaf leaf, BestDocs best) throws IOException {
    LeafSearch.exact(leaf, field, vector).addAll(best, leaf.context().docBase);
  }

  private void addEstimated(AcceptedLeaf leaf, BestDocs best) throws IOException {
    LeafSearch.estimating(leaf, field, vector).addAll(best, leaf.context().docBase);
  }

  /** The nearest of a short list by the vectors themselves. */
  private Ranked rescored(List<AcceptedLeaf> leaves, Ranked shortList) throws IOException {
    int[] docs = shortList.docs().clone();
    Arrays.sort(docs);
    return best(
        leaves,
        window,
        (leaf, best) ->
            LeafSearch.exact(leaf, field, vector)
                .add(inSegment(docs, leaf), best, leaf.context().docBase));
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
        effort.estimates()
            ? LeafSearch.estimating(leaf, field, vector)
            : LeafSearch.exact(leaf, field, vector);
    return search.walked(candidates);
  }

  /** Those of the documents that are in a segment, numbered as in it. */
  private static int[] inSegment(int[] docs, AcceptedLeaf leaf) {
    int base = leaf.context().docBase;
    int from = place(docs, base);
    int to = place(docs, base + leaf.context().reader().maxDoc());
    int[] inSegment = new int[to - from];
    for (int i = from; i < to; i++) {
      inSegment[i - from] = docs[i] - base;
    }
    return inSegment;
  }

  private static int place(int[] docs, int doc) {
    int place = Arrays.binarySearch(docs, doc);
    return place < 0 ? -place - 1 : place;
  }

  private int share(AcceptedLeaf leaf) {
    double part = leaf.context().reader().maxDoc() / (double) searcher.getIndexReader().maxDoc();
    return NearestEffort.share(effort.candidates(window), part);
  }
}
