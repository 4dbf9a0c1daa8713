package io.lumiere.models.clip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.family.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints that are nearly, but not quite, of a known kind: each is refused with the reason. */
class AlteredCheckpointsTest {
  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai-rn50 | visual.layer2.0.conv2.weight | has no tensor visual.layer2.0.conv2.weight",
        "openai-rn50 | visual.attnpool.c_proj.bias | NAME.old.NAME",
        "openai-rn50 | ln_final.weight | Nearest is CLIP (OpenAI, open_clip, TinyCLIP), but it"
            + " lacks ln_final.weight",
        "hugging-face-chinese-clip | text_model.encoder.layer.1.output.dense.weight"
            + " | has no tensor text_model.encoder.layer.1.output.dense.weight",
        "hugging-face-chinese-clip | text_projection.weight"
            + " | Nearest is ChineseCLIPModel (Hugging Face), but it lacks text_projection.weight",
        "multilingual-distilbert | dense.linear.weight | but it lacks dense.linear.weight",
      })
  void aTensorIsNamedOtherwise(String golden, String name, String message) throws IOException {
    refuses(
        golden,
        shapes -> {
          List<Integer> shape = shapes.remove(name);
          shapes.put("old." + name, shape);
        },
        message.replace("NAME.old.NAME", "has weights which that does not: old." + name));
  }

  @ParameterizedTest
  @CsvSource({
    "openai-rn50, visual.layer1.0.se.fc1.weight",
    "hugging-face-chinese-clip, text_model.encoder.layer.0.attention.self.gate.weight",
    "openai-vit-b-16, transformer.resblocks.0.adapter.weight",
  })
  void aTensorIsTooMany(String golden, String name) throws IOException {
    refuses(
        golden,
        shapes -> shapes.put(name, List.of(4, 4)),
        "has weights which that does not: " + name + "; such an architecture is not known");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai-rn50 | visual.layer2.0.conv2.weight | 128, 64, 3, 3 | convolution) takes 64 numbers"
            + " where 128 come",
        "openai-rn50 | visual.layer1.1.bn2.running_mean | 32 | has shape [32] where [64] fits",
        "openai-rn50 | visual.attnpool.positional_embedding | 51, 2048 | has 50 places: no square",
        "openai-rn50 | visual.attnpool.k_proj.weight | 2048, 1024 | keys of an attention) takes"
            + " 1024 numbers where 2048 come",
        "openai-vit-b-16 | visual.transformer.resblocks.1.mlp.c_fc.weight | 3072, 512 | matrix)"
            + " takes 512 numbers where 768 come",
        "hugging-face-chinese-clip | text_model.encoder.layer.0.attention.self.value.weight | 512,"
            + " 768 | has shape [768] where [512] fits",
        "hugging-face-chinese-clip | text_model.encoder.layer.1.intermediate.dense.weight | 3072, 8"
            + " | matrix) takes 8 numbers where 768 come",
        "hugging-face-chinese-clip | text_model.embeddings.LayerNorm.weight | 700 | 700",
        "hugging-face-chinese-clip | text_projection.weight | 512 | has shape [512]",
      })
  void aTensorHasAnotherShape(String golden, String name, String shape, String message)
      throws IOException {
    List<Integer> dims = Arrays.stream(shape.split(", ", -1)).map(Integer::valueOf).toList();
    refuses(golden, shapes -> shapes.put(name, dims), message);
  }

  @Test
  void aCheckpointOfSomethingElse() throws IOException {
    refuses(
        "openai-rn50",
        shapes -> {
          shapes.clear();
          shapes.put("model.decoder.lm_head.weight", List.of(8, 8));
        },
        "of no kind that is known",
        "it has 1 tensors, such as decoder.lm_head.weight",
        "Chinese-CLIP (cn_clip)");
  }

  private void refuses(
      String golden, Consumer<Map<String, List<Integer>>> change, String... messages)
      throws IOException {
    ClipGolden read = ClipGolden.read(golden);
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    try (Checkpoint checkpoint = read.checkpoint()) {
      checkpoint.names().forEach(name -> shapes.put(name, checkpoint.info(name).shape()));
    }
    change.accept(shapes);
    Path files = Files.createDirectory(dir.resolve("checkpoint"));
    read.writeFiles(files);
    CheckpointFolder source =
        new CheckpointFolder(files.resolve("weights"), files, Settings.read(files));
    Path model = Files.createDirectory(dir.resolve("model"));
    ImportOptions options = ImportOptions.of("altered", ClipParity::wheel);
    assertThatThrownBy(() ->
            ClipImport.convert(new GeneratedCheckpoint(shapes), source, model, options).model())
        .isInstanceOf(LumiereException.class)
        .hasMessageContainingAll(messages);
  }
}
