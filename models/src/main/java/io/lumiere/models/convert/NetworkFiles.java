package io.lumiere.models.convert;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes layers as ncnn's pair of files. In ncnn a blob has one taker, so a blob that several take
 * goes through a Split layer, which gives each its own.
 *
 * @see <a href="https://github.com/Tencent/ncnn/wiki/param-and-model-file-structure">the format</a>
 */
final class NetworkFiles {
  private static final int MAGIC = 7767517;

  private final List<Layer> layers;
  private final Map<Blob, Deque<String>> names = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private int blobs;

  NetworkFiles(List<Layer> layers, Map<String, Blob> outputs) {
    this.layers = layers;
    Map<Blob, Integer> taken = new HashMap<>();
    Map<Blob, List<String>> given = new HashMap<>();
    layers.forEach(layer -> layer.inputs().forEach(blob -> taken.merge(blob, 1, Integer::sum)));
    outputs.forEach((name, blob) -> given.computeIfAbsent(blob, b -> new ArrayList<>()).add(name));
    for (Layer layer : layers) {
      Blob blob = layer.output();
      names.put(
          blob, names(blob, taken.getOrDefault(blob, 0), given.getOrDefault(blob, List.of())));
    }
  }

  void write(Path param, Path bin) throws IOException {
    layers.forEach(this::addLines);
    List<String> text = new ArrayList<>();
    text.add(Integer.toString(MAGIC));
    text.add(lines.size() + " " + blobs);
    text.addAll(lines);
    Files.writeString(param, String.join("\n", text) + "\n");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bin))) {
      for (Layer layer : layers) {
        for (Weights weights : layer.weights()) {
          weights.write(out);
        }
      }
    }
  }

  /** One name for each that takes the blob, the takers among the layers first. */
  private static Deque<String> names(Blob blob, int takers, List<String> outputs) {
    Deque<String> names = new ArrayDeque<>();
    if (takers == 1 && outputs.isEmpty()) {
      names.add(blob.name());
    } else {
      for (int i = 0; i < takers; i++) {
        names.add(blob.name() + "_" + i);
      }
    }
    names.addAll(outputs);
    return names;
  }

  private void addLines(Layer layer) {
    List<String> inputs = layer.inputs().stream().map(blob -> takers(blob).remove()).toList();
    Deque<String> takers = takers(layer.output());
    if (takers.size() == 1) {
      addLine(layer.type(), layer.output().name(), inputs, List.copyOf(takers), layer);
    } else {
      String name = layer.output().name();
      addLine(layer.type(), name, inputs, List.of(name), layer);
      if (!takers.isEmpty()) {
        addSplit(name, List.copyOf(takers));
      }
    }
  }

  private Deque<String> takers(Blob blob) {
    return Objects.requireNonNull(names.get(blob), () -> blob + " is of another builder");
  }

  private void addSplit(String name, List<String> takers) {
    line("Split", name + "_split", List.of(name), takers, "");
  }

  private void addLine(
      String type, String name, List<String> inputs, List<String> outputs, Layer layer) {
    line(type, name, inputs, outputs, layer.parameters().toString());
  }

  private void line(
      String type, String name, List<String> inputs, List<String> outputs, String parameters) {
    blobs += outputs.size();
    List<String> words = new ArrayList<>();
    words.add(type);
    words.add(name);
    words.add(Integer.toString(inputs.size()));
    words.add(Integer.toString(outputs.size()));
    words.addAll(inputs);
    words.addAll(outputs);
    lines.add(String.join(" ", words) + parameters);
  }
}
