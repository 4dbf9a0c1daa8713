package io.lumiere.ncnn;

import io.lumiere.ncnn.internal.Shape;

/**
 * A tensor of integers: the token ids that an embedding layer looks up. Immutable as long as nobody
 * changes the array that it was made of.
 */
public final class IntTensor implements Tensor {
  private final int[] data;
  private final int[] shape;

  /**
   * Wraps numbers without copying them.
   *
   * @param data row-major numbers; their count is the product of the dimensions
   * @param shape one to three dimensions, each at least 1, the slowest first
   * @throws IllegalArgumentException if the two do not fit
   */
  public IntTensor(int[] data, int... shape) {
    this.shape = shape.clone();
    this.data = data;
    Shape.requireSize(data.length, this.shape);
  }

  /** Returns the numbers themselves, not a copy. */
  public int[] data() {
    return data;
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public int size() {
    return data.length;
  }

  @Override
  public String toString() {
    return "IntTensor" + Shape.ints(shape);
  }
}
