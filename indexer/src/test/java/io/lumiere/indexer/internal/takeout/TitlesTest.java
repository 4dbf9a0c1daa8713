package io.lumiere.indexer.internal.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitlesTest {
  @TempDir private Path temp;

  private String title(String json) throws IOException {
    return Titles.read(Files.writeString(temp.resolve("a.json"), json));
  }

  @Test
  void readsTheTitleOfTheWholeFile() throws IOException {
    assertThat(title("{\"people\":[{\"title\":\"no\"}],\"title\":\"Café.jpg\",\"x\":1}"))
        .isEqualTo("Café.jpg");
  }

  @Test
  void aFileWithoutOneHasNone() throws IOException {
    assertThat(title("{\"people\":[{\"title\":\"no\"}]}")).isNull();
    assertThat(title("{\"title\":{\"a\":1}}")).isNull();
    assertThat(title("[\"title\"]")).isNull();
    assertThat(title("{\"people\":[")).isNull();
    assertThat(title("")).isNull();
    assertThat(Titles.read(temp.resolve("nowhere.json"))).isNull();
  }
}
