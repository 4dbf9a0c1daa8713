package io.lumiere.schema.store;

/**
 * What the words of a short code say. A word has one bit for each axis of a group: a coordinate is
 * nothing, plus or minus half the weight of each word of its group. The first words are those that
 * say most, so a code's beginning is a code, too. Immutable and thread-safe; arrays are not to be
 * changed.
 *
 * @param groups which group of {@link ShortCodeAxes} each word is of
 * @param weights of the words
 */
@SuppressWarnings("ArrayRecordComponent") // Not to be changed; as short as can be.
public record ShortCodeWords(int[] groups, float[] weights) {
  /**
   * What part of the variance of normally distributed numbers is left by the best code of so many
   * bits whose steps are the same.
   */
  private static final double[] LEFT = {
    1, .3634, .1188, .03744, .01154, .00349, .001041, .000304, .0000877
  };

  /** These steps, as parts of the deviation. */
  private static final double[] STEPS = {
    0, 1.5958, .9957, .5860, .3352, .1881, .1041, .0569, .0308
  };

  private static final int MOST_BITS = LEFT.length - 1;

  public ShortCodeWords {
    if (groups.length != weights.length) {
      throw new IllegalArgumentException(groups.length + " words with " + weights.length);
    }
  }

  /**
   * Gives each word to the group of which most is left.
   *
   * @param variances the sum of those along all axes of each group
   * @param axes how many of them have a variance
   * @param words how many there are
   */
  static ShortCodeWords allotted(double[] variances, int[] axes, int words) {
    int[] groups = new int[words];
    int[] places = new int[words];
    int[] bits = new int[variances.length];
    for (int word = 0; word < words; word++) {
      int group = neediest(variances, bits);
      groups[word] = group;
      places[word] = bits[group]++;
    }
    float[] weights = new float[words];
    for (int word = 0; word < words; word++) {
      int group = groups[word];
      double step = STEPS[bits[group]] * Math.sqrt(variances[group] / axes[group]);
      weights[word] = (float) Math.scalb(step, bits[group] - 1 - places[word]);
    }
    return new ShortCodeWords(groups, weights);
  }

  private static int neediest(double[] variances, int[] bits) {
    int neediest = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int group = 0; group < bits.length; group++) {
      double gain =
          bits[group] == MOST_BITS
              ? Double.NEGATIVE_INFINITY
              : variances[group] * (LEFT[bits[group]] - LEFT[bits[group] + 1]);
      if (gain > most) {
        most = gain;
        neediest = group;
      }
    }
    return neediest;
  }

  /** How many groups have words. */
  int groupCount() {
    int count = 0;
    for (int group : groups) {
      count = Math.max(count, group + 1);
    }
    return count;
  }
}
