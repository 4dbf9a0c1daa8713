package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.NcnnException;
import io.lumiere.ncnn.format.ParamText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads ncnn's param text: a magic number, the counts of layers and blobs, and one line a layer
 * ({@code type name inputs outputs input... output... attribute...}).
 */
final class ParamReader {
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_LAYERS = 10_000;
  private static final int MAX_NAME = 200;

  private final List<Node> nodes = new ArrayList<>();
  private final List<String> blobs = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<Integer> consumed = new HashSet<>();

  private ParamReader() {}

  /** Reads and checks a file. */
  static Graph read(Path file) {
    String text = load(file);
    String[] lines = text.split("\r?\n", -1);
    int line = 0;
    String title = "";
    try {
      ParamReader reader = new ParamReader();
      String[] counts = header(lines);
      for (line = 2; line < lines.length; line++) {
        if (!lines[line].isBlank()) {
          String[] words = lines[line].strip().split("[ \t]+");
          title = words.length < 2 ? "" : "layer '" + words[1] + "' (" + words[0] + ") ";
          reader.layer(words);
          title = "";
        }
      }
      return reader.finish(counts);
    } catch (Refusal refusal) {
      String where = line < 2 ? "" : " line " + (line + 1);
      throw new NcnnException(file + where + ": " + title + refusal.getMessage(), refusal);
    }
  }

  private static String load(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new NcnnException(
            file + " has " + size + " bytes where a param file has " + MAX_BYTES + " at most");
      }
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c > '~' || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
          throw new NcnnException(file + " is not ncnn param text: byte " + i + " is " + (int) c);
        }
      }
      return text;
    } catch (IOException e) {
      throw new NcnnException("cannot read " + file + ": " + e, e);
    }
  }

  private static String[] header(String[] lines) {
    boolean magic = lines[0].strip().equals(Integer.toString(ParamText.MAGIC));
    Refusal.unless(magic, "does not start with %d: not ncnn param text", ParamText.MAGIC);
    Refusal.unless(lines.length >= 2, "ends before the counts of layers and blobs");
    String[] counts = lines[1].strip().split("[ \t]+");
    Refusal.unless(counts.length == 2, "line 2 must have the counts of layers and blobs");
    int layers = Attributes.integer(counts[0]);
    Refusal.unless(
        layers >= 1 && layers <= MAX_LAYERS,
        "declares %d layers where 1 to %d are supported",
        layers,
        MAX_LAYERS);
    return counts;
  }

  private void layer(String[] words) {
    Refusal.unless(words.length >= 4, "is too short for a layer");
    Refusal.unless(nodes.size() < MAX_LAYERS, "is beyond layer %d", MAX_LAYERS);
    int inputs = count(words[2]);
    int outputs = count(words[3]);
    int end = 4 + inputs + outputs;
    Refusal.unless(words.length >= end, "names fewer blobs than it declares");
    name(words[1]);
    Attributes attributes = new Attributes(List.of(words).subList(end, words.length));
    LayerRule rule = LayerRules.create(words[0], attributes, inputs, outputs);
    List<Integer> taken = new ArrayList<>();
    for (String blob : List.of(words).subList(4, 4 + inputs)) {
      taken.add(take(blob));
    }
    List<Integer> made = new ArrayList<>();
    for (String blob : List.of(words).subList(4 + inputs, end)) {
      made.add(make(blob));
    }
    nodes.add(
        new Node(
            words[0],
            words[1],
            List.copyOf(taken),
            List.copyOf(made),
            rule,
            attributes.canonical()));
  }

  private static int count(String word) {
    int count = Attributes.integer(word);
    Refusal.unless(count >= 0 && count <= MAX_LAYERS, "declares %d blobs", count);
    return count;
  }

  private static void name(String name) {
    Refusal.unless(name.length() <= MAX_NAME, "has a name of over %d characters", MAX_NAME);
  }

  private int take(String blob) {
    Integer number = numbers.get(blob);
    if (number == null) {
      throw new Refusal("takes blob '" + blob + "', which no layer before it makes");
    }
    Refusal.unless(
        consumed.add(number), "takes blob '%s' a second time: put a Split between", blob);
    return number;
  }

  private int make(String blob) {
    name(blob);
    int number = blobs.size();
    Refusal.unless(numbers.put(blob, number) == null, "makes blob '%s' a second time", blob);
    blobs.add(blob);
    return number;
  }

  private Graph finish(String[] counts) {
    int layers = Attributes.integer(counts[0]);
    int declared = Attributes.integer(counts[1]);
    Refusal.unless(
        layers == nodes.size() && declared == blobs.size(),
        "declares %d layers and %d blobs, but has %d and %d: cut off or damaged",
        layers,
        declared,
        nodes.size(),
        blobs.size());
    return new Graph(nodes, blobs, numbers);
  }
}
