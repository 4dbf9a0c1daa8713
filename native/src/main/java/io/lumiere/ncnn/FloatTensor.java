package io.lumiere.ncnn;

import io.lumiere.ncnn.internal.Shape;

/**
 * A tensor of floats, such as pixels or an embedding. NaN and infinities are allowed. Immutable as
 * long as nobody changes the array that it was made of.
 */
public final class FloatTensor implements Tensor {
  private final float[] data;
  private final int[] shape;

  /**
   * Wraps numbers without copying them.
   *
   * @param data row-major numbers; their count is the product of the dimensions
   * @param shape one to three dimensions, each at least 1, the slowest first
   * @throws IllegalArgumentException if the two do not fit
   */
  public FloatTensor(float[] data, int... shape) {
    this.shape = shape.clone();
    this.data = data;
    Shape.requireSize(data.length, this.shape);
  }

  /** Returns the numbers themselves, not a copy. */
  public float[] data() {
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
    return "FloatTensor" + Shape.floats(shape);
  }
}
