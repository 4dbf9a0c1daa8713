package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * The legs of a {@link HybridQuery}, run in one directory. Alone, they are fused as they are. Where
 * a search goes over several directories, each gives its {@link #legScores}, a {@link LegWindow} is
 * made of all of them for each leg, and with these every directory gives its documents the scores
 * that one directory of all would, bit for bit, as long as vectors are compared exactly. {@link
 * FusedQuery#fusedScores} and {@link FusedQuery#cut} then do the same for a {@link Cutoff}.
 * Immutable and thread-safe; it must not be used once the reader is closed.
 */
public final class HybridRun {
  private final HybridQuery query;
  private final IndexReader reader;
  private final List<LegHits> hits;

  private HybridRun(HybridQuery query, IndexReader reader, List<LegHits> hits) {
    this.query = query;
    this.reader = reader;
    this.hits = List.copyOf(hits);
  }

  /** Runs the legs, each within the filter. An index without documents is not asked. */
  static HybridRun of(HybridQuery query, IndexSearcher searcher) throws IOException {
    Blend blend = query.blend();
    List<LegHits> hits = new ArrayList<>();
    boolean isEmpty = searcher.getIndexReader().numDocs() == 0;
    for (Leg leg : query.legs()) {
      hits.add(
          isEmpty
              ? LegHits.NONE
              : leg.search(searcher, query.filter(), blend.window(), blend.ties()));
    }
    return new HybridRun(query, searcher.getIndexReader(), hits);
  }

  /** What the only leg of a query found. */
  static HybridRun of(HybridQuery query, IndexSearcher searcher, LegHits found) {
    return new HybridRun(query, searcher.getIndexReader(), List.of(found));
  }

  /** What each leg found, for the {@link LegWindow} of several directories. */
  public List<LegScores> legScores() throws IOException {
    return legScores(Integer.MAX_VALUE);
  }

  /**
   * As {@link #legScores()}, of each leg's best documents alone.
   *
   * @param first of how many
   */
  public List<LegScores> legScores(int first) throws IOException {
    List<LegScores> scores = new ArrayList<>();
    for (LegHits found : hits) {
      scores.add(found.scores(query.blend().ties(), reader, first));
    }
    return scores;
  }

  /** What was found, ranked within this directory alone, and cut off as the query says. */
  public FusedQuery fused() {
    List<LegWindow> windows = hits.stream().map(found -> LegWindow.of(found.best())).toList();
    FusedHits all = FusedHits.of(query.legs(), hits, windows, query.blend());
    FusedQuery fused =
        new FusedQuery(query, all, new FusedQuery.Scope(id(), List.of(), null, true));
    return query.blend().cutoff() instanceof Cutoff.Automatic
        ? fused.cut(all.fusedScores().automatic())
        : fused;
  }

  /**
   * What was found, ranked among the documents of all directories. Nothing is cut off: {@link
   * FusedQuery#cut} does that.
   *
   * @param windows of all directories, in the order of the legs; none where no directory had
   *     anything that could be ranked, and what is here has come since
   * @throws IllegalArgumentException if they are not as many as there are legs
   */
  public FusedQuery fused(List<LegWindow> windows) throws IOException {
    if (windows.isEmpty() && !hits.isEmpty()) {
      return fused(Collections.nCopies(hits.size(), LegWindow.EMPTY));
    }
    if (windows.size() != hits.size()) {
      throw new IllegalArgumentException(
          windows.size() + " windows for a query of " + hits.size() + " legs");
    }
    List<LegHits> within = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      within.add(hits.get(i).within(windows.get(i), query.blend().ties(), reader));
    }
    return new FusedQuery(
        query,
        FusedHits.of(query.legs(), within, windows, query.blend()),
        new FusedQuery.Scope(id(), List.copyOf(windows), null, true));
  }

  private Object id() {
    return reader.getContext().id();
  }
}
