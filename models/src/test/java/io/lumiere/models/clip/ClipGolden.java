package io.lumiere.models.clip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.checkpoint.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** What a reference framework gave for one architecture; see {@code clip_goldens.py}. */
final class ClipGolden {
  /** A text, its tokens and its vector. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Text(String text, int[] ids, float[] vector) {}

  private final JsonNode json;

  private ClipGolden(JsonNode json) {
    this.json = json;
  }

  static ClipGolden read(String name) {
    String file = name + ".json.gz";
    try (InputStream in = ClipGolden.class.getResourceAsStream(file)) {
      Objects.requireNonNull(in, file);
      return new ClipGolden(new ObjectMapper().readTree(new GZIPInputStream(in)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The weights, under the names that a file has them by. */
  Checkpoint checkpoint() {
    Map<String, float[]> given = new LinkedHashMap<>();
    json.path("values")
        .properties()
        .forEach(e -> given.put(e.getKey(), floats(e.getValue().asText())));
    GeneratedCheckpoint generated = new GeneratedCheckpoint(shapes(), given);
    return json.has("wrapped") ? new Wrapped(generated, wrappers()) : generated;
  }

  /** Names and shapes of the weights, wrappers apart. */
  Map<String, List<Integer>> shapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    json.get("shapes")
        .properties()
        .forEach(e -> {
          List<Integer> shape = new ArrayList<>();
          e.getValue().forEach(dim -> shape.add(dim.asInt()));
          shapes.put(e.getKey(), shape);
        });
    return shapes;
  }

  private Map<String, String> wrappers() {
    Map<String, String> inner = new LinkedHashMap<>();
    json.get("wrapped").properties().forEach(e -> inner.put(e.getKey(), e.getValue().asText()));
    return inner;
  }

  /** A checkpoint with its tensors under other names. */
  private record Wrapped(Checkpoint checkpoint, Map<String, String> inner) implements Checkpoint {
    @Override
    public Set<String> names() {
      return inner.keySet();
    }

    @Override
    public TensorInfo info(String name) {
      return checkpoint.info(inner.get(name));
    }

    @Override
    public float[] floats(String name) {
      return checkpoint.floats(inner.get(name));
    }

    @Override
    public void close() {
      checkpoint.close();
    }
  }

  /** Writes the files that lie beside the weights. */
  void writeFiles(Path folder) throws IOException {
    for (Map.Entry<String, JsonNode> file : json.get("files").properties()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      JsonNode value = file.getValue();
      Files.writeString(
          folder.resolve(file.getKey()), value.isTextual() ? value.asText() : value.toString());
    }
    if (json.has("vocabulary")) {
      String small = "/io/lumiere/models/internal/tokenizer/" + json.at("/vocabulary/of").asText();
      try (InputStream in = ClipGolden.class.getResourceAsStream(small)) {
        Files.copy(
            Objects.requireNonNull(in, small),
            folder.resolve(json.at("/vocabulary/file").asText()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The model that has the image tower, for a text tower alone. */
  Optional<ClipGolden> imagesOf() {
    return Optional.ofNullable(json.get("imagesOf")).map(name -> read(name.asText()));
  }

  /** SHA-256 of each picture's pixels as the network sees them, before they are normalised. */
  List<String> pixels() {
    if (imagesOf().isPresent()) {
      return imagesOf().get().pixels();
    }
    List<String> hashes = new ArrayList<>();
    json.get("pixels").forEach(hash -> hashes.add(hash.asText()));
    return hashes;
  }

  /** The pictures' vectors. */
  List<float[]> images() {
    if (imagesOf().isPresent()) {
      return imagesOf().get().images();
    }
    List<float[]> vectors = new ArrayList<>();
    json.get("images").forEach(vector -> vectors.add(floats(vector.asText())));
    return vectors;
  }

  List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    for (JsonNode text : json.get("texts")) {
      int[] ids = new int[text.get("ids").size()];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = text.get("ids").get(i).asInt();
      }
      texts.add(new Text(text.get("text").asText(), ids, floats(text.get("vector").asText())));
    }
    return texts;
  }

  private static float[] floats(String base64) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
