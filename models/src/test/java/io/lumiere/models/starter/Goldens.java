package io.lumiere.models.starter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** What the reference frameworks computed, see {@code src/test/python/starter_goldens.py}. */
final class Goldens {
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Image(float[] logits, float[] features) {}

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Text(String text, float[] vector) {}

  private static final JsonNode TREE = read();

  private Goldens() {}

  static List<Image> images() {
    List<Image> images = new ArrayList<>();
    TREE.get("images")
        .forEach(n -> images.add(new Image(floats(n.get("logits")), floats(n.get("features")))));
    return images;
  }

  static List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    TREE.get("texts")
        .forEach(n -> texts.add(new Text(n.get("text").asText(), floats(n.get("vector")))));
    return texts;
  }

  private static float[] floats(JsonNode base64) {
    byte[] bytes = Base64.getDecoder().decode(base64.asText());
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static JsonNode read() {
    try (InputStream in = Goldens.class.getResourceAsStream("starter-goldens.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
