package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys.MemoryData;
import java.util.ArrayList;
import java.util.List;

/** Where blobs come from: the network's inputs, and constants in its weights. */
final class SourceRules {
  private static final int MAX_DIM = 1 << 24;

  private SourceRules() {}

  /**
   * An input of the network. Dimensions that the file gives are expected; those that it leaves out,
   * or gives as 0 or -1, are free.
   *
   * @param dims the expected dimensions, slowest first, 0 where free; empty: any shape
   */
  record Input(List<Integer> dims) implements LayerRule {
    @Override
    public List<Shape> outputs(List<Shape> inputs) {
      throw new Refusal("has not been set");
    }

    /** Refuses a tensor that does not have the expected shape. */
    void check(Shape shape) {
      boolean fits = dims.isEmpty() || dims.size() == shape.rank();
      for (int axis = 0; fits && axis < dims.size(); axis++) {
        fits = dims.get(axis) == 0 || dims.get(axis) == shape.dim(axis);
      }
      Refusal.unless(fits, "expects the shape %s (0: any), not %s", dims, shape);
    }
  }

  static LayerRule input(Attributes attributes, int inputs, int outputs) {
    attributes.off(MemoryData.DEPTH);
    List<Integer> dims = new ArrayList<>();
    boolean known = false;
    for (int key : new int[] {MemoryData.WIDTH, MemoryData.HEIGHT, MemoryData.CHANNELS}) {
      if (attributes.has(key)) {
        Refusal.unless(dims.size() == key, "gives dimension %d without the ones below it", key);
        int dim = Math.max(attributes.integer(key, 0, -1, MAX_DIM), 0);
        dims.add(0, dim);
        known |= dim > 0;
      }
    }
    return new Input(known || dims.size() > 1 ? List.copyOf(dims) : List.of());
  }

  /** A constant. */
  private record Constant(Shape shape, List<WeightBlock> weights) implements LayerRule {
    @Override
    public List<Shape> outputs(List<Shape> inputs) {
      return List.of(shape);
    }
  }

  static LayerRule memoryData(Attributes attributes, int inputs, int outputs) {
    attributes.off(MemoryData.DEPTH);
    int w = attributes.integer(MemoryData.WIDTH, 0, 1, MAX_DIM);
    int h = attributes.integer(MemoryData.HEIGHT, 0, 0, MAX_DIM);
    int c = attributes.integer(MemoryData.CHANNELS, 0, 0, MAX_DIM);
    boolean plain = attributes.integer(MemoryData.PLAIN, 1, 0, 1) == 1;
    Refusal.unless(w > 0 && (c == 0 || h > 0), "gives no shape");
    Shape shape = c > 0 ? Shape.floats(c, h, w) : h > 0 ? Shape.floats(h, w) : Shape.floats(w);
    return new Constant(
        shape, List.of(plain ? WeightBlock.plain(shape.size()) : WeightBlock.tagged(shape.size())));
  }
}
