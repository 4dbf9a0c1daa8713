package io.lumiere.bench.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the nodes' data and what was measured are kept: a file of lines of JSON for each part. Not
 * thread-safe.
 */
record ClusterFolder(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> LINE = new TypeReference<>() {};

  ClusterFolder {
    try {
      Files.createDirectories(path.resolve("nodes"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path nodes() {
    return path.resolve("nodes");
  }

  /** Where the nodes were: ZooKeeper knows them by their ports. */
  @Nullable Integer port() throws IOException {
    Path file = path.resolve("port");
    return Files.exists(file) ? Integer.valueOf(Files.readString(file).strip()) : null;
  }

  void keepPort(int port) throws IOException {
    Files.writeString(path.resolve("port"), port + "\n");
  }

  /** The samples of a part; none where it was not measured. */
  List<Map<String, Object>> read(String part) throws IOException {
    List<Map<String, Object>> samples = new ArrayList<>();
    if (Files.exists(file(part))) {
      for (String line : Files.readAllLines(file(part))) {
        samples.add(JSON.readValue(line, LINE));
      }
    }
    return samples;
  }

  /** Writes the samples of a part in place of those before, all of them or none. */
  void write(String part, List<Map<String, Object>> samples) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> sample : samples) {
      lines.add(JSON.writeValueAsString(sample));
    }
    Path written = path.resolve(part + ".new");
    Files.write(written, lines);
    Files.move(written, file(part), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(String part) {
    return path.resolve(part + ".jsonl");
  }
}
