package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run ends soon after a stop, whatever it is doing. */
class StopTest {
  /** Less than the photo takes, which waits for the test. */
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir private Path temp;

  @Test
  void whileAPhotoTakesLong() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", 3);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch let = new CountDownLatch(1);
    Indexer indexer =
        new Indexer(
            work.archive,
            work.index,
            ColourEncoder.MODEL,
            () -> {
              begun.countDown();
              awaitQuietly(let);
              return work.encoder;
            },
            IndexerOptions.DEFAULTS.withWorkers(1));
    CompletableFuture<IndexReport> run =
        CompletableFuture.supplyAsync(() -> indexer.run(ProgressListener.NONE));
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

    indexer.stop();

    assertThat(indexer.awaitEnd(SOON)).isTrue();
    IndexReport report = run.join();
    assertThat(report.stopped()).isTrue();
    assertThat(report.counts().added()).isZero();
    let.countDown();
    assertThat(work.run().counts().added()).as("what was let go of is not lost").isEqualTo(3);
    assertThat(work.open().photos()).hasSize(3);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
