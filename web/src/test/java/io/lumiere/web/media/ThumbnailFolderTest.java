package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.Sha256;
import io.lumiere.images.thumbnail.ThumbnailSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailFolderTest {
  @TempDir private Path temp;
  private Path dir;
  private ThumbnailFolder folder;

  @BeforeEach
  void open() {
    dir = temp.resolve("cache/thumbnails");
    folder = new ThumbnailFolder(dir, 10_000);
  }

  private static ThumbnailKey key(int number) {
    return new ThumbnailKey(Sha256.of("photo " + number), ThumbnailSize.SMALL);
  }

  private static byte[] content(int number, int length) {
    byte[] bytes = new byte[length];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  private Path file(ThumbnailKey key) throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files.filter(file -> file.toString().contains(key.tag())).findFirst().orElseThrow();
    }
  }

  private void makeOlder(int number, Duration age) throws IOException {
    Files.setLastModifiedTime(file(key(number)), FileTime.from(Instant.now().minus(age)));
  }

  @Test
  void whatIsKeptIsFoundByAnotherProcessToo() throws IOException {
    assertThat(folder.find(key(1))).isNull();
    folder.keep(key(1), content(1, 500));
    assertThat(folder.find(key(1))).isEqualTo(content(1, 500));
    assertThat(new ThumbnailFolder(dir, 10_000).find(key(1))).isEqualTo(content(1, 500));
    assertThat(folder.find(new ThumbnailKey(key(1).contentHash(), ThumbnailSize.LARGE))).isNull();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(key(1)))))
        .as("photos are private")
        .isEqualTo("rw-------");
  }

  @Test
  void damagedOnesAreNotThere() throws IOException {
    for (int number = 0; number < 4; number++) {
      folder.keep(key(number), content(number, 500));
      byte[] bytes = Files.readAllBytes(file(key(number)));
      switch (number) {
        case 0 -> bytes[250] ^= 1;
        case 1 -> bytes = new byte[0];
        case 2 -> bytes = Arrays.copyOf(bytes, 300);
        default -> bytes[bytes.length - 1] ^= 1;
      }
      Files.write(file(key(number)), bytes);
      assertThat(folder.find(key(number))).as("%d", number).isNull();
      folder.keep(key(number), content(9, 100));
      assertThat(folder.find(key(number))).isEqualTo(content(9, 100));
    }
  }

  @Test
  void beyondItsBytesTheOldestGo() throws IOException {
    ThumbnailFolder larger = new ThumbnailFolder(dir, 100_000);
    for (int number = 0; number < 12; number++) {
      larger.keep(key(number), content(number, 1000));
      makeOlder(number, Duration.ofHours(100 - number));
    }
    assertThat(folder.find(key(0))).isNotNull(); // And so it is the youngest now.
    folder.tidy();
    assertThat(folder.find(key(0))).isNotNull();
    assertThat(folder.find(key(1))).isNull();
    assertThat(folder.find(key(2))).isNull();
    assertThat(folder.find(key(11))).isNotNull();
    try (Stream<Path> files = Files.walk(dir)) {
      long sum = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(sum).isBetween(7_000L, 9_000L);
    }
  }

  @Test
  void itIsTidiedByItself() throws Exception {
    for (int number = 0; number < 60; number++) {
      folder.keep(key(number), content(number, 1000));
    }
    while (bytesOnDisk() > 10_000) {
      Thread.sleep(20);
      folder.keep(key(0), content(0, 1000));
    }
  }

  private long bytesOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (UncheckedIOException e) {
      return Long.MAX_VALUE; // It is being tidied.
    }
  }

  @Test
  void leftOversOfDeadProcessesGoAndOtherFilesStay() throws IOException {
    folder.keep(key(1), content(1, 100));
    Path old = Files.write(dir.resolve("ab.tmp"), new byte[10]);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path young = Files.write(dir.resolve("cd.tmp"), new byte[10]);
    Path other = Files.write(dir.resolve("notes.txt"), new byte[10]);
    folder.tidy();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(other).exists();
  }

  @Test
  void aFolderThatCannotBeWrittenCostsNothing() throws IOException {
    Path blocked = Files.write(temp.resolve("a file"), new byte[1]);
    ThumbnailFolder none = new ThumbnailFolder(blocked, 10_000);
    none.keep(key(1), content(1, 100));
    assertThat(none.find(key(1))).isNull();
    none.tidy();
  }
}
