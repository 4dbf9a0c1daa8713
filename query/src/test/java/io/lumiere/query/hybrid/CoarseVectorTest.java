package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whole numbers of four bits are near to what they stand for. */
class CoarseVectorTest {
  private static final int LENGTH = 64;

  private final Random random = new Random(8);

  @Test
  void aTenthOfTheLengthIsLost() {
    assertThat(error(normal())).isLessThan(.1 * .2);
  }

  @Test
  void afewGreatComponentsAreNotCutOff() {
    float[] vector = normal();
    vector[7] = 40;
    vector[20] = -60;
    assertThat(error(vector)).isLessThan(.1);
  }

  @Test
  void nothingIsNothing() {
    assertThat(error(new float[LENGTH])).isNaN(); // Of a length of 0.
    CoarseVector nothing = new CoarseVector(new float[LENGTH]);
    assertThat(nothing.step() * nothing.sum()).isZero();
  }

  private float[] normal() {
    float[] vector = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  /** The square of what is lost, as a part of that of the length. */
  private static double error(float[] vector) {
    CoarseVector coarse = new CoarseVector(vector);
    double lost = 0;
    double all = 0;
    int sum = 0;
    for (int i = 0; i < vector.length; i++) {
      int number = 0;
      for (int bit = 0; bit < 4; bit++) {
        number += (int) (coarse.bits(bit) >> i & 1) * (bit == 3 ? -8 : 1 << bit);
      }
      sum += number;
      lost += Math.pow(vector[i] - number * coarse.step(), 2);
      all += Math.pow(vector[i], 2);
    }
    assertThat(coarse.sum()).isEqualTo(sum);
    return lost / all;
  }
}
