package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys.BinaryOp;
import io.lumiere.ncnn.format.LayerKeys.Gelu;
import java.util.List;

/** Layers that change every number by itself, and the two-input arithmetic that broadcasts. */
final class ElementwiseRules {
  /** RREMAINDER, the last of ncnn's binary operations. */
  private static final int MAX_BINARY = 18;

  /** LOG1P, the last of ncnn's unary operations. */
  private static final int MAX_UNARY = 27;

  private ElementwiseRules() {}

  private static LayerRule same() {
    return inputs -> List.of(inputs.get(0));
  }

  static LayerRule plain(Attributes attributes, int inputs, int outputs) {
    return same();
  }

  static LayerRule clip(Attributes attributes, int inputs, int outputs) {
    float min = attributes.real(0, -Float.MAX_VALUE);
    float max = attributes.real(1, Float.MAX_VALUE);
    Refusal.unless(min <= max, "clips to an empty range %s to %s", min, max);
    return same();
  }

  static LayerRule relu(Attributes attributes, int inputs, int outputs) {
    attributes.real(0, 0);
    return same();
  }

  static LayerRule gelu(Attributes attributes, int inputs, int outputs) {
    attributes.integer(Gelu.BY_TANH, 0, 0, 1);
    return same();
  }

  static LayerRule hardSwish(Attributes attributes, int inputs, int outputs) {
    attributes.real(0, 0);
    attributes.real(1, 0);
    return same();
  }

  static LayerRule unary(Attributes attributes, int inputs, int outputs) {
    attributes.integer(0, 0, 0, MAX_UNARY);
    return same();
  }

  static LayerRule binary(Attributes attributes, int inputs, int outputs) {
    attributes.integer(BinaryOp.OPERATION, 0, 0, MAX_BINARY);
    boolean scalar = attributes.integer(1, 0, 0, 1) == 1;
    attributes.real(2, 0);
    int expected = scalar ? 1 : 2;
    Refusal.unless(inputs == expected, "has %d inputs where it needs %d", inputs, expected);
    return scalar ? same() : shapes -> List.of(broadcast(shapes.get(0), shapes.get(1)));
  }

  /** ncnn's broadcasting, which pads the shorter shape on whichever side fits. */
  private static Shape broadcast(Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    Shape left = expand(a, b, rank);
    Shape right = expand(b, a, rank);
    int[] dims = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int l = left.dim(axis);
      int r = right.dim(axis);
      Refusal.unless(l == r || l == 1 || r == 1, "cannot broadcast %s and %s", a, b);
      dims[axis] = Math.max(l, r);
    }
    return Shape.floats(dims);
  }

  private static Shape expand(Shape shape, Shape other, int rank) {
    if (shape.rank() == rank) {
      return shape;
    }
    if (shape.rank() == 1) {
      boolean leading = shape.w() == other.dim(0);
      if (rank == 2) {
        return leading ? shape.with(shape.w(), 1) : shape.with(1, shape.w());
      }
      return leading ? shape.with(shape.w(), 1, 1) : shape.with(1, 1, shape.w());
    }
    return shape.with(shape.dim(0), shape.dim(1), 1);
  }
}
