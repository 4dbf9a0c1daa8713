package io.lumiere.models.internal.checkpoint;

import static io.lumiere.models.internal.checkpoint.CheckpointFiles.element;
import static io.lumiere.models.internal.checkpoint.CheckpointFiles.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyTorch and safetensors wrote. */
class CheckpointGoldensTest {
  @TempDir Path dir;

  private Checkpoint open(String name) throws IOException {
    return Checkpoint.open(Files.write(dir.resolve(name), CheckpointFiles.bytes(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"types.pt", "types-legacy.pt", "types.safetensors"})
  void everyTypeIsConverted(String name) throws IOException {
    try (Checkpoint checkpoint = open(name)) {
      assertThat(checkpoint.names())
          .containsExactlyInAnyOrder(
              "f64", "f32", "f16", "bf16", "i64", "i32", "i16", "i8", "u8", "boolean", "scalar",
              "empty");
      assertThat(checkpoint.info("f32")).isEqualTo(new TensorInfo(DataType.F32, List.of(2, 3, 4)));
      assertThat(checkpoint.floats("f32")).containsExactly(elements(24));
      assertThat(checkpoint.floats("f64")).containsExactly(elements(5));
      assertThat(checkpoint.floats("f16")).containsExactly(elements(7));
      assertThat(checkpoint.floats("bf16")).containsExactly(elements(7));
      for (String whole : List.of("i64", "i32", "i16", "i8")) {
        float[] read = checkpoint.floats(whole);
        assertThat(read).as(whole).hasSize(6);
        for (int i = 0; i < read.length; i++) {
          assertThat(read[i]).as(whole).isEqualTo((int) element(i));
        }
      }
      assertThat(checkpoint.info("u8").type()).isEqualTo(DataType.U8);
      assertThat(checkpoint.floats("u8")).hasSize(18).startsWith(0, 15).endsWith(240, 255);
      assertThat(checkpoint.floats("boolean")).containsExactly(1, 0, 1);
      assertThat(checkpoint.info("scalar").shape()).isEmpty();
      assertThat(checkpoint.floats("scalar")).containsExactly(2.5f);
      assertThat(checkpoint.info("empty").shape()).containsExactly(0, 3);
      assertThat(checkpoint.floats("empty")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"views.pt", "views-legacy.pt"})
  void viewsAreGathered(String name) throws IOException {
    try (Checkpoint checkpoint = open(name)) {
      assertThat(checkpoint.names())
          .containsExactly(
              "state_dict.whole",
              "state_dict.transposed",
              "state_dict.row",
              "state_dict.column",
              "state_dict.block",
              "state_dict.steps",
              "state_dict.permuted",
              "list.0",
              "list.1.inner",
              "parameter");
      assertThat(checkpoint.floats("state_dict.whole")).containsExactly(elements(24));
      assertThat(checkpoint.info("state_dict.transposed").shape()).containsExactly(6, 4);
      assertThat(checkpoint.floats("state_dict.transposed"))
          .startsWith(element(0), element(6), element(12), element(18), element(1));
      assertThat(checkpoint.floats("state_dict.row"))
          .containsExactly(
              element(12), element(13), element(14), element(15), element(16), element(17));
      assertThat(checkpoint.floats("state_dict.column"))
          .containsExactly(element(1), element(7), element(13), element(19));
      assertThat(checkpoint.floats("state_dict.block"))
          .containsExactly(
              element(8), element(9), element(10), element(14), element(15), element(16));
      assertThat(checkpoint.floats("state_dict.steps"))
          .containsExactly(element(0), element(3), element(12), element(15));
      assertThat(checkpoint.info("state_dict.permuted").shape()).containsExactly(4, 2, 3);
      assertThat(checkpoint.floats("state_dict.permuted"))
          .startsWith(
              element(0),
              element(4),
              element(8),
              element(12),
              element(16),
              element(20),
              element(1));
      assertThat(checkpoint.floats("parameter")).containsExactly(elements(4));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"module.pt", "module-legacy.pt"})
  void stateOfModuleIsRead(String name) throws IOException {
    try (Checkpoint checkpoint = open(name)) {
      assertThat(checkpoint.names())
          .containsExactly(
              "0.weight",
              "0.bias",
              "1.weight",
              "1.bias",
              "1.running_mean",
              "1.running_var",
              "1.num_batches_tracked");
      assertThat(checkpoint.floats("0.weight")).containsExactly(elements(6));
    }
  }

  @Test
  void torchScriptArchivesAreReadWithoutTheirCode() throws IOException {
    try (Checkpoint checkpoint = open("script.pt")) {
      assertThat(checkpoint.names())
          .containsExactlyInAnyOrder(
              "scale",
              "input_resolution",
              "blocks.0.norm.weight",
              "blocks.0.norm.bias",
              "blocks.1.norm.weight",
              "blocks.1.norm.bias");
      assertThat(checkpoint.info("blocks.1.norm.bias"))
          .isEqualTo(new TensorInfo(DataType.F16, List.of(4)));
      assertThat(checkpoint.floats("blocks.1.norm.bias")).containsExactly(elements(4));
      assertThat(checkpoint.floats("input_resolution")).containsExactly(224);
    }
  }

  @Test
  void functionsAreRefusedByName() {
    assertThatThrownBy(() -> open("refused.pt").close())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("refused.pt")
        .hasMessageContaining("builtin")
        .hasMessageContaining("print");
  }

  @Test
  void unknownTensorIsNamed() throws IOException {
    try (Checkpoint checkpoint = open("module.pt")) {
      assertThatThrownBy(() -> checkpoint.floats("2.weight"))
          .isInstanceOf(CheckpointException.class)
          .hasMessage("module.pt: has no tensor named 2.weight");
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = Files.writeString(dir.resolve("notes.txt"), "not a checkpoint at all");
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("is not a safetensors file");
    Path empty = Files.createFile(dir.resolve("empty.pt"));
    assertThatThrownBy(() -> Checkpoint.open(empty))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("only 0 bytes");
    assertThatThrownBy(() -> Checkpoint.open(dir.resolve("absent.pt")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("absent.pt");
  }
}
