package io.lumiere.schema.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is near to the difference of a vector to a mean, by its signs alone and as a whole. */
class ShortCodeTest {
  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 384, 406})
  void productsWithTheVectorAreTheSquareOfItsLength(int dimension) {
    ShortCode code = new ShortCode(new ShortCodesLayout(dimension, 1));
    for (int round = 0; round < 3; round++) {
      float[] vector = normal(dimension);
      float[] mean = normal(dimension);
      code.encode(vector, mean);
      double squares = 0;
      double bySigns = 0;
      double byBoth = 0;
      for (int i = 0; i < dimension; i++) {
        double difference = vector[i] - mean[i];
        boolean positive = (code.signs()[i / 64] >> i & 1) == 1;
        boolean far = positive == ((code.rests()[i / 64] >> i & 1) == 1);
        assertThat(positive).isEqualTo(difference >= 0);
        squares += difference * difference;
        bySigns += difference * code.signScale() * (positive ? 1 : -1);
        byBoth += difference * code.scale() * (positive ? 1 : -1) * (far ? 3 : 1);
      }
      assertThat(bySigns).isCloseTo(squares, within(1e-4 * squares));
      assertThat(byBoth).isCloseTo(squares, within(1e-4 * squares));
    }
  }

  @Test
  void twoBitsAreNearerThanOne() {
    int dimension = 384;
    ShortCode code = new ShortCode(new ShortCodesLayout(dimension, 1));
    float[] vector = normal(dimension);
    code.encode(vector, new float[dimension]);
    double squares = 0;
    double codeSquares = 0;
    for (int i = 0; i < dimension; i++) {
      boolean far = (code.signs()[i / 64] >> i & 1) == (code.rests()[i / 64] >> i & 1);
      squares += vector[i] * vector[i];
      codeSquares += Math.pow(code.scale() * (far ? 3 : 1), 2);
    }
    // The cosine of the angle between them: .94 for the best code of two bits.
    assertThat(Math.sqrt(squares / codeSquares)).isCloseTo(.94, within(.01));
    double signsOnly = Math.sqrt(squares / (dimension * Math.pow(code.signScale(), 2)));
    assertThat(signsOnly).isCloseTo(.8, within(.03));
  }

  @Test
  void aVectorThatIsTheMeanHasACodeOfNothing() {
    ShortCode code = new ShortCode(new ShortCodesLayout(70, 1));
    float[] vector = normal(70);
    code.encode(vector, vector);
    assertThat(code.scale()).isZero();
    assertThat(code.signScale()).isZero();
    // Bits behind the last component are not set.
    assertThat(code.signs()[1] >>> 6).isZero();
    assertThat(code.rests()[1] >>> 6).isZero();
  }

  private float[] normal(int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }
}
