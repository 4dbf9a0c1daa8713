package io.lumiere.models.internal.checkpoint;

import static io.lumiere.models.internal.checkpoint.CheckpointFiles.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints in several files. */
class ShardedCheckpointTest {
  @TempDir Path dir;

  @BeforeEach
  void writeShards() throws IOException {
    Files.write(
        dir.resolve("model-00001-of-00002.safetensors"),
        CheckpointFiles.bytes("types.safetensors"));
    Files.write(dir.resolve("model-00002-of-00002.bin"), CheckpointFiles.bytes("module.pt"));
  }

  private Path index(String json) throws IOException {
    return Files.writeString(dir.resolve("model.safetensors.index.json"), json);
  }

  @Test
  void tensorsComeFromTheFilesThatHoldThem() throws IOException {
    Path index =
        index(
            """
            {"metadata": {"total_size": 1}, "weight_map": {
              "f32": "model-00001-of-00002.safetensors",
              "0.weight": "model-00002-of-00002.bin",
              "scalar": "model-00001-of-00002.safetensors"}}
            """);
    try (Checkpoint checkpoint = Checkpoint.open(index)) {
      assertThat(checkpoint.names()).containsExactly("f32", "0.weight", "scalar");
      assertThat(checkpoint.floats("f32")).containsExactly(elements(24));
      assertThat(checkpoint.floats("0.weight")).containsExactly(elements(6));
      assertThat(checkpoint.info("scalar").shape()).isEmpty();
      assertThatThrownBy(() -> checkpoint.floats("f64"))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("has no tensor named f64");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | has no weight_map",
        "[] | has no weight_map",
        "{\"weight_map\": {}} | has no weight_map",
        "{\"weight_map\": {\"a\": 1}} | has no weight_map",
        "{\"weight_map\": {\"a\": \"../x.bin\"}} | '../x.bin', which is refused",
        "{\"weight_map\": {\"a\": \"model.safetensors.index.json\"}} | which is refused",
        "{\"weight_map\": {\"a\": \"absent.bin\"}} | absent.bin",
        "{\"weight_map\": {\"a\": \"model-00002-of-00002.bin\"}} | places a in",
        "{\"weight_map\": | cannot be read"
      })
  void damagedListsAreRefused(String json, String message) throws IOException {
    Path index = index(json);
    assertThatThrownBy(() -> Checkpoint.open(index))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(message);
  }
}
