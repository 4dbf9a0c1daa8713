package io.lumiere.workspace.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.TextEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept on disk, and what becomes of damage. */
class CachedTextsTest {
  @TempDir Path folder;
  private final List<String> encoded = new ArrayList<>();

  private float[] encode(Path to, String text) {
    TextEncoder encoder =
        asked -> {
          encoded.add(asked);
          return new float[] {asked.length(), 0.5f};
        };
    return new CachedTexts(encoder, to, 2).encode(text);
  }

  @Test
  void theNextProcessFindsIt() {
    Path deep = folder.resolve("queries/model");
    assertThat(encode(deep, "dog")).containsExactly(3, 0.5f);
    assertThat(encode(deep, "dog")).containsExactly(3, 0.5f);
    assertThat(encode(deep, "")).containsExactly(0, 0.5f);
    assertThat(encoded).containsExactly("dog", "");
  }

  @Test
  void aDamagedFileIsWrittenAnew() throws IOException {
    encode(folder, "dog");
    Path file = files().getFirst();
    byte[] good = Files.readAllBytes(file);
    byte[] flipped = good.clone();
    flipped[1] ^= 1;
    for (byte[] bad : List.of(flipped, new byte[0], new byte[good.length + 1])) {
      Files.write(file, bad);
      assertThat(encode(folder, "dog")).containsExactly(3, 0.5f);
      assertThat(files()).containsExactly(file);
      assertThat(Files.readAllBytes(file)).isEqualTo(good);
    }
  }

  @Test
  void aFolderThatCannotBeMadeOnlyCostsTime() throws IOException {
    Path taken = Files.createFile(folder.resolve("file"));
    assertThat(encode(taken.resolve("model"), "dog")).containsExactly(3, 0.5f);
    assertThat(encode(taken.resolve("model"), "dog")).containsExactly(3, 0.5f);
    assertThat(encoded).hasSize(2);
  }

  @Test
  void textsWithoutBytesOfTheirOwnAreNotKept() throws IOException {
    encode(folder, "\uD800");
    assertThat(files()).isEmpty();
  }

  @Test
  void theOldestAreRemoved() throws IOException {
    for (int i = 0; i < CachedTexts.MAX_FILES; i++) {
      Path file = Files.createFile(folder.resolve("file " + i));
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * i));
    }
    encode(folder, "dog");
    assertThat(files())
        .hasSizeLessThan(CachedTexts.MAX_FILES)
        .doesNotContain(folder.resolve("file 0"))
        .contains(folder.resolve("file " + (CachedTexts.MAX_FILES - 1)));
    encode(folder, "dog");
    assertThat(encoded).containsExactly("dog");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
