package io.lumiere.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path dir;

  @Test
  void folderAppearsWholeAndReplacesTheOldOne() throws IOException {
    Path target = dir.resolve("a/b/model");
    for (String content : new String[] {"old", "new"}) {
      Folders.replace(target, fresh -> Files.writeString(fresh.resolve(content), content));
      try (var files = Files.list(target)) {
        assertThat(files).containsExactly(target.resolve(content));
      }
    }
    try (var left = Files.list(target.getParent())) {
      assertThat(left).containsExactly(target);
    }
  }

  @Test
  void failureLeavesWhatWasThere() throws IOException {
    Path target = dir.resolve("model");
    Folders.replace(target, fresh -> Files.writeString(fresh.resolve("file"), "kept"));
    assertThatThrownBy(() ->
            Folders.replace(
                target,
                fresh -> {
                  Files.writeString(fresh.resolve("file"), "half");
                  throw new IOException("disk full");
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(target.resolve("file")).hasContent("kept");
    try (var left = Files.list(dir)) {
      assertThat(left).containsExactly(target);
    }
  }

  @Test
  void whatAllMayReadElsewhereAllMayReadHere() throws IOException {
    Path usual = Files.createDirectory(dir.resolve("usual"));
    Path target = dir.resolve("model");
    for (int i = 0; i < 2; i++) { // The second replaces the first.
      Folders.replace(target, fresh -> Files.writeString(fresh.resolve("file"), "content"));
      assertThat(Files.getPosixFilePermissions(target))
          .isEqualTo(Files.getPosixFilePermissions(usual));
    }
  }

  @Test
  void whatKilledProcessesLeftIsDeleted() throws IOException {
    String id = "-01234567-89ab-cdef-0123-456789abcdef";
    Path filling = left("model.new" + id, Duration.ZERO);
    Path replaced = left("model.old" + id, Duration.ZERO);
    Path other = left("other.new" + id, Duration.ofDays(2));
    Path underWay = left("other.old" + id, Duration.ofMinutes(50));
    Path similar = left("model.new-1", Duration.ofDays(2));
    Path longer = left("model.new-1.new" + id, Duration.ZERO);
    Folders.replace(dir.resolve("model"), fresh -> {});
    assertThat(filling).doesNotExist();
    assertThat(replaced).doesNotExist();
    assertThat(other).doesNotExist();
    assertThat(underWay.resolve("weights")).exists();
    assertThat(similar.resolve("weights")).exists();
    assertThat(longer.resolve("weights")).exists();
  }

  private Path left(String name, Duration age) throws IOException {
    Path folder = Files.createDirectory(dir.resolve(name));
    Files.writeString(folder.resolve("weights"), "half");
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
    return folder;
  }
}
