package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.NcnnException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a network, layer by layer: shapes first, for all layers that an output needs, then
 * native code. Knows which blobs exist at the moment, because ncnn frees each one when the layer
 * that takes it has run.
 *
 * <p>Going one layer at a time costs nothing, names the layer that fails, and keeps ncnn from
 * recursing once per layer on a Java thread's small stack.
 */
public final class Run implements AutoCloseable {
  private final Graph graph;
  private final NativeCalls.SessionHandle handle;
  private final @Nullable Shape[] shapes;
  private final BitSet done = new BitSet();

  /** A layer failed: what exists now is anybody's guess. */
  private boolean failed;

  Run(Graph graph, NativeCalls.SessionHandle handle) {
    this.graph = graph;
    this.handle = handle;
    this.shapes = new Shape[graph.blobCount()];
  }

  /** Sets an input to floats. */
  public synchronized void input(String blob, float[] data, Shape shape) {
    int number = accept(blob, shape);
    handle.input(number, data, shape);
    shapes[number] = shape;
  }

  /** Sets an input to integers. */
  public synchronized void input(String blob, int[] data, Shape shape) {
    int number = accept(blob, shape);
    int consumer = graph.consumerIndex(number);
    if (consumer >= 0) {
      Node node = graph.nodes().get(consumer);
      try {
        node.rule().checkInts(data);
      } catch (Refusal refusal) {
        throw new NcnnException(
            "input '" + blob + "': " + node.title() + " " + refusal.getMessage(), refusal);
      }
    }
    handle.input(number, data, shape);
    shapes[number] = shape;
  }

  private int accept(String blob, Shape shape) {
    handle.requireOpen();
    int number = graph.number(blob);
    if (!(graph.producer(number).rule() instanceof SourceRules.Input input)) {
      throw new NcnnException("blob '" + blob + "' is computed: inputs are " + graph.inputNames());
    }
    try {
      input.check(shape);
    } catch (Refusal refusal) {
      throw new NcnnException("input '" + blob + "' " + refusal.getMessage(), refusal);
    }
    forget();
    return number;
  }

  /** Everything that depends on the inputs is stale. */
  private void forget() {
    restart();
    for (int blob = 0; blob < shapes.length; blob++) {
      if (!graph.isInput(blob)) {
        shapes[blob] = null;
      }
    }
  }

  private void restart() {
    if (failed || !done.isEmpty()) {
      handle.restart();
      done.clear();
      failed = false;
    }
  }

  /** Computes what a blob needs and returns its numbers. */
  public synchronized FloatTensor output(String blob) {
    handle.requireOpen();
    int number = graph.number(blob);
    if (failed || gone(number)) {
      restart();
    }
    List<Integer> pending = pending(number);
    pending.forEach(this::infer);
    Shape shape = shape(number);
    if (shape.isInts()) {
      throw new NcnnException("blob '" + blob + "' holds integers: only floats can be fetched");
    }
    pending.forEach(this::forward);
    try {
      return new FloatTensor(handle.output(number, shape), shape.dims());
    } catch (IllegalStateException | NcnnException e) {
      throw e;
    } catch (RuntimeException e) { // what JavaCPP makes of a C++ exception
      throw new NcnnException("blob '" + blob + "' " + shape + ": " + e.getMessage(), e);
    }
  }

  private boolean gone(int blob) {
    int consumer = graph.consumerIndex(blob);
    return consumer >= 0 && done.get(consumer);
  }

  /** The layers that a blob needs and that have not run, in order. */
  private List<Integer> pending(int blob) {
    BitSet needed = new BitSet();
    int last = graph.producerIndex(blob);
    needed.set(last);
    List<Integer> pending = new ArrayList<>();
    for (int i = last; i >= 0; i--) {
      Node node = graph.nodes().get(i);
      if (needed.get(i) && !done.get(i) && !(node.rule() instanceof SourceRules.Input)) {
        pending.add(i);
      }
      if (needed.get(i) && !done.get(i)) {
        node.inputs().forEach(input -> needed.set(graph.producerIndex(input)));
      }
    }
    java.util.Collections.reverse(pending);
    return pending;
  }

  private void infer(int index) {
    Node node = graph.nodes().get(index);
    List<Shape> inputs = new ArrayList<>();
    for (int blob : node.inputs()) {
      inputs.add(shape(blob));
    }
    try {
      List<Shape> outputs = node.infer(inputs);
      for (int i = 0; i < outputs.size(); i++) {
        shapes[node.outputs().get(i)] = outputs.get(i);
      }
    } catch (Refusal refusal) {
      throw new NcnnException(
          node.title() + ": " + refusal.getMessage() + "; inputs are set to " + inputShapes(),
          refusal);
    } catch (ArithmeticException e) {
      throw new NcnnException(node.title() + ": shapes too large: " + inputs, e);
    }
  }

  private String inputShapes() {
    List<String> set = new ArrayList<>();
    for (int blob = 0; blob < shapes.length; blob++) {
      if (graph.isInput(blob) && shapes[blob] != null) {
        set.add(graph.blob(blob) + " " + shapes[blob]);
      }
    }
    return String.join(", ", set);
  }

  private Shape shape(int blob) {
    Shape shape = shapes[blob];
    if (shape == null) {
      throw new NcnnException("input '" + graph.blob(blob) + "' has not been set");
    }
    return shape;
  }

  private void forward(int index) {
    Node node = graph.nodes().get(index);
    try {
      handle.forward(node.outputs().get(0));
      done.set(index);
    } catch (IllegalStateException e) {
      throw e;
    } catch (RuntimeException e) { // what JavaCPP makes of a C++ exception
      failed = true;
      throw new NcnnException(node.title() + ": " + e.getMessage(), e);
    }
  }

  /** Ends the run; harmless when repeated. */
  @Override
  public void close() {
    handle.close();
  }

  @Override
  public String toString() {
    return "Run" + Arrays.toString(shapes);
  }
}
