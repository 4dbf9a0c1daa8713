package io.lumiere.models.internal.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A checkpoint in several files, as Hugging Face lays it out: {@code NAME.index.json} says in
 * {@code weight_map} which file holds which tensor. The files lie beside it.
 */
final class ShardedCheckpoint implements Checkpoint {
  private static final JsonFactory JSON = new JsonFactory();

  private final Path index;
  private final Map<String, Checkpoint> byTensor = new LinkedHashMap<>();
  private final Map<String, Checkpoint> byFile = new LinkedHashMap<>();

  private ShardedCheckpoint(Path index) {
    this.index = index;
  }

  static ShardedCheckpoint open(Path index) {
    ShardedCheckpoint checkpoint = new ShardedCheckpoint(index);
    try {
      weightMap(index).forEach(checkpoint::place);
      return checkpoint;
    } catch (Throwable t) {
      checkpoint.close();
      throw t;
    }
  }

  private void place(String tensor, String file) {
    Checkpoint shard = byFile.computeIfAbsent(file, this::openShard);
    if (!shard.names().contains(tensor)) {
      throw new CheckpointException(index, "places " + tensor + " in " + file + ": not there");
    }
    byTensor.put(tensor, shard);
  }

  private Checkpoint openShard(String file) {
    if (!file.matches("[\\w.-]+") || file.startsWith(".") || file.endsWith(INDEX_SUFFIX)) {
      throw new CheckpointException(index, "names the file '" + file + "', which is refused");
    }
    return Checkpoint.open(index.resolveSibling(file));
  }

  private static Map<String, String> weightMap(Path index) {
    try (JsonParser parser = JSON.createParser(index.toFile())) {
      Map<String, String> map = Map.of();
      expect(index, parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("weight_map")) {
          map = strings(index, parser);
        } else {
          parser.skipChildren();
        }
      }
      expect(index, !map.isEmpty());
      return map;
    } catch (IOException e) {
      throw new CheckpointException(index, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> strings(Path index, JsonParser parser) throws IOException {
    expect(index, parser.currentToken() == JsonToken.START_OBJECT);
    Map<String, String> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String value = parser.nextTextValue();
      expect(index, value != null);
      map.put(name, value);
    }
    return map;
  }

  private static void expect(Path index, boolean good) {
    if (!good) {
      throw new CheckpointException(index, "has no weight_map of tensors' names to files' names");
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(byTensor.keySet());
  }

  @Override
  public TensorInfo info(String name) {
    return shard(name).info(name);
  }

  @Override
  public float[] floats(String name) {
    return shard(name).floats(name);
  }

  private Checkpoint shard(String name) {
    Checkpoint shard = byTensor.get(name);
    if (shard == null) {
      throw new CheckpointException(index, "has no tensor named " + name);
    }
    return shard;
  }

  @Override
  public void close() {
    byFile.values().forEach(Checkpoint::close);
  }
}
