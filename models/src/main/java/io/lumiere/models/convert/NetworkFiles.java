package io.lumiere.models.convert;

import io.lumiere.ncnn.format.ParamAttributes;
import io.lumiere.ncnn.format.ParamText;
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
 */
final class NetworkFiles {
  private final List<Layer> layers;
  private final Map<Blob, Deque<String>> names = new HashMap<>();
  private final ParamText text = new ParamText();

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
    layers.forEach(this::add);
    Files.writeString(param, text.toString());
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

  private void add(Layer layer) {
    List<String> inputs = layer.inputs().stream().map(blob -> takers(blob).remove()).toList();
    Deque<String> takers = takers(layer.output());
    String name = layer.output().name();
    List<String> outputs = takers.size() == 1 ? List.copyOf(takers) : List.of(name);
    text.add(layer.type(), name, inputs, outputs, layer.attributes());
    if (takers.size() > 1) {
      text.add("Split", name + "_split", List.of(name), List.copyOf(takers), new ParamAttributes());
    }
  }

  private Deque<String> takers(Blob blob) {
    return Objects.requireNonNull(names.get(blob), () -> blob + " is of another builder");
  }
}
