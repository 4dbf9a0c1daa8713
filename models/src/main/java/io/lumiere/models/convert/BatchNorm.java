package io.lumiere.models.convert;

/**
 * Batch normalisation after a convolution, as it is once training is over: each channel less its
 * mean, over its deviation, scaled and shifted. Immutable.
 *
 * @param scale one factor for each channel
 * @param shift added to each channel
 * @param mean of each channel in training
 * @param variance of each channel in training
 * @param epsilon added to the variances
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy, Batch Normalization, 2015</a>
 */
@SuppressWarnings("ArrayRecordComponent") // On their way to a file: not copied.
public record BatchNorm(
    float[] scale, float[] shift, float[] mean, float[] variance, double epsilon) {
  public BatchNorm {
    int channels = scale.length;
    if (shift.length != channels || mean.length != channels || variance.length != channels) {
      throw new IllegalArgumentException(
          "batch normalisation of %d scales, %d shifts, %d means, %d variances"
              .formatted(channels, shift.length, mean.length, variance.length));
    }
  }

  /**
   * The kernels that do both at once.
   *
   * @param kernels of the convolution, which has no bias: channels x inputs x height x width
   */
  public float[] weight(float[] kernels) {
    if (kernels.length % scale.length != 0) {
      throw new IllegalArgumentException(
          kernels.length + " weights are not kernels of " + scale.length + " channels");
    }
    float[] weight = kernels.clone();
    int size = weight.length / scale.length;
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= (float) factor(i / size);
    }
    return weight;
  }

  /** The bias of the convolution that does both at once. */
  public float[] bias() {
    float[] bias = new float[scale.length];
    for (int c = 0; c < bias.length; c++) {
      bias[c] = (float) (shift[c] - mean[c] * factor(c));
    }
    return bias;
  }

  private double factor(int channel) {
    return scale[channel] / Math.sqrt(variance[channel] + epsilon);
  }
}
