package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.models.ImageEncoder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be indexed cost nothing but themselves. */
class FailureTest {
  @TempDir private Path temp;
  private Workspace work;

  @BeforeEach
  void twoPhotos() {
    work = new Workspace(temp).withPhotos("p", 2);
  }

  private void write(String path, String text) {
    Pictures.write(work.file(path), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void reportsAndRecordsWhatCannotBeRead() {
    write("empty.jpg", "");
    write("text.jpg", "Dear diary");
    write("phone.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
    write("raw.NEF", "II*\0\u0008\0\0\0\0\0\0\0\0\0");
    Pictures.write(work.file("cut.jpg"), Arrays.copyOf(Pictures.jpeg(1), 300));

    IndexReport report = work.run();

    assertThat(report.counts().added()).isEqualTo(2);
    assertThat(report.failures())
        .extracting(Failure::path)
        .containsExactly("cut.jpg", "empty.jpg", "phone.heic", "raw.NEF", "text.jpg");
    assertThat(report.failures()).allSatisfy(f -> assertThat(f.reason()).isNotBlank());
    assertThat(work.open().failures().get("phone.heic")).contains("no picture");
    assertThat(work.open().failures().get("raw.NEF"))
        .contains("NEF raw file holds no JPEG preview");
    assertThat(work.open().photos()).hasSize(2);
  }

  @Test
  void aListenerHearsOfEachOnce() {
    write("broken.jpg", "broken");
    work.run();
    write("new.jpg", "broken, too");
    List<Failure> heard = new ArrayList<>();
    IndexReport report =
        new Indexer(
                work.archive,
                work.index,
                ColourEncoder.MODEL,
                () -> work.encoder,
                IndexerOptions.DEFAULTS)
            .run(
                new ProgressListener() {
                  @Override
                  public void progress(Progress progress) {
                    assertThat((long) heard.size()).isLessThanOrEqualTo(progress.failed());
                  }

                  @Override
                  public void failed(List<Failure> failures) {
                    heard.addAll(failures);
                  }
                });
    assertThat(heard).hasSize(2).containsExactlyInAnyOrderElementsOf(report.failures());
  }

  @Test
  void doesNotReadABrokenFileAgainBeforeItChanges() {
    write("broken.jpg", "broken");
    Failure failure = work.run().failures().getFirst();

    IndexReport again = work.run();

    assertThat(again.counts().bytes()).isZero();
    assertThat(again.failures()).containsExactly(failure);
    IndexReport retried = work.run(IndexerOptions.DEFAULTS.withRetryFailures(true));
    assertThat(retried.failures()).containsExactly(failure);
    assertThat(work.open().failures()).hasSize(1);
  }

  @Test
  void forgetsAFailureWhenTheFileIsGoodOrGone() throws IOException {
    write("becomes-good.jpg", "broken");
    write("goes.jpg", "broken");
    work.run();
    Pictures.write(work.file("becomes-good.jpg"), 7);
    Files.delete(work.file("goes.jpg"));

    IndexReport report = work.run();

    assertThat(report.failures()).isEmpty();
    assertThat(report.counts().added()).isEqualTo(1);
    assertThat(report.counts().deleted()).isZero();
    assertThat(work.open().failures()).isEmpty();
    assertThat(work.open().photos()).containsKey("becomes-good.jpg").hasSize(3);
  }

  @Test
  void aPhotoThatBreaksLeavesTheIndex() {
    work.run();
    write("p/0.jpg", "broken");

    assertThat(work.run().photos()).isEqualTo(1);
    assertThat(work.open().photos()).containsOnlyKeys("p/1.jpg");
    assertThat(work.open().failures()).containsOnlyKeys("p/0.jpg");
  }

  @Test
  void refusesAFileThatIsTooLargeUnread() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(work.file("huge.tif").toFile(), "rw")) {
      file.setLength((1L << 30) + 1); // Sparse.
    }

    IndexReport report = work.run();

    assertThat(report.failures()).extracting(Failure::path).containsExactly("huge.tif");
    assertThat(report.failures().getFirst().reason()).contains("1,073,741,825 bytes");
  }

  @Test
  void anEncoderErrorIsTriedAgainAndCostsNoKnownPhoto() {
    work.run();
    Pictures.write(work.file("p/0.jpg"), 99);
    ImageEncoder broken =
        new ImageEncoder() {
          @Override
          public int imageSize() {
            return 32;
          }

          @Override
          public float[] encode(RgbImage image) {
            throw new IllegalArgumentException("layer conv1 failed");
          }
        };

    IndexReport report =
        new Indexer(
                work.archive,
                work.index,
                ColourEncoder.MODEL,
                () -> broken,
                IndexerOptions.DEFAULTS)
            .run(ProgressListener.NONE);

    assertThat(report.failures().getFirst().reason()).contains("layer conv1 failed");
    assertThat(report.photos()).isEqualTo(2);
    assertThat(work.run().counts().updated()).isEqualTo(1);
  }

  @Test
  void aModelThatFailsOnEverythingEndsTheRun() {
    work.withPhotos("many", 60);
    ImageEncoder broken =
        new ImageEncoder() {
          @Override
          public int imageSize() {
            return 32;
          }

          @Override
          public float[] encode(RgbImage image) {
            throw new IllegalStateException("the network is closed");
          }
        };

    assertThatThrownBy(() ->
            new Indexer(
                    work.archive,
                    work.index,
                    ColourEncoder.MODEL,
                    () -> broken,
                    IndexerOptions.DEFAULTS)
                .run(ProgressListener.NONE))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("the network is closed");
    assertThat(work.run().counts().added()).isEqualTo(62);
  }

  @Test
  void aVectorThatIsNotOfUnitLengthIsAFailure() {
    ImageEncoder zeros =
        new ImageEncoder() {
          @Override
          public int imageSize() {
            return 32;
          }

          @Override
          public float[] encode(RgbImage image) {
            return new float[49];
          }
        };

    IndexReport report =
        new Indexer(
                work.archive, work.index, ColourEncoder.MODEL, () -> zeros, IndexerOptions.DEFAULTS)
            .run(ProgressListener.NONE);

    assertThat(report.failures()).hasSize(2);
    assertThat(report.failures().getFirst().reason()).contains("has length 0.0");
  }
}
