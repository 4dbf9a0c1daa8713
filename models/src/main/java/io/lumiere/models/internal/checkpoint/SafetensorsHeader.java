package io.lumiere.models.internal.checkpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumiere.models.internal.checkpoint.SafetensorsCheckpoint.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and checks a safetensors header. */
final class SafetensorsHeader {
  private static final String METADATA = "__metadata__";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;

  private SafetensorsHeader(Path file) {
    this.file = file;
  }

  /** The tensors by name; {@code dataBytes} is what follows the header in the file. */
  static Map<String, Entry> parse(Path file, byte[] json, long dataBytes) {
    return new SafetensorsHeader(file).parse(json, dataBytes);
  }

  private Map<String, Entry> parse(byte[] json, long dataBytes) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : tree(json).properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.put(field.getKey(), entry(field.getKey(), field.getValue()));
      }
    }
    checkCover(entries, dataBytes);
    return entries;
  }

  private JsonNode tree(byte[] json) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (tree.isObject()) {
        return tree;
      }
      throw new CheckpointException(file, "its header is not a JSON object");
    } catch (JsonProcessingException e) {
      throw new CheckpointException(file, "its header is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CheckpointException(file, "its header cannot be read: " + e.getMessage(), e);
    }
  }

  private Entry entry(String name, JsonNode node) {
    List<Long> shape = longs(name, node.path("shape"), "shape");
    List<Long> offsets = longs(name, node.path("data_offsets"), "data_offsets");
    DataType type = type(name, node.path("dtype").asText());
    long elements = TensorInfo.countElements(shape);
    if (elements < 0) {
      throw new CheckpointException(
          file, "tensor " + name + " has a shape out of bounds: " + shape);
    }
    if (offsets.size() != 2 || offsets.get(1) - offsets.get(0) != elements * type.bytes()) {
      throw new CheckpointException(
          file,
          "tensor %s of shape %s and type %s takes %d bytes, but its offsets are %s"
              .formatted(name, shape, type, elements * type.bytes(), offsets));
    }
    TensorInfo info = new TensorInfo(type, shape.stream().map(Long::intValue).toList());
    return new Entry(info, offsets.get(0), offsets.get(1));
  }

  private DataType type(String name, String dtype) {
    for (DataType type : DataType.values()) {
      if (type.name().equals(dtype)) {
        return type;
      }
    }
    throw new CheckpointException(
        file,
        "tensor " + name + " has type '" + dtype + "'; known are " + List.of(DataType.values()));
  }

  private List<Long> longs(String name, JsonNode node, String what) {
    List<Long> values = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(n -> values.add(n.isIntegralNumber() && n.canConvertToLong() ? n.asLong() : -1));
    }
    if (!node.isArray() || values.contains(-1L) || values.stream().anyMatch(v -> v < 0)) {
      throw new CheckpointException(
          file, "tensor " + name + " has " + what + " that are not a list of natural numbers");
    }
    return values;
  }

  private void checkCover(Map<String, Entry> entries, long dataBytes) {
    List<Map.Entry<String, Entry>> byPlace = new ArrayList<>(entries.entrySet());
    byPlace.sort(
        Comparator.<Map.Entry<String, Entry>>comparingLong(e -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long end = 0;
    for (Map.Entry<String, Entry> e : byPlace) {
      if (e.getValue().begin() != end) {
        throw new CheckpointException(
            file,
            "tensor %s begins at byte %d of the data, where %d is expected"
                .formatted(e.getKey(), e.getValue().begin(), end));
      }
      end = e.getValue().end();
    }
    if (end != dataBytes) {
      throw new CheckpointException(
          file, "has " + dataBytes + " bytes of data where its header speaks of " + end);
    }
  }
}
