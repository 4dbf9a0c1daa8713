package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is held does nothing, loses nothing, and goes on. */
class PauseTest {
  private static final int PHOTOS = 60;

  @TempDir private Path temp;
  private final ColourEncoder encoder = ColourEncoder.waitingAt(10);

  private Indexer indexer(Workspace work) {
    return new Indexer(
        work.archive,
        work.index,
        ColourEncoder.MODEL,
        () -> encoder,
        IndexerOptions.DEFAULTS.withWorkers(2));
  }

  /** Starts a run and holds it in the middle. */
  private CompletableFuture<IndexReport> startAndPause(Indexer indexer)
      throws InterruptedException {
    CompletableFuture<IndexReport> run =
        CompletableFuture.supplyAsync(() -> indexer.run(ProgressListener.NONE));
    while (encoder.calls.get() < 10) {
      Thread.sleep(5);
    }
    indexer.pause();
    encoder.gate.countDown();
    return run;
  }

  /** Waits until what was in flight is committed, and gives how many photos that makes. */
  private int settled(Workspace work) throws InterruptedException {
    int before = -1;
    while (before != encoder.calls.get() || before != work.committed()) {
      before = encoder.calls.get();
      Thread.sleep(1500);
    }
    return before;
  }

  @Test
  void nothingGoesOnAndAllIsCommitted() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", PHOTOS);
    Indexer indexer = indexer(work);
    CompletableFuture<IndexReport> run = startAndPause(indexer);
    int done = settled(work);
    assertThat(done).isBetween(10, PHOTOS - 1);
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
    CompletableFuture<IndexReport> run = startAndPause(indexer);
    int done = settled(work);
    indexer.stop();
    assertThat(run.get(60, TimeUnit.SECONDS).stopped()).isTrue();
    int left = work.open().photos().size();
    assertThat(left).as("what was read ahead may be finished").isGreaterThanOrEqualTo(done);
    indexer.resume();
    assertThat(indexer.run(ProgressListener.NONE).counts().added()).isEqualTo(PHOTOS - left);
  }
}
