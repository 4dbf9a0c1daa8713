package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys.Reduction;
import java.util.Arrays;
import java.util.List;

/** Sums, means, maxima and the like along axes. */
record ReductionRule(boolean all, List<Integer> axes, boolean keepDims) implements LayerRule {
  /** LogSumExp, the last of ncnn's reductions. */
  private static final int MAX_OPERATION = 10;

  static LayerRule of(Attributes attributes, int inputs, int outputs) {
    attributes.integer(Reduction.OPERATION, 0, 0, MAX_OPERATION);
    boolean all = attributes.integer(Reduction.ALL_AXES, 1, 0, 1) == 1;
    attributes.real(Reduction.COEFFICIENT, 1);
    int[] axes = attributes.axes(Reduction.AXES);
    boolean keep = attributes.integer(Reduction.KEEPS_AXES, 0, 0, 1) == 1;
    int version = attributes.integer(Reduction.VERSION, 0, 0, 1);
    Refusal.unless(
        version == 1 || axes.length == 0, "is from an old converter: attribute 5 must be 1");
    Refusal.unless(all || axes.length > 0, "gives no axes (attribute 3)");
    return new ReductionRule(all, all ? List.of() : Arrays.stream(axes).boxed().toList(), keep);
  }

  @Override
  public List<Shape> outputs(List<Shape> inputs) {
    Shape input = inputs.get(0);
    boolean[] reduced = new boolean[input.rank()];
    Arrays.fill(reduced, all);
    for (int axis : axes) {
      reduced[input.axis(axis)] = true;
    }
    int[] dims = new int[input.rank()];
    int rank = 0;
    for (int axis = 0; axis < input.rank(); axis++) {
      if (!reduced[axis] || keepDims) {
        dims[rank++] = reduced[axis] ? 1 : input.dim(axis);
      }
    }
    return List.of(rank == 0 ? Shape.floats(1) : Shape.floats(Arrays.copyOf(dims, rank)));
  }
}
