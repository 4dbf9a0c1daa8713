package io.lumiere.schema.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some of a segment's vectors, from which it is learned how short codes of all are made best. Not
 * thread-safe.
 */
final class ShortCodeSample {
  /** How many vectors are enough. */
  private static final int MOST = 8_192;

  /**
   * For how many vectors there may be an axis: axes take half as much room as a vector each, and
   * how few vectors vary says little.
   */
  private static final int VECTORS_FOR_AXIS = 16;

  private final ShortCodesLayout layout;
  private final float[] mean;
  private final int every;
  private final float[] difference;
  private final float[] squares;

  /** Of all pairs of components; null where the axes do not depend on them. */
  private final float @Nullable [][] products;

  private int seen;
  private int taken;

  ShortCodeSample(ShortCodesLayout layout, float[] mean) {
    this.layout = layout;
    this.mean = mean;
    this.every = Math.max(1, Math.ceilDiv(layout.count(), MOST));
    this.difference = new float[layout.dimension()];
    this.squares = new float[layout.dimension()];
    int axes = ShortCodeAxes.groups(layout.dimension()) * ShortCodeAxes.GROUP;
    this.products =
        layout.count() >= VECTORS_FOR_AXIS * axes
            ? new float[layout.dimension()][layout.dimension()]
            : null;
  }

  /** Takes one vector after the other into account. */
  void add(float[] vector) {
    if (seen++ % every != 0) {
      return;
    }
    taken++;
    for (int i = 0; i < difference.length; i++) {
      difference[i] = vector[i] - mean[i];
    }
    for (int i = 0; i < difference.length; i++) {
      squares[i] += difference[i] * difference[i];
    }
    if (products != null) {
      for (int i = 0; i < difference.length; i++) {
        addTimes(difference[i], difference, products[i]);
      }
    }
  }

  private static void addTimes(float factor, float[] vector, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * vector[i];
    }
  }

  /** How codes are made of the vectors. */
  ShortCode code() {
    int groups = ShortCodeAxes.groups(layout.dimension());
    PrincipalAxes principal = products == null ? null : PrincipalAxes.of(products);
    double[] variances = new double[groups];
    int[] axes = new int[groups];
    for (int i = 0; i < layout.dimension(); i++) {
      double variance = principal == null ? squares[i] : principal.variances()[i];
      variances[i / ShortCodeAxes.GROUP] += variance / Math.max(1, taken);
      axes[i / ShortCodeAxes.GROUP]++;
    }
    if (principal != null) { // Mixed, those behind the last have as much as the others.
      Arrays.fill(axes, ShortCodeAxes.GROUP);
    }
    ShortCodeWords words = ShortCodeWords.allotted(variances, axes, layout.words());
    return new ShortCode(axes(principal, words.groupCount()), words);
  }

  private ShortCodeAxes axes(@Nullable PrincipalAxes principal, int groups) {
    return new ShortCodeAxes(mean, groups, principal == null ? null : columns(principal, groups));
  }

  private static short[] columns(PrincipalAxes principal, int groups) {
    int dimension = principal.axes().length;
    int count = groups * ShortCodeAxes.GROUP;
    float[][] axes = new float[count][];
    for (int i = 0; i < count; i++) { // Behind the last axis there are some of no length.
      axes[i] = i < dimension ? principal.axes()[i].clone() : new float[dimension];
    }
    for (int group = 0; group < count; group += ShortCodeAxes.GROUP) {
      mix(axes, group);
    }
    short[] columns = new short[dimension * count];
    for (int i = 0; i < dimension; i++) {
      for (int axis = 0; axis < count; axis++) {
        columns[i * count + axis] = Float.floatToFloat16(axes[axis][i]);
      }
    }
    return columns;
  }

  /**
   * Turns the axes of a group so that each has its part of all (the Hadamard transform): then
   * vectors vary as much along each, and a query has no coordinate that is far greater than the
   * others and would leave few steps to these.
   */
  private static void mix(float[][] axes, int from) {
    for (int apart = 1; apart < ShortCodeAxes.GROUP; apart *= 2) {
      for (int i = from; i < from + ShortCodeAxes.GROUP; i++) {
        if (((i - from) & apart) == 0) {
          turnByHalf(axes[i], axes[i + apart]);
        }
      }
    }
  }

  private static void turnByHalf(float[] first, float[] second) {
    float half = (float) Math.sqrt(.5);
    for (int i = 0; i < first.length; i++) {
      float one = first[i];
      float other = second[i];
      first[i] = half * (one + other);
      second[i] = half * (one - other);
    }
  }
}
