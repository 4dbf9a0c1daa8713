package io.lumiere.bench.data;

import java.util.Random;

/**
 * Directions in which embeddings vary. A half are real: differences of two crops of one picture.
 * The other half are Gaussian with a spectrum of their own, lambda(k) = 1 / (k + 5) in a random
 * rotation, because a few dozen pictures do not span what a large archive shows. Noise is the
 * weighted sum of a dozen of them. Immutable and thread-safe.
 */
final class Noise {
  private static final int DIRECTIONS = 4_096;
  private static final int SUMMED = 12;

  private final float[][] directions = new float[DIRECTIONS][];

  Noise(RealEmbeddings real, int dimension, Random random) {
    float[][] axes = axes(dimension, random);
    for (int i = 0; i < DIRECTIONS; i += 2) {
      directions[i] = Vec.unit(difference(real, random));
      directions[i + 1] = Vec.unit(coloured(axes, random));
    }
  }

  /** Adds noise of about this length to {@code vector}. */
  void add(float[] vector, double length, Random random) {
    for (int i = 0; i < SUMMED; i++) {
      float weight = (float) (length * random.nextGaussian() / Math.sqrt(SUMMED));
      Vec.add(vector, weight, directions[random.nextInt(DIRECTIONS)]);
    }
  }

  private static float[] difference(RealEmbeddings real, Random random) {
    float[] difference = null;
    while (difference == null) {
      int one = random.nextInt(real.images().length);
      int step = 1 + random.nextInt(10);
      int other = one + step;
      if (other < real.images().length && real.pictures()[one] == real.pictures()[other]) {
        difference = real.images()[one].clone();
        Vec.add(difference, -1, real.images()[other]);
      }
    }
    return difference;
  }

  /** Random unit vectors, nearly at right angles to each other, of falling length. */
  private static float[][] axes(int dimension, Random random) {
    float[][] axes = new float[dimension][];
    for (int k = 0; k < dimension; k++) {
      axes[k] = Vec.random(dimension, random);
      Vec.scale(axes[k], (float) Math.sqrt(1 / (k + 5.0)));
    }
    return axes;
  }

  private static float[] coloured(float[][] axes, Random random) {
    float[] vector = new float[axes.length];
    for (float[] axis : axes) {
      Vec.add(vector, (float) random.nextGaussian(), axis);
    }
    return vector;
  }
}
