package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search need not wait for the interval of commits until a new index holds anything. */
class FirstCommitTest {
  private static final int PHOTOS = 60;

  @TempDir private Path temp;

  @Test
  void aNewIndexCanBeSearchedAfterSeconds() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", PHOTOS);
    // The last photo waits until this test has looked, however long that takes.
    ColourEncoder slow = ColourEncoder.waitingAt(PHOTOS, 100);
    Indexer indexer =
        new Indexer(
            work.archive,
            work.index,
            ColourEncoder.MODEL,
            () -> slow,
            IndexerOptions.DEFAULTS.withWorkers(1));
    CompletableFuture<IndexReport> run =
        CompletableFuture.supplyAsync(() -> indexer.run(ProgressListener.NONE));
    int seen = 0;
    while (seen == 0 && !run.isDone()) {
      Thread.sleep(100);
      seen =
          Files.isDirectory(work.index) && Indexer.metadata(work.index).isPresent()
              ? work.open().photos().size()
              : 0;
    }
    assertThat(seen).isBetween(1, PHOTOS - 1);
    slow.gate.countDown();
    assertThat(run.get(60, TimeUnit.SECONDS).photos()).isEqualTo(PHOTOS);
  }
}
