package io.lumiere.indexer;

import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.internal.metadata.Exif;
import io.lumiere.indexer.internal.run.IndexRun;
import io.lumiere.indexer.internal.store.DirectoryDestination;
import io.lumiere.schema.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on machines whose clock is wrong. */
class WrongClockTest {
  private static final String WRONG = "2001-02-03T04:05:06Z";

  @TempDir private Path temp;
  private Workspace work;

  @BeforeEach
  void photo() {
    work = new Workspace(temp);
  }

  private void write(String date, String modified) throws IOException {
    Pictures.write(work.file("a.jpg"), new Exif().text(PHOTO, 0x9003, date).into(Pictures.jpeg(1)));
    Files.setLastModifiedTime(work.file("a.jpg"), FileTime.from(Instant.parse(modified)));
  }

  private IndexReport run(String clock) {
    work.encoder.calls.set(0);
    return new IndexRun(
            work.archive,
            new DirectoryDestination(work.index),
            List.of(new ModelEncoder(ColourEncoder.MODEL, () -> work.encoder)),
            IndexerOptions.DEFAULTS,
            ProgressListener.NONE,
            () -> false,
            Clock.fixed(Instant.parse(clock), ZoneOffset.UTC))
        .run();
  }

  private Taken taken() {
    return work.open().photos().get("a.jpg").taken();
  }

  @Test
  void aClockBehindTheProgramIsNotBelieved() throws IOException {
    write("2021:07:04 12:00:00", "2001-02-03T04:05:06Z");
    run(WRONG);
    assertThat(taken().iso()).isEqualTo("2021-07-04T12:00:00");
  }

  @Test
  void whereTheClockIsWrongAFilesOwnTimeCounts() throws IOException {
    write("2041:07:04 12:00:00", "2041-07-05T00:00:00Z");
    run(WRONG);
    assertThat(taken().iso()).isEqualTo("2041-07-04T12:00:00");
  }

  @Test
  void aDateThatWasInTheFutureIsReadAgainOnceItIsPast() throws IOException {
    write("2041:07:04 12:00:00", "2021-07-05T00:00:00Z");
    run(WRONG);
    assertThat(taken().source()).isEqualTo("file-modified");
    assertThat(run("2041-07-01T00:00:00Z").counts().bytes()).as("still in the future").isZero();

    IndexReport report = run("2041-07-06T00:00:00Z");

    assertThat(report.counts().reread()).isEqualTo(1);
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(taken().iso()).isEqualTo("2041-07-04T12:00:00");
    assertThat(run("2041-07-07T00:00:00Z").counts().bytes()).isZero();
  }

  @Test
  void aClockBehindTheIndexIsNotBelieved() throws IOException {
    write("2021:07:04 12:00:00", "2021-07-05T00:00:00Z");
    run("2041-07-06T00:00:00Z");
    try (var files = Files.list(work.index)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2041-07-06T00:00:00Z")));
      }
    }
    write("2041:07:04 12:00:00", "2021-07-05T00:00:05Z");

    run(WRONG);

    assertThat(taken().iso()).isEqualTo("2041-07-04T12:00:00");
  }
}
