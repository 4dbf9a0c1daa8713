package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end early lose nothing that was done. */
class InterruptionTest {
  @TempDir private Path temp;

  private static final IndexerOptions OPTIONS =
      IndexerOptions.DEFAULTS.withWorkers(2).withCommitInterval(Duration.ofMillis(300));

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  @Test
  void stopFinishesWhatIsInFlightAndTheNextRunGoesOn() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", 200);
    ColourEncoder slow = ColourEncoder.waitingAt(20);
    Indexer indexer =
        new Indexer(work.archive, work.index, ColourEncoder.MODEL, () -> slow, OPTIONS);
    CompletableFuture<IndexReport> run =
        CompletableFuture.supplyAsync(() -> indexer.run(ProgressListener.NONE));
    await(() -> slow.calls.get() >= 20);

    indexer.stop();
    slow.gate.countDown();

    assertThat(indexer.awaitEnd(Duration.ofSeconds(60))).isTrue();
    IndexReport report = run.get(60, TimeUnit.SECONDS);
    assertThat(report.stopped()).isTrue();
    assertThat(report.counts().added()).isBetween(20L, 199L).isEqualTo(slow.calls.get());
    assertThat(work.open().photos()).hasSize((int) report.counts().added());
    IndexReport rest = work.run();
    assertThat(rest.counts().added()).isEqualTo(200 - report.counts().added());
    assertThat(rest.counts().unchanged()).isEqualTo(report.counts().added());
    assertThat(work.encoder.calls).hasValue((int) rest.counts().added());
  }

  @Test
  void aStoppedRunDeletesNothing() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", 10);
    work.run();
    Files.move(work.file("p/0.jpg"), work.file("p/moved.jpg"));
    work.withPhotos("more", 100);
    ColourEncoder slow = ColourEncoder.waitingAt(2);
    Indexer indexer =
        new Indexer(work.archive, work.index, ColourEncoder.MODEL, () -> slow, OPTIONS);
    CompletableFuture<IndexReport> run =
        CompletableFuture.supplyAsync(() -> indexer.run(ProgressListener.NONE));
    await(() -> slow.calls.get() >= 2);
    indexer.stop();
    slow.gate.countDown();

    assertThat(run.get(60, TimeUnit.SECONDS).counts().deleted()).isZero();
    IndexReport rest = work.run();
    assertThat(rest.photos()).isEqualTo(110);
    assertThat(rest.counts().deleted()).isZero();
  }

  @Test
  void anInterruptIsAStop() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", 200);
    ColourEncoder slow = ColourEncoder.waitingAt(20);
    CompletableFuture<IndexReport> result = new CompletableFuture<>();
    Thread runner =
        Thread.ofPlatform()
            .start(() -> {
              IndexReport report =
                  new Indexer(work.archive, work.index, ColourEncoder.MODEL, () -> slow, OPTIONS)
                      .run(ProgressListener.NONE);
              assertThat(Thread.interrupted()).isTrue();
              result.complete(report);
            });
    await(() -> slow.calls.get() >= 20);

    runner.interrupt();
    slow.gate.countDown();

    IndexReport report = result.get(60, TimeUnit.SECONDS);
    assertThat(report.stopped()).isTrue();
    assertThat(work.open().photos()).hasSize((int) report.counts().added());
  }

  @Test
  void aListenersErrorEndsTheRunAfterACommit() {
    Workspace work = new Workspace(temp).withPhotos("p", 100);
    ColourEncoder slow = new ColourEncoder(20);
    ProgressListener broken =
        progress -> {
          if (progress.counts().added() > 5) {
            throw new IllegalStateException("the terminal is gone");
          }
        };

    assertThatThrownBy(() ->
            new Indexer(work.archive, work.index, ColourEncoder.MODEL, () -> slow, OPTIONS)
                .run(broken))
        .hasMessage("the terminal is gone");
    assertThat(work.open().photos()).hasSize(slow.calls.get());
  }

  @Test
  void aKilledRunLosesNoMoreThanItsLastInterval() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", 300);
    Process child = ChildRun.start(work.archive, work.index, 200);
    await(() -> work.committed() >= 30 || !child.isAlive());
    assertThat(child.isAlive()).as("the run is not over").isTrue();
    child.destroyForcibly().waitFor();
    int saved = work.committed();

    IndexReport report = work.run();

    assertThat(saved).isBetween(30, 299);
    assertThat(report.counts().unchanged()).isEqualTo(saved);
    assertThat(report.counts().added()).isEqualTo(300 - saved);
    Workspace uninterrupted = new Workspace(temp.resolve("again")).withPhotos("p", 300);
    uninterrupted.run();
    assertThat(work.open().hashes()).isEqualTo(uninterrupted.open().hashes());
  }

  @Test
  void aRunThatDiedBeforeItsFirstCommitIsNoObstacle() throws IOException {
    Workspace work = new Workspace(temp).withPhotos("p", 2);
    Files.createDirectory(work.index);
    Files.createFile(work.index.resolve("write.lock"));
    Files.createFile(work.index.resolve("pending_segments_1"));
    for (String name : List.of("_0.fdt", "_0.si", "_0_Lucene90FieldsIndex_0.tmp")) {
      Files.write(work.index.resolve(name), begins(name));
    }

    assertThat(work.run().counts().added()).isEqualTo(2);
  }

  /** Whole, and as a disk leaves it that lost power. */
  private static byte[] begins(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".fdt" -> new byte[] {0x3f, (byte) 0xd7, 0x6c, 0x17, 0x1c};
      case ".si" -> new byte[100];
      default -> new byte[] {1, 2, 3, 4, 5};
    };
  }
}
