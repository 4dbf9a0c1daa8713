package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
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
  private final IndexSearcher searcher;
  private final String field;
  private final float[] vector;
  private final int window;
  private final NearestEffort effort;

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
    return by(effort.way(passing, searcher.getIndexReader().maxDoc(), kept), leaves);
  }

  /** The nearest documents, found in one way. */
  Ranked by(NearestEffort.Way way, List<AcceptedLeaf> leaves) throws IOException {
    return switch (way) {
      case COMPARE_ALL -> merged(leaves, each(leaves, this::compared), window);
      case ESTIMATE_ALL ->
          rescored(leaves, merged(leaves, each(leaves, this::estimated), shortList()));
      case WALK -> {
        List<Ranked> found = walked(leaves);
        yield effort.estimates()
            ? rescored(leaves, merged(leaves, found, shortList()))
            : merged(leaves, found, window);
      }
    };
  }

  /** What is done with one segment. */
  private interface LeafWork {
    Ranked of(AcceptedLeaf leaf) throws IOException;
  }

  private List<Ranked> each(List<AcceptedLeaf> leaves, LeafWork work) throws IOException {
    List<Callable<Ranked>> tasks = new ArrayList<>();
    leaves.forEach(leaf -> tasks.add(() -> work.of(leaf)));
    return searcher.getTaskExecutor().invokeAll(tasks);
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

  private Ranked compared(AcceptedLeaf leaf) throws IOException {
    return LeafSearch.exact(leaf, field, vector).ofAll(window);
  }

  private Ranked estimated(AcceptedLeaf leaf) throws IOException {
    return LeafSearch.estimating(leaf, field, vector).ofAll(shortList());
  }

  /**
   * A segment whose candidates are all among the nearest of the index may have more of them: it is
   * walked through again, and keeps as many as could be.
   */
  private List<Ranked> walked(List<AcceptedLeaf> leaves) throws IOException {
    List<Ranked> found = new ArrayList<>(each(leaves, leaf -> walked(leaf, share(leaf))));
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
        each(
            unfinished.stream().map(leaves::get).toList(),
            leaf -> walked(leaf, effort.candidates(window)));
    for (int i = 0; i < again.size(); i++) {
      found.set(unfinished.get(i), again.get(i));
    }
    return found;
  }

  private Ranked walked(AcceptedLeaf leaf, int candidates) throws IOException {
    LeafSearch search =
        effort.estimates()
            ? LeafSearch.estimating(leaf, field, vector)
            : LeafSearch.exact(leaf, field, vector);
    return search.walked(candidates);
  }

  /** The nearest of a short list by the vectors themselves. */
  private Ranked rescored(List<AcceptedLeaf> leaves, Ranked shortList) throws IOException {
    int[] docs = shortList.docs().clone();
    Arrays.sort(docs);
    return merged(
        leaves,
        each(
            leaves,
            leaf -> LeafSearch.exact(leaf, field, vector).of(inSegment(docs, leaf), window)),
        window);
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
