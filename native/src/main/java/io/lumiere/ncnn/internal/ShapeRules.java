package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys;
import io.lumiere.ncnn.format.LayerKeys.Concat;
import io.lumiere.ncnn.format.LayerKeys.Crop;
import io.lumiere.ncnn.format.LayerKeys.Permute;
import io.lumiere.ncnn.format.LayerKeys.Reshape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Layers that only move numbers: reshape, permute, cut, join, pad. */
final class ShapeRules {
  private static final int MAX_DIM = 1 << 24;
  private static final int MAX_PAD = 1 << 12;

  /** Which input axis (0 is c) each output axis of a 3-d permute takes, by order type. */
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  private ShapeRules() {}

  static LayerRule split(Attributes attributes, int inputs, int outputs) {
    return shapes -> Collections.nCopies(outputs, shapes.get(0));
  }

  static LayerRule flatten(Attributes attributes, int inputs, int outputs) {
    return shapes -> List.of(shapes.get(0).with(shapes.get(0).size()));
  }

  static LayerRule reshape(Attributes attributes, int inputs, int outputs) {
    List<Integer> dims = new ArrayList<>();
    for (int key : new int[] {Reshape.WIDTH, Reshape.HEIGHT, Reshape.CHANNELS}) {
      if (attributes.has(key)) {
        Refusal.unless(dims.size() == key, "gives dimension %d without the ones below it", key);
        dims.add(0, attributes.integer(key, 0, -1, MAX_DIM));
      }
    }
    Refusal.unless(!dims.isEmpty(), "gives no shape");
    return shapes -> List.of(reshaped(shapes.get(0), dims));
  }

  private static Shape reshaped(Shape input, List<Integer> wanted) {
    int rank = wanted.size();
    int[] dims = new int[rank];
    long known = 1;
    int rest = -1;
    for (int axis = 0; axis < rank; axis++) {
      int[] copied = {input.w(), input.h(), input.c()};
      dims[axis] = wanted.get(axis) == 0 ? copied[rank - 1 - axis] : wanted.get(axis);
      if (dims[axis] == -1) {
        Refusal.unless(rest < 0, "leaves more than one dimension open");
        rest = axis;
      } else {
        known = Math.multiplyExact(known, (long) dims[axis]);
        Refusal.unless(known <= Shape.MAX_SIZE, "cannot turn %s into %s", input, wanted);
      }
    }
    if (rest >= 0) {
      Refusal.unless(input.size() % known == 0, "cannot turn %s into %s", input, wanted);
      dims[rest] = (int) (input.size() / known);
      known *= dims[rest];
    }
    Refusal.unless(known == input.size(), "cannot turn %s into %s", input, wanted);
    return input.with(dims);
  }

  static LayerRule permute(Attributes attributes, int inputs, int outputs) {
    int order = attributes.integer(Permute.ORDER, 0, 0, ORDERS.length - 1);
    return shapes -> List.of(permuted(shapes.get(0), order));
  }

  private static Shape permuted(Shape input, int order) {
    if (input.rank() == 3) {
      int[] from = ORDERS[order];
      return input.with(input.dim(from[0]), input.dim(from[1]), input.dim(from[2]));
    }
    Refusal.unless(
        order == 0 || (input.rank() == 2 && order == 1),
        "order %d does not exist for an input %s",
        order,
        input);
    return order == 0 ? input : input.with(input.dim(1), input.dim(0));
  }

  static LayerRule squeeze(Attributes attributes, int inputs, int outputs) {
    int[] axes = attributes.axes(3);
    Refusal.unless(axes.length > 0, "gives no axes (attribute 3)");
    return shapes -> List.of(squeezed(shapes.get(0), axes));
  }

  private static Shape squeezed(Shape input, int[] axes) {
    boolean[] drop = new boolean[input.rank()];
    for (int axis : axes) {
      int resolved = input.axis(axis);
      Refusal.unless(input.dim(resolved) == 1, "axis %d of %s is not 1", axis, input);
      drop[resolved] = true;
    }
    return keep(input, drop);
  }

  private static Shape keep(Shape input, boolean[] drop) {
    int[] dims = new int[input.rank()];
    int rank = 0;
    for (int axis = 0; axis < input.rank(); axis++) {
      if (!drop[axis]) {
        dims[rank++] = input.dim(axis);
      }
    }
    return rank == 0 ? input.with(1) : input.with(Arrays.copyOf(dims, rank));
  }

  static LayerRule expandDims(Attributes attributes, int inputs, int outputs) {
    int[] axes = attributes.axes(3);
    Refusal.unless(axes.length > 0, "gives no axes (attribute 3)");
    return shapes -> List.of(expanded(shapes.get(0), axes));
  }

  private static Shape expanded(Shape input, int[] axes) {
    int rank = input.rank() + axes.length;
    Refusal.unless(rank <= Shape.MAX_RANK, "adds %d dimensions to %s", axes.length, input);
    int[] dims = new int[rank];
    for (int axis : axes) {
      int resolved = axis < 0 ? axis + rank : axis;
      boolean free = resolved >= 0 && resolved < rank && dims[resolved] == 0;
      Refusal.unless(free, "cannot add axes %s to %s", Arrays.toString(axes), input);
      dims[resolved] = 1;
    }
    int from = 0;
    for (int axis = 0; axis < rank; axis++) {
      if (dims[axis] == 0) {
        dims[axis] = input.dim(from++);
      }
    }
    return input.with(dims);
  }

  static LayerRule concat(Attributes attributes, int inputs, int outputs) {
    int axis = attributes.integer(Concat.AXIS, 0, -Shape.MAX_RANK, Shape.MAX_RANK - 1);
    return shapes -> List.of(joined(shapes, axis));
  }

  private static Shape joined(List<Shape> inputs, int axis) {
    Shape first = inputs.get(0);
    int resolved = first.axis(axis);
    long sum = 0;
    for (Shape input : inputs) {
      boolean fits =
          input.rank() == first.rank()
              && input.withDim(resolved, 1).equals(first.withDim(resolved, 1));
      Refusal.unless(fits, "cannot join %s along axis %d", inputs, axis);
      sum += input.dim(resolved);
    }
    Refusal.unless(sum <= MAX_DIM, "joins %d numbers along axis %d", sum, axis);
    return first.withDim(resolved, (int) sum);
  }

  static LayerRule slice(Attributes attributes, int inputs, int outputs) {
    int[] slices = attributes.integers(0);
    int axis = attributes.integer(1, 0, -Shape.MAX_RANK, Shape.MAX_RANK - 1);
    Refusal.unless(
        slices.length == outputs, "has %d slices for %d outputs", slices.length, outputs);
    for (int slice : slices) {
      Refusal.unless(slice >= 1 || slice == LayerKeys.REST, "has a slice of %d", slice);
    }
    return shapes -> sliced(shapes.get(0), slices, axis);
  }

  private static List<Shape> sliced(Shape input, int[] slices, int axis) {
    int resolved = input.axis(axis);
    int left = input.dim(resolved);
    List<Shape> result = new ArrayList<>();
    for (int i = 0; i < slices.length; i++) {
      int slice = slices[i] == LayerKeys.REST ? left / (slices.length - i) : slices[i];
      Refusal.unless(
          slice >= 1 && slice <= left,
          "cannot cut %s into %s along axis %d",
          input,
          Arrays.toString(slices),
          axis);
      result.add(input.withDim(resolved, slice));
      left -= slice;
    }
    return result;
  }

  static LayerRule crop(Attributes attributes, int inputs, int outputs) {
    int[] starts = attributes.integers(Crop.STARTS);
    int[] ends = attributes.integers(Crop.ENDS);
    int[] axes = attributes.axes(Crop.AXES);
    boolean fits =
        starts.length > 0 && starts.length == ends.length && starts.length == axes.length;
    Refusal.unless(fits, "needs starts, ends and axes (attributes 9, 10, 11) of one length");
    return shapes -> List.of(cropped(shapes.get(0), starts, ends, axes));
  }

  private static Shape cropped(Shape input, int[] starts, int[] ends, int[] axes) {
    Shape result = input;
    for (int i = 0; i < axes.length; i++) {
      int axis = input.axis(axes[i]);
      long dim = input.dim(axis);
      long start = starts[i] == LayerKeys.REST ? 0 : starts[i] >= 0 ? starts[i] : dim + starts[i];
      long end = ends[i] == LayerKeys.REST ? dim : ends[i] > 0 ? ends[i] : dim + ends[i];
      long count = Math.min(dim, end) - start;
      Refusal.unless(
          start >= 0 && count >= 1,
          "cannot take %d to %d of axis %d of %s",
          start,
          end,
          axis,
          input);
      result = result.withDim(axis, (int) count);
    }
    return result;
  }

  static LayerRule padding(Attributes attributes, int inputs, int outputs) {
    int top = attributes.integer(0, 0, 0, MAX_PAD);
    int bottom = attributes.integer(1, 0, 0, MAX_PAD);
    int left = attributes.integer(2, 0, 0, MAX_PAD);
    int right = attributes.integer(3, 0, 0, MAX_PAD);
    attributes.integer(4, 0, 0, 1);
    attributes.real(5, 0);
    attributes.off(6, 7, 8);
    return shapes -> {
      Shape input = shapes.get(0);
      Refusal.unless(input.rank() == 3, "pads images [c, h, w] only, but its input is %s", input);
      return List.of(input.with(input.c(), input.h() + top + bottom, input.w() + left + right));
    };
  }
}
