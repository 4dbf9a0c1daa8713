package io.lumiere.schema.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The axes that the short codes of a segment are made along, in groups of {@value #GROUP}. Along
 * those of a group, vectors vary about as much; the first group has the directions in which they
 * vary most. Products of two vectors are those of their coordinates, but for what is left out
 * because vectors hardly vary there. Immutable and thread-safe.
 */
public final class ShortCodeAxes {
  /** How many axes a group has, as many as a word has bits. */
  public static final int GROUP = Long.SIZE;

  private final float[] mean;
  private final int groups;

  /**
   * For each component of a vector, what it adds to each coordinate, in 16 bits; null where
   * components are coordinates.
   */
  private final short @Nullable [] columns;

  ShortCodeAxes(float[] mean, int groups, short @Nullable [] columns) {
    if (groups < 1
        || groups > groups(mean.length)
        || (columns != null && columns.length != (long) mean.length * groups * GROUP)) {
      throw new IllegalArgumentException(groups + " groups of axes for " + mean.length);
    }
    this.mean = mean;
    this.groups = groups;
    this.columns = columns;
  }

  /** How many groups there may be. */
  static int groups(int dimension) {
    return Math.ceilDiv(dimension, GROUP);
  }

  /** The mean of the vectors; not to be changed. */
  public float[] mean() {
    return mean;
  }

  int groups() {
    return groups;
  }

  /** Not to be changed. */
  short @Nullable [] columns() {
    return columns;
  }

  /** The coordinates of a vector, or of a difference of two, group by group. */
  public float[] coordinates(float[] vector) {
    if (columns == null) {
      return Arrays.copyOf(vector, groups * GROUP);
    }
    float[] coordinates = new float[groups * GROUP];
    for (int i = 0; i < vector.length; i++) {
      add(vector[i], columns, i * coordinates.length, coordinates);
    }
    return coordinates;
  }

  /** The loop stands alone, so that it becomes vector instructions. */
  private static void add(float component, short[] columns, int from, float[] coordinates) {
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] += component * Float.float16ToFloat(columns[from + i]);
    }
  }
}
