package io.lumiere.models.internal.preprocess;

/**
 * For a range of output positions along one axis: which input positions each is the mean of, and by
 * which weights. When shrinking, the filter is widened by the factor, so that every input counts
 * (antialiasing), as in Pillow's {@code Image.resize}. Weights are fixed-point numbers of {@value
 * #BITS} bits.
 */
final class Kernel {
  static final int BITS = 22;

  private final int[] first;
  private final int[][] weights;

  private Kernel(int[] first, int[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /**
   * The kernel of outputs {@code from} to {@code from + count} where {@code in} positions are
   * resized to {@code out}.
   */
  static Kernel of(Filter filter, int in, int out, int from, int count) {
    if (in == out) {
      return identity(from, count);
    }
    double scale = (double) in / out;
    double widening = Math.max(1, scale);
    double support = filter.radius() * widening;
    int[] first = new int[count];
    int[][] weights = new int[count][];
    for (int i = 0; i < count; i++) {
      double centre = (from + i + 0.5) * scale;
      int low = Math.max(0, (int) (centre - support + 0.5));
      int high = Math.min(in, (int) (centre + support + 0.5));
      first[i] = low;
      weights[i] = weights(filter, low, high - low, centre, 1 / widening);
    }
    return new Kernel(first, weights);
  }

  /** An axis that keeps its length is taken over as it is. */
  private static Kernel identity(int from, int count) {
    int[] first = new int[count];
    int[][] weights = new int[count][];
    for (int i = 0; i < count; i++) {
      first[i] = from + i;
      weights[i] = new int[] {1 << BITS};
    }
    return new Kernel(first, weights);
  }

  private static int[] weights(Filter filter, int low, int count, double centre, double narrowing) {
    double[] exact = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      exact[i] = filter.weight((low + i - centre + 0.5) * narrowing);
      sum += exact[i];
    }
    int[] fixed = new int[count];
    for (int i = 0; i < count; i++) {
      double scaled = exact[i] / sum * (1 << BITS);
      fixed[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    }
    return fixed;
  }

  /** How many outputs there are. */
  int size() {
    return first.length;
  }

  /** The first input that output {@code i} takes. */
  int first(int i) {
    return first[i];
  }

  /** Weights of the inputs from {@link #first} on; not to be changed. */
  int[] weights(int i) {
    return weights[i];
  }

  /** One past the last input that any output takes. */
  int end() {
    int end = 0;
    for (int i = 0; i < first.length; i++) {
      end = Math.max(end, first[i] + weights[i].length);
    }
    return end;
  }

  /** A weighted sum as an 8-bit value: rounded, and clipped where a filter overshoots. */
  static int round(int sum) {
    int value = (sum + (1 << (BITS - 1))) >> BITS;
    return Math.max(0, Math.min(255, value));
  }
}
