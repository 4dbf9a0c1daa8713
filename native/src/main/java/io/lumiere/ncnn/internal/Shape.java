package io.lumiere.ncnn.internal;

import java.util.Arrays;

/**
 * The shape of a blob: one to three dimensions, the slowest first, and whether it holds integers.
 *
 * <p>Records with arrays compare by identity; this is a class for its equals. Immutable.
 */
public final class Shape {
  /** The largest rank. */
  static final int MAX_RANK = 3;

  /** The most numbers in one blob: 512 MiB of floats, far beyond any image or text network. */
  static final long MAX_SIZE = 1L << 27;

  private final boolean ints;
  private final int[] dims;

  private Shape(boolean ints, int... dims) {
    Refusal.unless(
        dims.length >= 1 && dims.length <= MAX_RANK,
        "%d dimensions where 1 to %d are supported",
        dims.length,
        MAX_RANK);
    long size = 1;
    for (int dim : dims) {
      Refusal.unless(dim >= 1, "shape %s has a dimension below 1", Arrays.toString(dims));
      size *= dim;
      Refusal.unless(
          size <= MAX_SIZE,
          "shape %s has more than the supported %d numbers",
          Arrays.toString(dims),
          MAX_SIZE);
    }
    this.ints = ints;
    this.dims = dims.clone();
  }

  /** A shape of floats. */
  public static Shape floats(int... dims) {
    return new Shape(false, dims);
  }

  /** A shape of integers. */
  public static Shape ints(int... dims) {
    return new Shape(true, dims);
  }

  /** Checks a tensor's arguments. */
  public static void requireSize(int length, int... dims) {
    try {
      int size = floats(dims).size();
      Refusal.unless(
          length == size, "shape %s needs %d numbers, not %d", Arrays.toString(dims), size, length);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.getMessage(), refusal);
    }
  }

  /** Whether the blob holds integers. */
  public boolean isInts() {
    return ints;
  }

  /** Returns how many dimensions there are. */
  public int rank() {
    return dims.length;
  }

  /** Returns a dimension, counted from the slowest. */
  public int dim(int axis) {
    return dims[axis];
  }

  /** Returns a copy of the dimensions. */
  public int[] dims() {
    return dims.clone();
  }

  /** Returns the fastest dimension. */
  public int w() {
    return dims[dims.length - 1];
  }

  /** Returns the number of rows, 1 for a vector. */
  public int h() {
    return dims.length < 2 ? 1 : dims[dims.length - 2];
  }

  /** Returns the number of channels, 1 below three dimensions. */
  public int c() {
    return dims.length < 3 ? 1 : dims[0];
  }

  /** Returns how many numbers the blob holds. */
  public int size() {
    return Math.multiplyExact(Math.multiplyExact(w(), h()), c());
  }

  /** Returns this shape with other dimensions and the same kind of numbers. */
  Shape with(int... newDims) {
    return new Shape(ints, newDims);
  }

  /** Returns this shape with one dimension changed. */
  Shape withDim(int axis, int dim) {
    int[] changed = dims.clone();
    changed[axis] = dim;
    return new Shape(ints, changed);
  }

  /** Resolves an axis that may count from the end. */
  int axis(int axis) {
    int resolved = axis < 0 ? axis + rank() : axis;
    Refusal.unless(
        resolved >= 0 && resolved < rank(), "axis %d does not exist in an input %s", axis, this);
    return resolved;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && ints == that.ints && Arrays.equals(dims, that.dims);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(dims) + Boolean.hashCode(ints);
  }

  @Override
  public String toString() {
    return Arrays.toString(dims) + (ints ? " of integers" : "");
  }
}
