package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.lumiere.schema.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Photos that cannot be looked at today are not taken for deleted. */
@DisabledOnOs(OS.WINDOWS)
class HiddenPhotosTest {
  @TempDir private Path temp;

  @Test
  void underALinkWhoseDiskIsGone() throws IOException {
    Workspace work = new Workspace(temp).withPhotos("p", 2);
    Path disk = Files.createDirectory(temp.resolve("disk"));
    Pictures.write(disk.resolve("x/1.jpg"), 1);
    Pictures.write(disk.resolve("x/2.jpg"), 2);
    Files.createSymbolicLink(work.file("disk"), disk);
    assertThat(work.run().counts().added()).isEqualTo(4);
    Files.move(disk, temp.resolve("unplugged"));
    Files.delete(work.file("p/0.jpg"));

    IndexReport report = work.run();

    assertThat(report.counts().deleted()).isEqualTo(1);
    assertThat(report.failures()).extracting(Failure::path).containsExactly("disk");
    assertThat(work.open().photos()).containsOnlyKeys("p/1.jpg", "disk/x/1.jpg", "disk/x/2.jpg");
  }

  /** A disk goes away after the walk, of which a folder had got another name. */
  @Test
  void movedToWhereTheyCannotBeRead() throws IOException {
    Workspace work = new Workspace(temp).withPhotos("p", 30);
    work.run();
    Map<String, Photo> before = work.open().photos();
    Files.delete(work.file("p/0.jpg"));
    Files.move(work.file("p"), work.file("renamed"));
    Pictures.write(work.file("a/new.jpg"), 1);
    Path away = temp.resolve("away");
    Indexer indexer =
        new Indexer(
            work.archive,
            work.index,
            ColourEncoder.MODEL,
            () -> {
              Workspace.move(work.file("renamed"), away);
              return work.encoder;
            },
            IndexerOptions.DEFAULTS.withWorkers(1));

    IndexReport report = indexer.run(ProgressListener.NONE);

    assertThat(report.counts().deleted()).isEqualTo(1);
    assertThat(report.failures()).hasSizeGreaterThan(20);
    assertThat(report.photos()).isEqualTo(30);
    Workspace.move(away, work.file("renamed"));
    assertThat(work.run().counts().moved()).isEqualTo(report.failures().size());
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(work.open().photos()).hasSize(30);
    assertThat(work.open().id("renamed/29.jpg")).isEqualTo(before.get("p/29.jpg").id());
  }

  @Test
  void underAFolderWithoutPermission() throws IOException {
    Workspace work = new Workspace(temp).withPhotos("p", 2).withPhotos("secret", 3);
    work.run();
    Files.setPosixFilePermissions(
        work.file("secret"), PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(work.file("secret")), "a superuser reads everything");

      IndexReport report = work.run();

      assertThat(report.counts().deleted()).isZero();
      assertThat(report.failures()).extracting(Failure::path).containsExactly("secret");
      assertThat(work.open().photos()).hasSize(5);
    } finally {
      Files.setPosixFilePermissions(
          work.file("secret"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFileWithoutPermissionIsTriedAgain() throws IOException {
    Workspace work = new Workspace(temp).withPhotos("p", 2);
    Files.setPosixFilePermissions(
        work.file("p/0.jpg"), PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(work.file("p/0.jpg")), "a superuser reads everything");

    IndexReport report = work.run();
    Files.setPosixFilePermissions(
        work.file("p/0.jpg"), PosixFilePermissions.fromString("rw-------"));

    assertThat(report.failures().getFirst().reason()).contains("permission denied");
    assertThat(work.run().counts().added()).isEqualTo(1);
    assertThat(work.open().failures()).isEmpty();
  }
}
