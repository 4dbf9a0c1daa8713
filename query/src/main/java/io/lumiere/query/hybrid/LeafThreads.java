package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.search.IndexSearcher;

/**
 * Looks for the best documents of all segments, by as many threads as that is worth. Immutable and
 * thread-safe.
 */
final class LeafThreads {
  /** How many documents are worth handing over to another thread: about a millisecond's work. */
  private static final int WORTH_A_THREAD = 50_000;

  private final IndexSearcher searcher;

  /** By the threads of a searcher. */
  LeafThreads(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** What is done with one segment, to find some of it. */
  interface LeafWork {
    void add(AcceptedLeaf leaf, BestDocs best) throws IOException;
  }

  /**
   * The best of all segments. One thread looks at those of a slice one after the other, so that
   * what it found in one spares it work in the next.
   */
  BestDocs best(List<AcceptedLeaf> leaves, int most, LeafWork work) throws IOException {
    return bestAbove(Float.NEGATIVE_INFINITY, leaves, most, work);
  }

  /** The same, of those whose scores are not less than one. */
  BestDocs bestAbove(float least, List<AcceptedLeaf> leaves, int most, LeafWork work)
      throws IOException {
    return bestOfSlices(slices(leaves, threads()), least, most, work);
  }

  /**
   * The same, where few of the documents are looked at.
   *
   * @param work how many documents that follow one another could be looked at in that time
   */
  BestDocs bestOf(long work, List<AcceptedLeaf> leaves, int most, LeafWork one) throws IOException {
    int threads = work < WORTH_A_THREAD ? 1 : threads();
    return bestOfSlices(slices(leaves, threads), Float.NEGATIVE_INFINITY, most, one);
  }

  /** In parts, so that each thread may have one of a large segment. */
  List<AcceptedLeaf> inParts(AcceptedLeaf leaf) {
    int parts = Math.clamp(leaf.count() / WORTH_A_THREAD, 1, threads());
    return parts == 1 ? List.of(leaf) : leaf.inParts(parts);
  }

  private BestDocs bestOfSlices(
      List<List<AcceptedLeaf>> slices, float least, int most, LeafWork work) throws IOException {
    List<Callable<BestDocs>> tasks = new ArrayList<>();
    for (List<AcceptedLeaf> slice : slices) {
      tasks.add(() -> {
        BestDocs best = new BestDocs(most);
        best.startAt(least);
        for (AcceptedLeaf leaf : slice) {
          work.add(leaf, best);
        }
        return best;
      });
    }
    List<BestDocs> found = searcher.getTaskExecutor().invokeAll(tasks);
    if (found.isEmpty()) {
      return new BestDocs(most);
    }
    found.stream().skip(1).forEach(found.getFirst()::addAll);
    return found.getFirst();
  }

  private int threads() {
    return searcher instanceof ThreadedSearcher threaded
        ? threaded.threads()
        : Math.max(1, searcher.getSlices().length);
  }

  /**
   * The segments that one thread each looks at: the largest first, each given to whoever has the
   * fewest documents.
   */
  static List<List<AcceptedLeaf>> slices(List<AcceptedLeaf> leaves, int threads) {
    long documents = AcceptedLeaf.total(leaves);
    int parts = Math.clamp(documents / WORTH_A_THREAD, 1, Math.max(1, threads));
    List<List<AcceptedLeaf>> slices = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      slices.add(new ArrayList<>());
    }
    for (AcceptedLeaf leaf : largestFirst(leaves)) {
      slices.stream().min(Comparator.comparingLong(AcceptedLeaf::total)).orElseThrow().add(leaf);
    }
    slices.removeIf(List::isEmpty);
    return slices;
  }

  /** The segments in the order of how many of their documents are accepted. */
  static List<AcceptedLeaf> largestFirst(List<AcceptedLeaf> leaves) {
    return leaves.stream().sorted(Comparator.comparingInt(AcceptedLeaf::count).reversed()).toList();
  }
}
