package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.HybridRun;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory whose first photos with a word come between two stages of a search. */
class NewerStateTest {
  private static final IndexedModel MODEL =
      IndexModels.of(TestArchive.MODEL).expect("test", "test");
  private static final IndexMetadata METADATA = new IndexMetadata(TestArchive.MODEL, "/archive");

  @TempDir Path folder;

  private static HybridRun run(DirectoryReader reader) throws IOException {
    // Nothing reads texts, so they are searched for in words alone.
    Directions directions = new Directions(null, Calibration.DEFAULT, MODEL);
    SharedRequest request =
        SharedRequest.of(SearchRequest.builder().text("dog").build(), directions, name -> null);
    ShardSearch search = new ShardSearch(request, new IndexSearcher(reader), METADATA, MODEL);
    StatisticsSums sums = search.statistics();
    return ((HybridQuery) search.query(sums)).start(search.searcher(sums));
  }

  @Test
  void whatHasComeSinceIsNotRanked() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("before.jpg", 0, 1, 0, 0);
      List<LegWindow> windows;
      try (DirectoryReader before = archive.reader()) {
        windows = LegWindow.ofAll(List.of(run(before).legScores()), 10);
        assertThat(windows).allMatch(window -> window.scores().length == 0).isNotEmpty();
      }
      archive.add(
          "since.jpg", null, Camera.UNKNOWN, new Caption("a dog", null, List.of()), 0, 0, 0, 1);
      try (DirectoryReader since = archive.reader()) {
        HybridRun run = run(since);
        for (List<LegWindow> given : List.of(windows, List.<LegWindow>of())) {
          FusedQuery fused = run.fused(given);
          assertThat(new IndexSearcher(since).count(fused)).isZero();
          assertThat(fused.fusedScores().automatic().kept()).isZero();
        }
        assertThat(new IndexSearcher(since).count(run.fused())).isEqualTo(1);
      }
    }
  }
}
