package io.lumiere.images.thumbnail;

import java.util.Arrays;

/**
 * Along one axis, for each place of the result: from which place of the picture on it takes pixels,
 * and how much of each. Immutable.
 */
final class FilterWeights {
  private static final int BITS = 18;

  /** What rounds a sum. */
  static final int HALF = 1 << (BITS - 1);

  private static final double RADIUS = 2;

  private final int[] first;
  private final int[][] weights;

  private FilterWeights(int count) {
    first = new int[count];
    weights = new int[count][];
  }

  /** The weights of a picture's axis that goes from one length to a smaller one. */
  static FilterWeights shrinking(int from, int to) {
    FilterWeights filter = new FilterWeights(to);
    double factor = (double) from / to;
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * factor;
      int low = Math.max(0, (int) Math.round(centre - RADIUS * factor));
      int high = Math.min(from, (int) Math.round(centre + RADIUS * factor));
      double[] exact = new double[high - low];
      for (int k = 0; k < exact.length; k++) {
        exact[k] = weight((low + k + 0.5 - centre) / factor);
      }
      filter.first[i] = low;
      filter.weights[i] = fixed(exact);
    }
    return filter;
  }

  /** Catmull-Rom: Keys' cubic convolution with a = -1/2 (IEEE Trans. ASSP 29(6), 1981). */
  private static double weight(double distance) {
    double t = Math.abs(distance);
    if (t < 1) {
      return (1.5 * t - 2.5) * t * t + 1;
    }
    return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
  }

  /** Their sum is exactly 1, so that an even colour stays what it is. */
  private static int[] fixed(double[] exact) {
    double sum = Arrays.stream(exact).sum();
    int[] fixed = new int[exact.length];
    int left = 1 << BITS;
    int largest = 0;
    for (int i = 0; i < exact.length; i++) {
      fixed[i] = (int) Math.round(exact[i] / sum * (1 << BITS));
      left -= fixed[i];
      largest = fixed[i] > fixed[largest] ? i : largest;
    }
    fixed[largest] += left;
    return fixed;
  }

  /** The first place that a place of the result takes. */
  int first(int place) {
    return first[place];
  }

  /** How much it takes of that and the following ones; not to be changed. */
  int[] weights(int place) {
    return weights[place];
  }

  /** A sum, {@link #HALF} included, as a value; the filter overshoots beside sharp edges. */
  static byte value(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> BITS));
  }
}
