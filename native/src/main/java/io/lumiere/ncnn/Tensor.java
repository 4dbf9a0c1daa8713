package io.lumiere.ncnn;

/**
 * Numbers in row-major order with a shape of one to three dimensions: {@code [w]}, {@code [h, w]}
 * or {@code [c, h, w]}. No dimension is zero, so a tensor is never empty. Thread-safe as long as
 * nobody changes its array.
 */
public sealed interface Tensor permits FloatTensor, IntTensor {
  /** Returns a copy of the dimensions, the slowest first. */
  int[] shape();

  /** Returns how many numbers it holds. */
  int size();
}
