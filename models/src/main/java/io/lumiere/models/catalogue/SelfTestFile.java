package io.lumiere.models.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link SelfTestRecord} as the file {@value #NAME} in a model's folder: JSON, pixels and vectors
 * (floats, little-endian) in Base64. It is not among the files of the manifest, so it does not
 * change what the model is.
 */
final class SelfTestFile {
  static final String NAME = "selftest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private SelfTestFile() {}

  static void write(SelfTestRecord made, Path modelDir) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode images = root.putArray("images");
    for (int i = 0; i < made.imageVectors().size(); i++) {
      RgbImage image = made.inputs().images().get(i);
      images
          .addObject()
          .put("width", image.width())
          .put("height", image.height())
          .put("rgb", image.rgb())
          .put("vector", bytes(made.imageVectors().get(i)));
    }
    ArrayNode texts = root.putArray("texts");
    for (int i = 0; i < made.textVectors().size(); i++) {
      texts
          .addObject()
          .put("text", made.inputs().texts().get(i))
          .put("vector", bytes(made.textVectors().get(i)));
    }
    try {
      Files.write(modelDir.resolve(NAME), JSON.writeValueAsBytes(root));
    } catch (IOException e) {
      throw new LumiereException(modelDir.resolve(NAME) + " cannot be written: " + e, e);
    }
  }

  /**
   * The record, where there is one.
   *
   * @throws LumiereException if it is damaged
   */
  static Optional<SelfTestRecord> read(Path modelDir) {
    Path file = modelDir.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(JSON.readTree(Files.readAllBytes(file))));
    } catch (IOException | IllegalArgumentException e) {
      throw new LumiereException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static SelfTestRecord parse(JsonNode root) throws IOException {
    List<RgbImage> images = new ArrayList<>();
    List<float[]> imageVectors = new ArrayList<>();
    for (JsonNode image : root.required("images")) {
      images.add(
          new RgbImage(
              image.required("width").asInt(),
              image.required("height").asInt(),
              image.required("rgb").binaryValue()));
      imageVectors.add(floats(image.required("vector").binaryValue()));
    }
    List<String> texts = new ArrayList<>();
    List<float[]> textVectors = new ArrayList<>();
    for (JsonNode text : root.required("texts")) {
      texts.add(text.required("text").asText());
      textVectors.add(floats(text.required("vector").binaryValue()));
    }
    return new SelfTestRecord(new SelfTest.Inputs(images, texts), imageVectors, textVectors);
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
