package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {
  @TempDir private Path temp;
  private Path archive;
  private Path index;
  private final ColourEncoder encoder = new ColourEncoder();

  @BeforeEach
  void threePhotos() {
    archive = temp.resolve("photos");
    index = temp.resolve("index");
    Pictures.write(archive.resolve("a.jpg"), 1);
    Pictures.write(archive.resolve("2021/b.JPG"), 2);
    Pictures.write(archive.resolve("2021/trip/c.png"), Pictures.png(3));
  }

  private IndexReport run() {
    return run(IndexerOptions.DEFAULTS);
  }

  private IndexReport run(IndexerOptions options) {
    encoder.calls.set(0);
    return new Indexer(archive, index, ColourEncoder.MODEL, () -> encoder, options)
        .run(ProgressListener.NONE);
  }

  private void touch(String path) throws IOException {
    Path file = archive.resolve(path);
    FileTime time = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 5000));
  }

  @Test
  void indexesAFolder() throws IOException {
    Files.writeString(archive.resolve("notes.txt"), "no photo");

    IndexReport report = run();

    assertThat(report.counts().added()).isEqualTo(3);
    assertThat(report.photos()).isEqualTo(3);
    assertThat(report.skipped().counts()).containsExactly(Map.entry("documents", 1L));
    assertThat(report.failures()).isEmpty();
    assertThat(report.stopped()).isFalse();
    Opened opened = Opened.read(index);
    assertThat(opened.photos()).containsOnlyKeys("a.jpg", "2021/b.JPG", "2021/trip/c.png");
    assertThat(opened.photos().get("2021/trip/c.png").image().format()).isEqualTo("png");
    assertThat(opened.photos().get("a.jpg").image().width()).isEqualTo(64);
    assertThat(opened.photos().get("a.jpg").file().size())
        .isEqualTo(Files.size(archive.resolve("a.jpg")));
    assertThat(IndexMetadata.fromUserData(opened.userData(), "index"))
        .isEqualTo(new IndexMetadata(ColourEncoder.MODEL, archive.toString()));
  }

  @Test
  void leavesWhatIsUnchanged() {
    run();
    Opened before = Opened.read(index);

    IndexReport report = run();

    assertThat(encoder.calls).hasValue(0);
    assertThat(report.counts().unchanged()).isEqualTo(3);
    assertThat(report.counts().bytes()).isZero();
    assertThat(Opened.read(index)).isEqualTo(before);
  }

  @Test
  void keepsTheVectorOfATouchedFile() throws IOException {
    run();
    String id = Opened.read(index).id("a.jpg");
    touch("a.jpg");

    IndexReport report = run();

    assertThat(encoder.calls).hasValue(0);
    assertThat(report.counts().unchanged()).isEqualTo(3);
    assertThat(report.counts().bytes()).isEqualTo(Files.size(archive.resolve("a.jpg")));
    assertThat(Opened.read(index).id("a.jpg")).isEqualTo(id);
    assertThat(run().counts().bytes()).as("the new time is remembered").isZero();
  }

  @Test
  void knowsMovedPhotosByTheirContent() throws IOException {
    run();
    Opened before = Opened.read(index);
    Files.move(archive.resolve("2021"), archive.resolve("Twenty21"));
    Files.move(archive.resolve("a.jpg"), archive.resolve("renamed.jpg"));

    IndexReport report = run();

    assertThat(encoder.calls).hasValue(0);
    assertThat(report.counts().moved()).isEqualTo(3);
    assertThat(report.counts().deleted()).isZero();
    Opened after = Opened.read(index);
    assertThat(after.photos())
        .containsOnlyKeys("renamed.jpg", "Twenty21/b.JPG", "Twenty21/trip/c.png");
    assertThat(after.id("renamed.jpg")).isEqualTo(before.id("a.jpg"));
    assertThat(after.id("Twenty21/b.JPG")).isEqualTo(before.id("2021/b.JPG"));
  }

  @Test
  void movedCopiesKeepTheIdOfTheirName() throws IOException {
    Pictures.write(archive.resolve("x/first.jpg"), 1);
    run();
    Opened before = Opened.read(index);
    Files.createDirectory(archive.resolve("y"));
    Files.move(archive.resolve("x/first.jpg"), archive.resolve("y/first.jpg"));
    Files.move(archive.resolve("a.jpg"), archive.resolve("y/a.jpg"));

    IndexReport report = run();

    assertThat(report.counts().moved()).isEqualTo(2);
    Opened after = Opened.read(index);
    assertThat(after.id("y/a.jpg")).isEqualTo(before.id("a.jpg"));
    assertThat(after.id("y/first.jpg")).isEqualTo(before.id("x/first.jpg"));
  }

  @Test
  void givesACopyAnIdOfItsOwnButNoNewVector() throws IOException {
    run();
    Files.copy(archive.resolve("a.jpg"), archive.resolve("copy.jpg"));

    IndexReport report = run();

    assertThat(encoder.calls).hasValue(0);
    assertThat(report.counts().added()).isEqualTo(1);
    Opened opened = Opened.read(index);
    assertThat(opened.id("copy.jpg")).isNotEqualTo(opened.id("a.jpg"));
  }

  @Test
  void encodesTwinsOfOneRunOnce() throws IOException {
    for (int i = 0; i < 20; i++) {
      Files.copy(archive.resolve("a.jpg"), archive.resolve("twin" + i + ".jpg"));
    }

    IndexReport report = run();

    assertThat(report.counts().added()).isEqualTo(23);
    assertThat(encoder.calls).hasValue(3);
  }

  @Test
  void replacesAChangedPhotoAndKeepsItsId() {
    run();
    Opened before = Opened.read(index);
    Pictures.write(archive.resolve("a.jpg"), 9);

    IndexReport report = run();

    assertThat(encoder.calls).hasValue(1);
    assertThat(report.counts().updated()).isEqualTo(1);
    assertThat(report.counts().unchanged()).isEqualTo(2);
    Opened after = Opened.read(index);
    assertThat(after.id("a.jpg")).isEqualTo(before.id("a.jpg"));
    assertThat(after.hashes().get("a.jpg")).isNotEqualTo(before.hashes().get("a.jpg"));
    assertThat(after.photos()).hasSize(3);
  }

  @Test
  void dropsADeletedPhoto() throws IOException {
    run();
    Files.delete(archive.resolve("a.jpg"));

    IndexReport report = run();

    assertThat(report.counts().deleted()).isEqualTo(1);
    assertThat(report.photos()).isEqualTo(2);
    assertThat(Opened.read(index).photos()).doesNotContainKey("a.jpg");
  }

  @Test
  void goesOnInAMovedArchiveWithoutReadingIt() throws IOException {
    run();
    Path moved = temp.resolve("elsewhere");
    Files.move(archive, moved);
    archive = moved;

    IndexReport report = run();

    assertThat(report.counts().unchanged()).isEqualTo(3);
    assertThat(report.counts().bytes()).isZero();
    assertThat(IndexMetadata.fromUserData(Opened.read(index).userData(), "index").archive())
        .isEqualTo(moved.toString());
  }

  @Test
  void keepsTheIndexOutOfItself() throws IOException {
    index = archive.resolve("index");
    run();
    Pictures.write(index.resolve("cover.jpg"), 77);

    assertThat(run().counts().unchanged()).isEqualTo(3);
    assertThat(Opened.read(index).photos()).hasSize(3);
  }

  @Test
  void takesOddNamesAsTheyAre() {
    List<String> names =
        List.of(
            "été à la plage.jpg", "cafe\u0301.jpg", "日本/写真 #1.jpg", "a'b c%41.jpg", "👩‍🎨.jpg");
    for (int i = 0; i < names.size(); i++) {
      Pictures.write(archive.resolve(names.get(i)), 100 + i);
    }

    assertThat(run().counts().added()).isEqualTo(3 + names.size());
    assertThat(Opened.read(index).photos()).containsKeys(names.toArray(String[]::new));
    assertThat(run().counts().unchanged()).isEqualTo(3 + names.size());
  }

  @Test
  void reportsProgressToTheEnd() {
    List<Progress> reports = new ArrayList<>();

    new Indexer(archive, index, ColourEncoder.MODEL, () -> new ColourEncoder(300), options(1))
        .run(reports::add);

    Progress last = reports.getLast();
    assertThat(last.phase()).isEqualTo(Progress.Phase.FINISHING);
    assertThat(last.done()).isEqualTo(3);
    assertThat(last.total()).hasValue(3);
    assertThat(last.counts().added()).isEqualTo(3);
    assertThat(reports).hasSizeBetween(3, 12);
    assertThat(reports).extracting(Progress::done).isSorted();
  }

  @Test
  void theSameArchiveGivesTheSameIndexWhateverTheWorkers() {
    for (int i = 0; i < 40; i++) {
      Pictures.write(archive.resolve("many/" + i + ".jpg"), 1000 + i);
    }
    run(options(1));
    Map<String, String> one = Opened.read(index).hashes();
    index = temp.resolve("other");

    run(options(8));

    assertThat(Opened.read(index).hashes()).isEqualTo(one).hasSize(43);
  }

  private static IndexerOptions options(int workers) {
    return IndexerOptions.DEFAULTS.withWorkers(workers);
  }
}
