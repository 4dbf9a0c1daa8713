package io.lumiere.schema.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is near to its vector, and what vectors have in common makes it nearer. */
class ShortCodeTest {
  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 63, 64, 65, 384, 406})
  void halfOfACodeIsNearTheVectorAndAWholeOneIsNearer(int dimension) {
    float[][] vectors = normal(300, dimension, 0);
    ShortCode code = code(vectors);
    double part = left(code, vectors, code.words().groups().length / 2);
    double whole = left(code, vectors, code.words().groups().length);
    // Of words that are two thirds of the components, each bit leaves .36: .58.
    assertThat(part).isLessThan(.7);
    assertThat(whole).isLessThan(.65 * part);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 192})
  void axesAreFoundAlongWhichVectorsVary(int dimension) {
    // All lie near to some sixteen directions, which no component is along.
    float[][] vectors = normal(16 * 64 * Math.ceilDiv(dimension, 64), dimension, 16);
    ShortCode code = code(vectors);
    assertThat(code.axes().columns()).isNotNull();
    double learned = left(code, vectors, code.words().groups().length);
    double plain =
        left(
            code(Arrays.copyOf(vectors, vectors.length - 1)),
            vectors,
            code.words().groups().length);
    assertThat(learned).isLessThan(.5 * plain);
  }

  @Test
  void productsOfCoordinatesAreThoseOfVectors() {
    float[][] vectors = normal(2 * 1_024, 100, 0);
    ShortCodeAxes axes = code(vectors).axes();
    assertThat(axes.columns()).isNotNull();
    for (int i = 1; i < 20; i++) {
      float[] one = axes.coordinates(vectors[i - 1]);
      float[] other = axes.coordinates(vectors[i]);
      assertThat(product(one, other)).isCloseTo(product(vectors[i - 1], vectors[i]), within(.02));
    }
  }

  @Test
  void aVectorThatIsTheMeanHasACodeOfNothing() {
    float[] vector = normal(1, 70, 0)[0];
    ShortCode code = code(vector, vector);
    code.of(vector);
    assertThat(code.words().weights()).containsOnly(0);
  }

  @Test
  void wordsGoWhereVectorsVaryMost() {
    ShortCodeWords words =
        ShortCodeWords.allotted(new double[] {64 * 4, 64, .64}, new int[] {64, 64, 64}, 5);
    assertThat(words.groups()).containsExactly(0, 0, 1, 0, 1);
    // Steps are of the best code of so many bits, and each word is worth half of the one before.
    assertThat(words.weights()[3]).isCloseTo(2 * .586f, within(1e-5f));
    assertThat(words.weights()[1]).isCloseTo(2 * words.weights()[3], within(1e-5f));
    assertThat(words.weights()[0]).isCloseTo(4 * words.weights()[3], within(1e-5f));
    assertThat(words.weights()[2]).isCloseTo(2 * words.weights()[4], within(1e-5f));
  }

  private static ShortCode code(float[]... vectors) {
    int dimension = vectors[0].length;
    float[] mean = new float[dimension];
    for (float[] vector : vectors) {
      for (int i = 0; i < dimension; i++) {
        mean[i] += vector[i] / vectors.length;
      }
    }
    ShortCodeSample sample =
        new ShortCodeSample(new ShortCodesLayout(dimension, vectors.length), mean);
    for (float[] vector : vectors) {
      sample.add(vector);
    }
    return sample.code();
  }

  /** What part of the vectors' variance the first words of their codes leave. */
  private static double left(ShortCode code, float[][] vectors, int words) {
    double variance = 0;
    double left = 0;
    for (float[] vector : vectors) {
      float[] difference = vector.clone();
      for (int i = 0; i < difference.length; i++) {
        difference[i] -= code.axes().mean()[i];
      }
      float[] coordinates = code.axes().coordinates(difference);
      // What else a word has is multiplied by nothing.
      int count = code.axes().columns() == null ? difference.length : coordinates.length;
      double inside = product(coordinates, coordinates);
      double all = product(difference, difference);
      long[] bits = code.of(vector);
      for (int word = 0; word < words; word++) {
        int first = code.words().groups()[word] * 64;
        for (int i = 0; i < 64 && first + i < count; i++) {
          float half = code.words().weights()[word] / 2;
          coordinates[first + i] -= (bits[word] >> i & 1) == 1 ? half : -half;
        }
      }
      variance += all;
      left += Math.max(0, all - inside) + product(coordinates, coordinates);
    }
    return left / variance;
  }

  private static double product(float[] one, float[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
    }
    return product;
  }

  /** Vectors of length about 1, most of them along a few directions where any are given. */
  private float[][] normal(int count, int dimension, int directions) {
    float[][] along = directions == 0 ? null : normal(directions, dimension, 0);
    float[][] vectors = new float[count][dimension];
    for (float[] vector : vectors) {
      double noise = along == null ? 1 : .1;
      for (int i = 0; i < dimension; i++) {
        vector[i] = (float) (noise * random.nextGaussian() / Math.sqrt(dimension));
      }
      for (int k = 0; k < directions; k++) {
        double far = random.nextGaussian() / Math.sqrt(directions);
        for (int i = 0; i < dimension; i++) {
          vector[i] += (float) (far * along[k][i]);
        }
      }
    }
    return vectors;
  }
}
