package io.lumiere.models.convert;

/**
 * Weights of {@code y = W x + b}.
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
