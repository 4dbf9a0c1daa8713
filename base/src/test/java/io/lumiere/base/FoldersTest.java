package io.lumiere.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
