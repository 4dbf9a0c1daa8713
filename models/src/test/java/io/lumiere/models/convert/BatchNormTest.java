package io.lumiere.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Batch normalisation in a convolution's weights, against its definition after the convolution. */
class BatchNormTest {
  private static final int CHANNELS = 5;
  private static final int INPUTS = 7;

  private final Random random = new Random(5);

  @Test
  void oneConvolutionDoesWhatBothDo() {
    float[] kernels = random(CHANNELS * INPUTS);
    BatchNorm norm =
        new BatchNorm(
            random(CHANNELS), random(CHANNELS), random(CHANNELS), positive(CHANNELS), 1e-5);
    float[] x = random(INPUTS);
    Linear plain = new Linear(kernels, new float[CHANNELS]);
    Linear folded = new Linear(norm.weight(kernels), norm.bias());
    float[] before = Reference.linear(plain, x, 1);
    float[] after = Reference.linear(folded, x, 1);
    for (int c = 0; c < CHANNELS; c++) {
      double normed = (before[c] - norm.mean()[c]) / Math.sqrt(norm.variance()[c] + 1e-5);
      assertThat(after[c])
          .isCloseTo((float) (normed * norm.scale()[c] + norm.shift()[c]), Offset.offset(1e-5f));
    }
  }

  @Test
  void channelsThatDoNotAgreeAreRefused() {
    assertThatThrownBy(
            () -> new BatchNorm(new float[4], new float[4], new float[3], new float[4], 1e-5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batch normalisation of 4 scales, 4 shifts, 3 means, 4 variances");
    BatchNorm norm = new BatchNorm(new float[4], new float[4], new float[4], new float[4], 1e-5);
    assertThatThrownBy(() -> norm.weight(new float[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("9 weights are not kernels of 4 channels");
  }

  private float[] positive(int count) {
    float[] values = random(count);
    for (int i = 0; i < count; i++) {
      values[i] = 0.1f + Math.abs(values[i]);
    }
    return values;
  }

  private float[] random(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat(-1, 1);
    }
    return values;
  }
}
