package io.lumiere.ncnn.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a param file together: a magic number, the counts of layers and blobs, and one line a layer
 * ({@code type name inputs outputs input... output... attribute...}). Not thread-safe.
 */
public final class ParamText {
  /** The first line of a param file. */
  public static final int MAGIC = 7767517;

  private final List<String> lines = new ArrayList<>();
  private int blobs;

  /** Adds a layer; its outputs are new blobs. */
  public void add(
      String type,
      String name,
      List<String> inputs,
      List<String> outputs,
      ParamAttributes attributes) {
    blobs += outputs.size();
    List<String> words = new ArrayList<>();
    words.add(type);
    words.add(name);
    words.add(Integer.toString(inputs.size()));
    words.add(Integer.toString(outputs.size()));
    words.addAll(inputs);
    words.addAll(outputs);
    lines.add(String.join(" ", words) + attributes);
  }

  /** The file's content. */
  @Override
  public String toString() {
    return MAGIC + "\n" + lines.size() + " " + blobs + "\n" + String.join("\n", lines) + "\n";
  }
}
