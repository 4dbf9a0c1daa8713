package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.NcnnException;
import io.lumiere.ncnn.OwnLayers;
import io.lumiere.ncnn.format.LayerKeys;
import io.lumiere.ncnn.format.ParamText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layers of a network in the order in which they run, and the blobs between them. Blobs are
 * numbered in the order in which layers make them, as ncnn does. Immutable.
 *
 * <p>Every blob has one producer, which comes before its one consumer at most; ncnn frees a blob
 * when its consumer has run.
 */
public final class Graph {
  /** As {@code layers.h} has it. */
  private static final int INSTRUCTIONS = 31;

  private static final int PAIRS = 3;

  private static final Set<String> OWN_TYPES =
      Set.of(LayerKeys.Convolution.TYPE, LayerKeys.Gemm.TYPE, LayerKeys.MultiHeadAttention.TYPE);

  private final List<Node> nodes;
  private final List<String> blobs;
  private final Map<String, Integer> numbers;
  private final int[] producers;
  private final int[] consumers;

  Graph(List<Node> nodes, List<String> blobs, Map<String, Integer> numbers) {
    this.nodes = List.copyOf(nodes);
    this.blobs = List.copyOf(blobs);
    this.numbers = Map.copyOf(numbers);
    this.producers = new int[blobs.size()];
    this.consumers = new int[blobs.size()];
    Arrays.fill(consumers, -1);
    for (int i = 0; i < nodes.size(); i++) {
      for (int blob : nodes.get(i).outputs()) {
        producers[blob] = i;
      }
      for (int blob : nodes.get(i).inputs()) {
        consumers[blob] = i;
      }
    }
  }

  /** Returns the layers in the order in which they run. */
  List<Node> nodes() {
    return nodes;
  }

  /** Returns the layer that makes a blob. */
  Node producer(int blob) {
    return nodes.get(producers[blob]);
  }

  int producerIndex(int blob) {
    return producers[blob];
  }

  /** Returns the place of the layer that takes a blob, or -1. */
  int consumerIndex(int blob) {
    return consumers[blob];
  }

  int blobCount() {
    return blobs.size();
  }

  /** Returns a blob's name. */
  String blob(int number) {
    return blobs.get(number);
  }

  /** Returns a blob's number. */
  int number(String blob) {
    Integer number = numbers.get(blob);
    if (number == null) {
      throw new NcnnException(
          "no blob '"
              + blob
              + "' in the network: inputs are "
              + inputNames()
              + ", outputs "
              + outputNames());
    }
    return number;
  }

  /** Returns the names of the blobs that a caller sets. */
  public List<String> inputNames() {
    List<String> names = new ArrayList<>();
    for (int blob = 0; blob < blobs.size(); blob++) {
      if (isInput(blob)) {
        names.add(blobs.get(blob));
      }
    }
    return Collections.unmodifiableList(names);
  }

  /** Returns the names of the blobs that no layer takes. */
  public List<String> outputNames() {
    List<String> names = new ArrayList<>();
    for (int blob = 0; blob < blobs.size(); blob++) {
      if (consumers[blob] < 0) {
        names.add(blobs.get(blob));
      }
    }
    return Collections.unmodifiableList(names);
  }

  boolean isInput(int blob) {
    return producer(blob).rule() instanceof SourceRules.Input;
  }

  /**
   * Writes the graph as ncnn's param text: ncnn reads nothing but what was checked here.
   *
   * @param own said in attributes that ncnn does not know and our layers look for
   * @param pairs whether our products with matrices are of bfloat16
   */
  String text(OwnLayers own, boolean pairs) {
    ParamText text = new ParamText();
    for (Node node : nodes) {
      boolean told = (pairs || own != OwnLayers.FASTEST) && OWN_TYPES.contains(node.type());
      text.add(
          node.type(),
          node.name(),
          node.inputs().stream().map(blobs::get).toList(),
          node.outputs().stream().map(blobs::get).toList(),
          told
              ? node.attributes().with(INSTRUCTIONS, pairs ? PAIRS : instructions(own))
              : node.attributes());
    }
    return text.toString();
  }

  private static int instructions(OwnLayers own) {
    return switch (own) {
      case NONE -> 0;
      case AVX2 -> 1;
      case FASTEST -> 2;
    };
  }
}
