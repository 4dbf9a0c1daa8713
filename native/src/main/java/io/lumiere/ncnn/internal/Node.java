package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.ParamAttributes;
import java.util.List;

/**
 * One layer of a graph.
 *
 * @param inputs numbers of the blobs it takes
 * @param outputs numbers of the blobs it makes
 * @param attributes as they were checked
 */
record Node(
    String type,
    String name,
    List<Integer> inputs,
    List<Integer> outputs,
    LayerRule rule,
    ParamAttributes attributes) {

  /** How messages name it. */
  String title() {
    return "layer '" + name + "' (" + type + ")";
  }

  /** Returns the shapes of its outputs, or refuses the inputs. */
  List<Shape> infer(List<Shape> shapes) {
    // ncnn may convert or repack what it takes for floats; only a look-up leaves integers alone.
    for (Shape shape : shapes) {
      Refusal.unless(
          !shape.isInts() || rule instanceof EmbedRule, "takes floats, but its input is %s", shape);
    }
    return rule.outputs(shapes);
  }
}
