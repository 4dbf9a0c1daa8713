package io.lumiere.models.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumiere.base.LumiereException;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.family.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text tower alone in files, as sentence-transformers lays it out: a small one of one layer. */
class SentenceTransformersFolderTest {
  private static final int WIDTH = 64;
  private static final String DENSE_CONFIG =
      "{\"in_features\": 64, \"out_features\": 512, \"bias\": false, \"activation_function\":"
          + " \"%s\"}";

  @TempDir static Path shared;
  private static Path images;

  @TempDir Path dir;
  private Path folder;

  @BeforeAll
  static void convertImageTower() throws IOException {
    images = Files.createDirectory(shared.resolve("images"));
    ClipGolden golden = ClipGolden.read("laion-vit-b-32");
    Path files = Files.createDirectory(shared.resolve("checkpoint"));
    golden.writeFiles(files);
    try (Checkpoint checkpoint = golden.checkpoint()) {
      ClipImport.convert(
          checkpoint,
          new CheckpointFolder(files.resolve("weights"), files, Settings.read(files)),
          images,
          ImportOptions.of("images", ClipParity::wheel));
    }
  }

  @BeforeEach
  void writeCheckpoint() throws IOException {
    folder = Files.createDirectory(dir.resolve("checkpoint"));
    Files.createDirectories(folder.resolve("2_Dense"));
    Files.createDirectories(folder.resolve("1_Pooling"));
    Files.writeString(folder.resolve("config.json"), "{\"n_heads\": 4, \"activation\": \"gelu\"}");
    Files.writeString(folder.resolve("sentence_bert_config.json"), "{\"max_seq_length\": 9}");
    Files.writeString(
        folder.resolve("1_Pooling/config.json"), "{\"pooling_mode_mean_tokens\": true}");
    Files.writeString(
        folder.resolve("2_Dense/config.json"),
        DENSE_CONFIG.formatted("torch.nn.modules.linear.Identity"));
    Files.writeString(
        folder.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nHund\nmer\nla\n");
    write(folder.resolve("model.safetensors"), bert());
    write(
        folder.resolve("2_Dense/model.safetensors"), Map.of("linear.weight", List.of(512, WIDTH)));
  }

  @Test
  void bothFilesBecomeAModelWithAnothersImageTower() {
    Path model = convert(images);
    try (DualEncoder encoder = Models.open(model)) {
      assertThat(encoder.texts().encode("la mer")).hasSize(512);
      assertThat(encoder.texts().encode("la mer")).isNotEqualTo(encoder.texts().encode("Hund"));
      assertThat(encoder.images().encode(GeneratedCheckpoint.picture(0))).hasSize(512);
    }
    ClipConfig config = ClipConfig.read(model);
    assertThat(config.architecture()).isEqualTo("DistilBERT of 1 layers, texts only");
    assertThat(config.tokenizer().maxTokens()).isEqualTo(9);
  }

  @Test
  void namesMayBeWrappedAndAPoolerBeThere() throws IOException {
    Map<String, List<Integer>> wrapped = new LinkedHashMap<>();
    bert().forEach((name, shape) -> wrapped.put("auto_model.distilbert." + name, shape));
    wrapped.put("auto_model.pooler.dense.weight", List.of(WIDTH, WIDTH));
    write(folder.resolve("model.safetensors"), wrapped);
    assertThat(ClipConfig.read(convert(images)).architecture()).startsWith("DistilBERT");
  }

  @Test
  void withoutAnImageTowerOneIsAskedFor() {
    assertThatThrownBy(() -> convert(null))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("name the model whose image tower it goes with");
  }

  @Test
  void anImageTowerOfAnotherDimensionIsRefused() throws IOException {
    write(
        folder.resolve("2_Dense/model.safetensors"), Map.of("linear.weight", List.of(384, WIDTH)));
    assertThatThrownBy(() -> convert(images))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("gives 384 numbers")
        .hasMessageContaining("images gives 512");
  }

  @Test
  void theMatrixIsMissing() throws IOException {
    Files.delete(folder.resolve("2_Dense/model.safetensors"));
    assertThatThrownBy(() -> convert(images))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there are no weights in " + folder.resolve("2_Dense"));
    Files.delete(folder.resolve("2_Dense/config.json"));
    Files.delete(folder.resolve("2_Dense"));
    assertThatThrownBy(() -> convert(images))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("with 2_Dense), but it lacks dense.linear.weight");
  }

  @Test
  void theMatrixDoesNotFit() throws IOException {
    write(folder.resolve("2_Dense/model.safetensors"), Map.of("linear.weight", List.of(512, 32)));
    assertThatThrownBy(() -> convert(images))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("takes 32 numbers where 64 come");
  }

  @Test
  void otherActivationsAndPoolingsAreRefused() throws IOException {
    Files.writeString(
        folder.resolve("2_Dense/config.json"),
        DENSE_CONFIG.formatted("torch.nn.modules.activation.Tanh"));
    assertThatThrownBy(() -> convert(images))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(
            "2_Dense/config.json has the activation_function 'torch.nn.modules.activation.Tanh'");
    Files.writeString(
        folder.resolve("1_Pooling/config.json"), "{\"pooling_mode_mean_tokens\": false}");
    assertThatThrownBy(() -> convert(images))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("1_Pooling/config.json asks for another pooling");
  }

  private Path convert(@Nullable Path imagesOf) {
    try {
      Path model = Files.createTempDirectory(dir, "model");
      ImportOptions options = ImportOptions.of("texts", ClipParity::wheel);
      ClipImport.convert(folder, model, options.withImagesOf(imagesOf));
      return model;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, List<Integer>> bert() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    shapes.put("embeddings.word_embeddings.weight", List.of(8, WIDTH));
    shapes.put("embeddings.position_embeddings.weight", List.of(16, WIDTH));
    norm(shapes, "embeddings.LayerNorm");
    String block = "transformer.layer.0.";
    for (String name : List.of("q_lin", "k_lin", "v_lin", "out_lin")) {
      linear(shapes, block + "attention." + name, WIDTH, WIDTH);
    }
    norm(shapes, block + "sa_layer_norm");
    linear(shapes, block + "ffn.lin1", 4 * WIDTH, WIDTH);
    linear(shapes, block + "ffn.lin2", WIDTH, 4 * WIDTH);
    norm(shapes, block + "output_layer_norm");
    return shapes;
  }

  private static void linear(
      Map<String, List<Integer>> shapes, String name, int outputs, int inputs) {
    shapes.put(name + ".weight", List.of(outputs, inputs));
    shapes.put(name + ".bias", List.of(outputs));
  }

  private static void norm(Map<String, List<Integer>> shapes, String name) {
    shapes.put(name + ".weight", List.of(WIDTH));
    shapes.put(name + ".bias", List.of(WIDTH));
  }

  /** A safetensors file of generated values. */
  private static void write(Path file, Map<String, List<Integer>> shapes) throws IOException {
    GeneratedCheckpoint values = new GeneratedCheckpoint(shapes);
    ObjectNode header = new ObjectMapper().createObjectNode();
    long end = 0;
    for (Map.Entry<String, List<Integer>> tensor : shapes.entrySet()) {
      long begin = end;
      end += 4L * values.info(tensor.getKey()).elements();
      ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", "F32");
      tensor.getValue().forEach(entry.withArray("shape")::add);
      entry.putArray("data_offsets").add(begin).add(end);
    }
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] length = new byte[8];
      littleEndian(length).putLong(text.length);
      out.write(length);
      out.write(text);
      for (String name : shapes.keySet()) {
        float[] floats = values.floats(name);
        byte[] bytes = new byte[4 * floats.length];
        littleEndian(bytes).asFloatBuffer().put(floats);
        out.write(bytes);
      }
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
