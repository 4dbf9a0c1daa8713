package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.util.LuceneTestCase;
import org.apache.lucene.util.IOUtils;

/**
 * The same documents give the same hits, scores and order, bit for bit, in whatever order and
 * segments they are written, and into however many directories they are cut. A failure prints a
 * seed; {@code -Dtests.seed=SEED} repeats it.
 */
public class DirectoriesOracleTest extends LuceneTestCase {
  /** A hit, and all that the legs say of it. */
  private record Found(int n, float score, long tie, List<LegShare> shares) {}

  public void testOneDirectoryOfAllAndSeveralOfPartsGiveTheSame() throws IOException {
    for (int round = 0; round < 10; round++) {
      List<Directory> all = new ArrayList<>();
      for (int i = 0; i < 1 + 1 + 2 + 4; i++) {
        all.add(new ByteBuffersDirectory());
      }
      RandomIndex index = new RandomIndex(random(), all.get(0), 1 + random().nextInt(250));
      List<List<Directory>> cuts = List.of(all.subList(1, 2), all.subList(2, 4), all.subList(4, 8));
      for (List<Directory> cut : cuts) {
        index.writeAgain(random(), cut);
      }
      if (index.live.stream().anyMatch(doc -> doc.vector() != null)) {
        for (int i = 0; i < 12; i++) {
          check(new Trial(random(), index), all.get(0), cuts);
        }
      }
      IOUtils.close(all);
    }
  }

  private void check(Trial trial, Directory one, List<List<Directory>> cuts) throws IOException {
    for (Cutoff cutoff : List.of(Cutoff.none(), Cutoff.automatic())) {
      HybridQuery query = trial.with(cutoff);
      List<Found> alone = found(one, query);
      for (List<Directory> cut : cuts) {
        String message = query + " in " + cut.size();
        assertEquals(message, alone, found(cut, query));
        if (cut.size() == 1) {
          assertEquals(message, alone, found(cut.getFirst(), query));
        }
      }
    }
  }

  private List<Found> found(Directory directory, HybridQuery query) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = newSearcher(reader, false, false);
      return found(searcher, query, query.run(searcher));
    }
  }

  /** The stages, as several machines would run them. */
  private List<Found> found(List<Directory> directories, HybridQuery query) throws IOException {
    List<DirectoryReader> readers = new ArrayList<>();
    List<IndexSearcher> searchers = new ArrayList<>();
    List<HybridRun> runs = new ArrayList<>();
    for (Directory directory : directories) {
      readers.add(DirectoryReader.open(directory));
      searchers.add(newSearcher(readers.getLast(), false, false));
      runs.add(query.start(searchers.getLast()));
    }
    List<LegWindow> windows = windows(runs, query.window());
    List<FusedQuery> fused = new ArrayList<>();
    for (HybridRun run : runs) {
      fused.add(run.fused(windows));
    }
    FusedScores all =
        FusedScores.merged(
            fused.stream().map(part -> FusedScores.of(part.fusedScores().toBytes())).toList());
    assertEquals(
        FusedScores.automatic(fused.stream().map(FusedQuery::fusedScores).toList()),
        FusedScores.of(all.toBytes()).automatic());
    CutoffReport report = all.cutoff(query.blend().cutoff());
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < fused.size(); i++) {
      FusedQuery kept = report == null ? fused.get(i) : fused.get(i).cut(report);
      found.addAll(found(searchers.get(i), query, kept));
    }
    found.sort(
        Comparator.comparingDouble((Found hit) -> -hit.score()).thenComparingLong(Found::tie));
    IOUtils.close(readers);
    return found;
  }

  /** As several machines send them: the first scores, and all where these are not enough. */
  private static List<LegWindow> windows(List<HybridRun> runs, int window) throws IOException {
    // For more directories than there are, each sends fewer, and has more of a window at times.
    int directories = runs.size() * (1 + random().nextInt(10));
    WindowGathering gathering = new WindowGathering(window, directories);
    List<List<LegScores>> all = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      all.add(sent(runs.get(i).legScores()));
      gathering.add(i, sent(runs.get(i).legScores(gathering.first())), false);
    }
    for (int directory : gathering.unfinished()) {
      gathering.add(directory, all.get(directory), true);
    }
    assertEquals(List.of(), gathering.unfinished());
    for (int i = 0; i < all.getFirst().size(); i++) {
      int leg = i;
      assertEquals(
          LegWindow.of(all.stream().map(scores -> scores.get(leg)).toList(), window),
          gathering.windows().get(i));
    }
    return gathering.windows().stream().map(found -> LegWindow.of(found.toBytes())).toList();
  }

  private static List<LegScores> sent(List<LegScores> legs) {
    return legs.stream().map(leg -> LegScores.of(leg.toBytes())).toList();
  }

  private static List<Found> found(IndexSearcher searcher, HybridQuery query, FusedQuery fused)
      throws IOException {
    List<Found> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(fused, 1000, query.sort(), true).scoreDocs) {
      long[] tie = new Ties("tie").of(searcher.getIndexReader(), new int[] {hit.doc});
      found.add(new Found(Oracle.n(searcher, hit), hit.score, tie[0], fused.shares(hit.doc)));
    }
    assertEquals(found.size(), searcher.count(fused));
    return Collections.unmodifiableList(found);
  }
}
