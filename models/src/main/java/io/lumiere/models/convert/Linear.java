package io.lumiere.models.convert;

/**
 * Weights of {@code y = W x + b}. Immutable.
 *
 * @param weight outputs x inputs, row-major, as PyTorch keeps it
 * @param bias one value for each output
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes on their way to a file: not copied.
public record Linear(float[] weight, float[] bias) {
  public Linear {
    if (bias.length == 0 || weight.length == 0 || weight.length % bias.length != 0) {
      throw new IllegalArgumentException(
          weight.length + " weights are not a matrix of " + bias.length + " rows");
    }
  }

  /** The same with all of its weight and bias multiplied. */
  public Linear scaled(float weightFactor, float biasFactor) {
    float[] scaledWeight = weight.clone();
    float[] scaledBias = bias.clone();
    for (int i = 0; i < scaledWeight.length; i++) {
      scaledWeight[i] *= weightFactor;
    }
    for (int i = 0; i < scaledBias.length; i++) {
      scaledBias[i] *= biasFactor;
    }
    return new Linear(scaledWeight, scaledBias);
  }

  int outputs() {
    return bias.length;
  }

  int inputs() {
    return weight.length / bias.length;
  }

  String shape() {
    return "[" + outputs() + ", " + inputs() + "]";
  }
}
