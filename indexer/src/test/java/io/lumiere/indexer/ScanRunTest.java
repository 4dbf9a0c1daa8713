package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.Photo;
import io.lumiere.schema.SkippedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What whole runs take for photos, what they pass over, and what they say of it. */
class ScanRunTest {
  @TempDir private Path temp;
  private Workspace work;

  @BeforeEach
  void somePhotos() {
    work = new Workspace(temp).withPhotos("p", 2).withPhotos("q", 3);
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(work.file(path).getParent());
    Files.writeString(work.file(path), text);
  }

  private IndexReport runWith(String... excludes) {
    return work.run(IndexerOptions.DEFAULTS.withExcludes(List.of(excludes)));
  }

  @Test
  void photosAreToldByTheirContent() throws IOException {
    Pictures.write(work.file("x/noname"), 1);
    Pictures.write(work.file("x/a.dat"), Pictures.png(2));
    Pictures.write(work.file("x/mail.jpg.txt"), 3);
    Pictures.write(work.file("x/a.mpo"), 4);
    Pictures.write(work.file("x/film.mp4"), 5);
    Pictures.write(work.file("x/a.jpg_original"), 6);
    Pictures.write(work.file("x/really.png"), 7);
    write("x/b.dat", "BM is not a photo but a text");
    write("x/empty", "");

    IndexReport report = work.run();

    assertThat(report.failures()).isEmpty();
    assertThat(work.open().photos().keySet())
        .filteredOn(path -> path.startsWith("x/"))
        .containsExactlyInAnyOrder(
            "x/noname", "x/a.dat", "x/mail.jpg.txt", "x/a.mpo", "x/really.png");
    Map<String, Long> due = Map.of("films", 1L, "backups", 1L, ".dat", 1L, "without extension", 1L);
    assertThat(report.skipped().counts()).containsExactlyInAnyOrderEntriesOf(due);
    assertThat(SkippedFiles.fromUserData(work.open().userData()).counts())
        .containsExactlyInAnyOrderEntriesOf(due);
  }

  @Test
  void anIgnoreFileTakesPhotosOutAndGivesThemBack() throws IOException {
    work.run();
    write(".lumiereignore", "# not these\n/q/\n*.png\n");
    write("p/.lumiereignore", "1.jpg\n");

    IndexReport report = work.run();

    assertThat(work.open().photos()).containsOnlyKeys("p/0.jpg");
    assertThat(report.counts().deleted()).isEqualTo(4);
    assertThat(report.counts().ignored()).isEqualTo(4);
    assertThat(report.skipped().counts()).containsExactly(Map.entry("ignored", 2L));
    assertThat(work.run().counts().ignored()).isZero();
    Files.delete(work.file(".lumiereignore"));
    assertThat(work.run().counts().added()).isEqualTo(3);
  }

  @Test
  void noMediaHidesAFolderButNotTheOneThatWasNamed() throws IOException {
    write("q/.nomedia", "");
    write(".nomedia", "");

    assertThat(work.run().counts().added()).isEqualTo(2);
    assertThat(work.open().photos()).containsOnlyKeys("p/0.jpg", "p/1.jpg");
  }

  @Test
  void excludesAreRememberedUntilOthersAreNamed() {
    assertThat(runWith("q/", "/p/1.*").photos()).isEqualTo(1);

    IndexReport again = work.run();
    assertThat(again.photos()).isEqualTo(1);
    assertThat(again.excludes()).containsExactly("q/", "/p/1.*");
    assertThat(runWith("q/").photos()).isEqualTo(2);
    assertThat(runWith("").photos()).isEqualTo(5);
    assertThat(work.run().excludes()).isEmpty();
  }

  @Test
  void excludesThatLeaveNothingAreDoubted() {
    work.run();

    assertThatThrownBy(() -> runWith("*"))
        .isInstanceOf(LumiereException.class)
        .hasFieldOrPropertyWithValue("fault", Fault.ARCHIVE_IGNORED);
    assertThat(work.open().photos()).hasSize(5);
    assertThat(work.run().photos()).as("what was refused is not remembered").isEqualTo(5);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anIgnoreFileThatCannotBeReadChangesNothing() throws IOException {
    work.run();
    Files.createDirectory(work.file("q/.lumiereignore"));
    Pictures.write(work.file("q/new.jpg"), 77);

    IndexReport report = work.run();

    assertThat(report.failures()).singleElement().extracting(Failure::path).isEqualTo("q");
    assertThat(work.open().photos()).hasSize(5).doesNotContainKey("q/new.jpg");
    assertThat(work.open().failures()).containsOnlyKeys("q");
    Files.delete(work.file("q/.lumiereignore"));
    assertThat(work.run().counts().added()).isEqualTo(1);
    assertThat(work.open().failures()).isEmpty();
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void aPathThatIsTooLongIsNamedUntilItIsNot() throws Exception {
    String deep =
        "cd \"$0\"; n=$(printf 'd%.0s' $(seq 200)); for i in $(seq 30); do mkdir $n; cd $n; done";
    assertThat(shell(deep)).isNotNegative();

    for (int run = 0; run < 2; run++) {
      assertThat(work.run().failures())
          .singleElement()
          .satisfies(failure -> {
            assertThat(failure.path()).startsWith("dddd");
            assertThat(failure.reason()).contains("too long", "shorten");
          });
      assertThat(work.open().failures()).hasSize(1);
    }
    assertThat(shell("rm -r \"$0\"/dddd*")).isZero();
    assertThat(work.run().failures()).isEmpty();
    assertThat(work.open().failures()).isEmpty();
  }

  @Test
  void aDiskThatIsNotMountedKeepsItsPhotos() throws IOException {
    work.withPhotos("q/trip", 2);
    Pictures.write(work.file("q/broken.jpg"), "no photo".getBytes(StandardCharsets.UTF_8));
    work.run();
    Map<String, Photo> before = work.open().photos();
    Path disk = Files.move(work.file("q"), temp.resolve("disk"));
    Files.createDirectory(work.file("q"));

    for (int run = 0; run < 2; run++) {
      IndexReport report = work.run();
      assertThat(report.failures())
          .singleElement()
          .satisfies(failure -> {
            assertThat(failure.path()).isEqualTo("q");
            assertThat(failure.reason()).contains("empty", "mounted");
          });
      assertThat(report.counts().deleted()).isZero();
      assertThat(work.open().failures()).containsOnlyKeys("q", "q/broken.jpg");
    }
    Files.delete(work.file("q"));
    Files.move(disk, work.file("q"));
    assertThat(work.run().counts().unchanged()).isEqualTo(7);
    assertThat(work.open().photos()).isEqualTo(before);
    assertThat(work.open().failures()).containsOnlyKeys("q/broken.jpg");
  }

  @Test
  void photosOfAnEmptyFolderAreRemovedWhereThatIsSaidOrTheFolderIsGoneToo() throws IOException {
    work.withPhotos("q/trip", 1).withPhotos("r/trip", 1).run();
    for (String folder : List.of("q", "r")) {
      Files.move(work.file(folder), temp.resolve("gone-" + folder));
      Files.createDirectory(work.file(folder));
    }
    assertThat(work.run().counts().deleted()).isZero();
    Files.delete(work.file("q"));

    assertThat(work.run().counts().deleted()).isEqualTo(4);
    assertThat(work.open().failures()).containsOnlyKeys("r");
    IndexReport report = work.run(IndexerOptions.DEFAULTS.withAllowEmpty(true));
    assertThat(report.counts().deleted()).isEqualTo(1);
    assertThat(work.open().failures()).isEmpty();
  }

  @Test
  void aFewPhotosThatWereAllOfAFolderAreDeletedManyAreDoubted() throws IOException {
    work.withPhotos("many", 100).run();
    for (String folder : List.of("q", "many")) {
      Files.move(work.file(folder), temp.resolve("gone-" + folder));
      Files.createDirectory(work.file(folder));
    }

    IndexReport report = work.run();

    assertThat(report.counts().deleted()).isEqualTo(3);
    assertThat(work.open().failures()).containsOnlyKeys("many");
  }

  @Test
  void photosThatWereMovedOutOfAFolderLeaveItWithoutDoubt() throws IOException {
    work.run();
    for (String name : List.of("0.jpg", "1.jpg", "2.jpg")) {
      Files.createDirectories(work.file("new"));
      Files.move(work.file("q/" + name), work.file("new/" + name));
    }

    IndexReport report = work.run();

    assertThat(report.counts().moved()).isEqualTo(3);
    assertThat(report.failures()).isEmpty();
    assertThat(report.photos()).isEqualTo(5);
  }

  private int shell(String command) throws Exception {
    return new ProcessBuilder("sh", "-c", command, work.archive.toString()).start().waitFor();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void everyFailureOfTheReportIsInTheIndex() throws IOException {
    work.run();
    write("broken.jpg", "no photo");
    Path secret = work.file("q");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(secret), "a superuser reads everything");
      IndexReport report = work.run();
      assertThat(report.failures()).extracting(Failure::path).containsExactly("broken.jpg", "q");
      assertThat(work.open().failures()).containsOnlyKeys("broken.jpg", "q");
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
    assertThat(work.run().failures()).extracting(Failure::path).containsExactly("broken.jpg");
    assertThat(work.open().failures()).containsOnlyKeys("broken.jpg");
  }
}
