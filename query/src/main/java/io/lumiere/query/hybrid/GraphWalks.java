package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.apache.lucene.search.IndexSearcher;

/**
 * Walks through the graphs of all segments, each of which keeps its share of the candidates. Not
 * thread-safe; it uses the searcher's threads.
 */
final class GraphWalks {
  private final IndexSearcher searcher;
  private final int candidates;
  private final int window;
  private final Walk walk;

  /**
   * Walks that have not begun.
   *
   * @param candidates how many are kept, of the whole index
   * @param window how many are looked for
   * @param walk goes through the graph of a segment
   */
  GraphWalks(IndexSearcher searcher, int candidates, int window, Walk walk) {
    this.searcher = searcher;
    this.candidates = candidates;
    this.window = window;
    this.walk = walk;
  }

  /** Goes through the graph of a segment. */
  interface Walk {
    Ranked best(AcceptedLeaf leaf, int candidates) throws IOException;
  }

  /** How many candidates all walks keep together. */
  long kept(List<AcceptedLeaf> leaves) {
    return leaves.stream().mapToLong(this::share).sum();
  }

  /** The best documents that the walks find. */
  Ranked best(List<AcceptedLeaf> leaves, int most) throws IOException {
    return merged(leaves, walked(leaves), most);
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
    List<Ranked> again = walked(unfinished.stream().map(leaves::get).toList(), leaf -> candidates);
    for (int i = 0; i < again.size(); i++) {
      found.set(unfinished.get(i), again.get(i));
    }
    return found;
  }

  private List<Ranked> walked(List<AcceptedLeaf> leaves, ToIntFunction<AcceptedLeaf> share)
      throws IOException {
    List<Callable<Ranked>> tasks = new ArrayList<>();
    for (AcceptedLeaf leaf : leaves) {
      tasks.add(() -> walk.best(leaf, share.applyAsInt(leaf)));
    }
    return searcher.getTaskExecutor().invokeAll(tasks);
  }

  private static Ranked merged(List<AcceptedLeaf> leaves, List<Ranked> found, int most) {
    BestDocs best = new BestDocs(most);
    for (int i = 0; i < leaves.size(); i++) {
      best.addAll(found.get(i), leaves.get(i).context().docBase);
    }
    return best.ranked();
  }

  private int share(AcceptedLeaf leaf) {
    double part = leaf.context().reader().maxDoc() / (double) searcher.getIndexReader().maxDoc();
    return NearestEffort.share(candidates, part);
  }
}
