package io.lumiere.models.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.family.Conversion;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.ncnn.FloatTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of tokens, and the inputs that are made of them. */
class RowTableTest {
  private static final int END = 3;

  @TempDir private Path folder;
  private Path file;

  /** Four tokens, five places, rows of one number; that of a token is its own. */
  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("rows.bin");
    RowTable.write(file, new float[] {0, 1, 2, 3}, new float[] {0, 10, 20, 30, 40}, 1, true);
  }

  @Test
  void anInterruptOfOneThreadIsNoneOfOthers() {
    try (RowTable table = new RowTable(file)) {
      Thread.currentThread().interrupt();
      try {
        assertThat(table.rows(new int[] {1, 2})).containsExactly(1, 12);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(table.rows(new int[] {3})).containsExactly(3);
    }
  }

  @Test
  void aFileThatIsCutShortIsNamed() throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 9));
    try (RowTable table = new RowTable(file)) {
      assertThatThrownBy(table::width)
          .isInstanceOf(LumiereException.class)
          .hasMessage(file + " is cut short; add the model again");
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {70_000, Float.NaN, Float.NEGATIVE_INFINITY})
  void whatHalfPrecisionDoesNotHoldIsRefused(float value) {
    float[] places = {0};
    assertThatThrownBy(() -> RowTable.write(file, new float[] {value}, places, 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a token's row has " + value + ", beyond 65504.0");
  }

  private Map<String, FloatTensor> tensors(TextInput input, int... tokens) {
    try (RowTable table = new RowTable(file)) {
      return new TextTensors(input, table).of(tokens);
    }
  }

  /** As references do, which look for the first. */
  @Test
  void anEndThatIsWrittenOutIsTheEnd() {
    Map<String, FloatTensor> causal = tensors(TextInput.causal(5), 0, 1, END, 2, END);
    assertThat(causal.get(Conversion.ROWS).data()).containsExactly(0, 11, 23);
    assertThat(causal.get(Conversion.MASK).data()).hasSize(9);

    TextInput picks = new TextInput(5, true, 0, false, true);
    Map<String, FloatTensor> picked = tensors(picks, 0, 1, END, END);
    assertThat(picked.get(Conversion.ROWS).data()).containsExactly(0, 11, 23, 33, 40);
    assertThat(picked.get(Conversion.PICK).data()).containsExactly(0, 0, 1, 0, 0);
  }

  @Test
  void otherTowersTakeAllTokens() {
    assertThat(tensors(TextInput.plain(5), 0, END, 1, END).get(Conversion.ROWS).data())
        .containsExactly(0, 13, 21, 33);
  }
}
