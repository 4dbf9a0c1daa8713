package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is held does nothing, loses nothing, and goes on. */
@Timeout(120)
class PauseTest {
  private static final int PHOTOS = 60;
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path temp;
  private final ColourEncoder encoder = new ColourEncoder(40);
  private final CountDownLatch begun = new CountDownLatch(5);

  private Indexer indexer(Workspace work) {
    return new Indexer(
        work.archive,
        work.index,
        ColourEncoder.MODEL,
        () -> encoder,
        IndexerOptions.DEFAULTS.withWorkers(2));
  }

  private CompletableFuture<IndexReport> start(Indexer indexer) {
    return CompletableFuture.supplyAsync(() ->
        indexer.run(progress -> {
          for (long i = 0; i < progress.done(); i++) {
            begun.countDown();
          }
        }));
  }

  /** Waits until what was in flight has landed, and gives how many photos that makes. */
  private int settled() throws InterruptedException {
    int before = -1;
    while (before != encoder.calls.get()) {
      before = encoder.calls.get();
      Thread.sleep(1500);
    }
    return before;
  }

  @Test
  void nothingGoesOnAndAllIsCommitted() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", PHOTOS);
    Indexer indexer = indexer(work);
    CompletableFuture<IndexReport> run = start(indexer);
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    indexer.pause();
    int done = settled();
    assertThat(done).isBetween(5, PHOTOS - 1);
    assertThat(work.open().photos()).hasSize(done);
    assertThat(run).isNotDone();

    indexer.resume();

    IndexReport report = run.get(60, TimeUnit.SECONDS);
    assertThat(report.stopped()).isFalse();
    assertThat(report.counts().added()).isEqualTo(PHOTOS);
    assertThat(encoder.calls).as("each photo once").hasValue(PHOTOS);
    assertThat(work.open().photos()).hasSize(PHOTOS);
  }

  @Test
  void aStopEndsIt() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", PHOTOS);
    Indexer indexer = indexer(work);
    CompletableFuture<IndexReport> run = start(indexer);
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    indexer.pause();
    int done = settled();
    indexer.stop();
    assertThat(indexer.awaitEnd(SOON)).isTrue();
    assertThat(run.get(1, TimeUnit.SECONDS).stopped()).isTrue();
    int left = work.open().photos().size();
    assertThat(left).as("what was read ahead may be finished").isGreaterThanOrEqualTo(done);
    indexer.resume();
    assertThat(indexer.run(ProgressListener.NONE).counts().added()).isEqualTo(PHOTOS - left);
  }
}
