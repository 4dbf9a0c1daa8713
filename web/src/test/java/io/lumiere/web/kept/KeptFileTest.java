package io.lumiere.web.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFileTest {
  private static final int WRITERS = 4;
  private static final int CHANGES = 25;

  @TempDir Path folder;

  /** A list of texts. */
  private static final class Texts implements KeptFormat<List<String>> {
    @Override
    public String what() {
      return "the texts";
    }

    @Override
    public List<String> empty() {
      return List.of();
    }

    @Override
    public List<String> read(JsonNode json) {
      if (!json.isArray()) {
        throw new IllegalArgumentException("it is not an array");
      }
      List<String> texts = new ArrayList<>();
      json.forEach(text -> texts.add(text.asText()));
      return texts;
    }

    @Override
    public JsonNode write(List<String> texts) {
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      texts.forEach(json::add);
      return json;
    }
  }

  private Path file() {
    return folder.resolve("kept/texts.json");
  }

  /** As another process has it: with nothing in common but the file. */
  private KeptFile<List<String>> open() {
    return new KeptFile<>(file(), 10_000, new Texts());
  }

  private static List<String> plus(List<String> before, String text) {
    List<String> after = new ArrayList<>(before);
    after.add(text);
    return after;
  }

  @Test
  void aChangeIsReadByAll() throws IOException {
    KeptFile<List<String>> one = open();
    KeptFile<List<String>> two = open();
    assertThat(two.get()).isEmpty();
    one.change(before -> plus(before, "Müller"));
    assertThat(two.get()).containsExactly("Müller");
    two.change(before -> plus(before, "b"));
    assertThat(one.get()).containsExactly("Müller", "b");
    assertThat(Files.readString(file())).isEqualTo("[ \"Müller\", \"b\" ]\n");
  }

  @Test
  void noneOfManyWritersLosesAChange() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = "w" + writer + "-";
        KeptFile<List<String>> own = open();
        writers.add(
            pool.submit(() -> {
              for (int i = 0; i < CHANGES; i++) {
                String text = name + i;
                own.change(before -> plus(before, text));
              }
            }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    assertThat(open().get()).hasSize(WRITERS * CHANGES).doesNotHaveDuplicates();
  }

  @Test
  void aDamagedFileIsSaidAndKept() throws IOException {
    open().change(before -> plus(before, "a"));
    for (String damage : new String[] {"[ \"a\",\n \"b", "{}", "", "[1] [2"}) {
      Files.writeString(file(), damage);
      assertThatThrownBy(open()::get)
          .describedAs(damage)
          .isInstanceOf(LumiereException.class)
          .hasMessageContainingAll("the texts in " + file(), "left as it is");
      assertThatThrownBy(() -> open().change(before -> List.of()))
          .isInstanceOf(LumiereException.class);
      assertThat(file()).hasContent(damage);
    }
  }

  @Test
  void whatFailsLeavesAllAsItWas() throws IOException {
    KeptFile<List<String>> kept = open();
    kept.change(before -> plus(before, "a"));
    assertThatThrownBy(() -> kept.change(before -> plus(before, "x".repeat(20_000))))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("more than 10000 bytes");
    assertThatThrownBy(() ->
            kept.change(before -> {
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(open().get()).containsExactly("a");
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("texts.json", ".texts.json.lock");
    }
    Files.writeString(file(), "\"" + "x".repeat(20_000) + "\"");
    assertThatThrownBy(kept::get).hasMessageContaining("at most 10000 are read");
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("synced")).resolve("mine.json");
    Files.writeString(elsewhere, "[ \"a\" ]");
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), elsewhere);
    open().change(before -> plus(before, "b"));
    assertThat(file()).isSymbolicLink();
    assertThat(elsewhere).hasContent("[ \"a\", \"b\" ]");
    assertThat(open().get()).containsExactly("a", "b");
  }

  @Test
  void aLinkMayBeThereBeforeItsFile() throws IOException {
    Path synced = Files.createDirectories(folder.resolve("disk/synced"));
    Files.createSymbolicLink(folder.resolve("linked"), synced);
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(folder.resolve("first.json"), Path.of("linked/../mine.json"));
    Files.createSymbolicLink(file(), Path.of("../first.json"));
    open().change(before -> plus(before, "a"));
    assertThat(file()).isSymbolicLink();
    assertThat(folder.resolve("disk/mine.json")).hasContent("[ \"a\" ]");
    assertThat(open().get()).containsExactly("a");
    try (Stream<Path> files = Files.list(folder.resolve("disk"))) {
      // Whoever else links to it has the same lock.
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("synced", "mine.json", ".mine.json.lock");
    }
  }

  @Test
  void aLinkThatLeadsNowhereIsSaid() throws IOException {
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), folder.resolve("away/mine.json"));
    assertThatThrownBy(() -> open().change(before -> plus(before, "a")))
        .isInstanceOf(LumiereException.class)
        .hasMessageContainingAll("the texts in " + file(), "a folder that is not there");
    assertThat(folder.resolve("away")).doesNotExist();
    Files.delete(file());
    Files.createSymbolicLink(file(), file());
    assertThatThrownBy(() -> open().change(before -> plus(before, "a")))
        .isInstanceOf(LumiereException.class);
  }

  @Test
  void aChangeOfNothingWritesNothing() {
    open().change(before -> before);
    assertThat(file()).doesNotExist();
  }
}
