package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.StageTimes.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of where its time went. */
class StageTimesTest {
  private static final int PHOTOS = 5;

  @TempDir private Path temp;

  @Test
  void aRunTimesAllItsStages() {
    StageTimes stages = new Workspace(temp).withPhotos("p", PHOTOS).run().stages();
    assertThat(stages.times().keySet())
        .contains(
            Stage.READ,
            Stage.HASH,
            Stage.DECODE,
            Stage.ENCODE,
            Stage.METADATA,
            Stage.WRITE,
            Stage.END);
    assertThat(stages.times().values()).allMatch(time -> time.compareTo(Duration.ZERO) > 0);
    assertThat(stages.elapsed()).isPositive();
    assertThat(stages.cores()).isPositive();
    assertThat(stages.processor()).isPositive();
  }

  @Test
  void aRunThatReadsNothingDecodesNothing() {
    Workspace work = new Workspace(temp).withPhotos("p", PHOTOS);
    work.run();
    assertThat(work.run().stages().times())
        .doesNotContainKeys(Stage.READ, Stage.HASH, Stage.DECODE, Stage.ENCODE, Stage.WRITE);
  }

  @Test
  void theFlightRecorderGetsAnEventForEachStageOfAPhoto() throws IOException {
    Path file = temp.resolve("run.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("io.lumiere.IndexStage").withoutThreshold();
      recording.start();
      new Workspace(temp).withPhotos("p", PHOTOS).run();
      recording.stop();
      recording.dump(file);
    }
    List<String> decoded =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals("io.lumiere.IndexStage"))
            .map((RecordedEvent event) -> event.getString("stage"))
            .filter(Stage.DECODE.words()::equals)
            .toList();
    assertThat(decoded).hasSizeGreaterThanOrEqualTo(PHOTOS);
  }

  @Test
  void sharesAreOfAllCores() {
    StageTimes stages =
        new StageTimes(
            Map.of(Stage.DECODE, Duration.ofSeconds(6)),
            Duration.ofSeconds(4),
            Duration.ofSeconds(7),
            2);
    assertThat(stages.share(Stage.DECODE)).isEqualTo(0.75);
    assertThat(stages.share(Stage.ENCODE)).isZero();
    assertThat(stages.used()).isEqualTo(0.875);
    assertThat(StageTimes.NONE.used()).isZero();
  }
}
