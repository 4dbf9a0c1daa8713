package io.lumiere.workspace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.TextEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionVectorsTest {
  private static final EmbeddingModel MODEL = new EmbeddingModel("test", "ab".repeat(32), 2);

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Integer> told = new ArrayList<>();

  @Test
  void theNextSearchFindsThem() {
    List<float[]> vectors = vectors(this::encode).of(List.of("a", "bcd", "a"));
    assertThat(vectors).extracting(vector -> vector[0]).containsExactly(1f, 3f, 1f);
    assertThat(vectors(this::encode).of(List.of("bcd", "a", "ef")))
        .extracting(vector -> vector[0])
        .containsExactly(3f, 1f, 2f);
    assertThat(vectors(this::encode).of("ef")).containsExactly(2, 0.5f);
    assertThat(asked).hasValue(3);
    assertThat(told).containsExactly(2, 1);
  }

  @Test
  void whatWasEncodedBeforeAStopIsKept() {
    List<String> texts = IntStream.range(0, 1000).mapToObj(number -> "text " + number).toList();
    CaptionVectors stopped =
        vectors(text -> {
          if (text.equals("text 999")) {
            throw new IllegalStateException("stopped");
          }
          return encode(text);
        });
    assertThatThrownBy(() -> stopped.of(texts)).hasMessage("stopped");
    AtomicInteger again = new AtomicInteger(); // Of the batch that failed some may go on.
    CaptionVectors next =
        vectors(text -> {
          again.incrementAndGet();
          return new float[] {1, 0};
        });
    assertThat(next.of(texts)).hasSize(1000);
    assertThat(again).hasValueLessThan(300);
  }

  /** Each sees what the other wrote before it began, and damages nothing that it writes later. */
  @Test
  void twoAtOnceKeepAll() {
    CaptionVectors one = vectors(this::encode);
    CaptionVectors other = vectors(this::encode);
    one.of(List.of("a", "bc"));
    other.of(List.of("def", "a"));
    one.of(List.of("ghij"));
    asked.set(0);
    assertThat(vectors(this::encode).of(List.of("ghij", "def", "bc", "a")))
        .extracting(vector -> vector[0])
        .containsExactly(4f, 3f, 2f, 1f);
    assertThat(asked).hasValue(0);
  }

  @Test
  void whatWasCutOffIsWrittenAgain() throws IOException {
    vectors(this::encode).of(List.of("a", "bc"));
    Path file = folder.resolve("captions").resolve(MODEL.contentHash() + ".bin");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));
    asked.set(0);
    assertThat(vectors(this::encode).of(List.of("a", "bc")).getLast()).containsExactly(2, 0.5f);
    assertThat(asked).hasValue(1);
    assertThat(file).hasBinaryContent(whole);
  }

  @Test
  void aCacheThatCannotBeWrittenOnlyCostsTime() throws IOException {
    Files.createFile(folder.resolve("captions"));
    assertThat(vectors(this::encode).of(List.of("a")).getFirst()).containsExactly(1, 0.5f);
  }

  private float[] encode(String text) {
    asked.incrementAndGet();
    return new float[] {text.length(), 0.5f};
  }

  private CaptionVectors vectors(TextEncoder encoder) {
    return new CaptionVectors(MODEL, encoder, folder, told::add);
  }
}
