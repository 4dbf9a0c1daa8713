package io.lumiere.models.internal.checkpoint;

import java.util.List;

/**
 * What a tensor is, without its values.
 *
 * @param type how its elements are stored
 * @param shape its dimensions, outermost first; empty for a scalar
 */
public record TensorInfo(DataType type, List<Integer> shape) {
  /** The most elements a tensor may have here: 2 GiB as floats. */
  static final int MAX_ELEMENTS = 1 << 29;

  /** The most dimensions. */
  static final int MAX_RANK = 16;

  public TensorInfo {
    shape = List.copyOf(shape);
  }

  /** How many elements: the product of the dimensions, 1 for a scalar. */
  public int elements() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Elements of {@code shape}, or -1 where it has a negative dimension, too many or too much. */
  static long countElements(List<Long> shape) {
    if (shape.size() > MAX_RANK || shape.stream().anyMatch(d -> d < 0 || d > MAX_ELEMENTS)) {
      return -1;
    }
    if (shape.contains(0L)) {
      return 0;
    }
    long count = 1;
    for (long d : shape) {
      count *= d; // Both factors are at most 2^29.
      if (count > MAX_ELEMENTS) {
        return -1;
      }
    }
    return count;
  }
}
