package io.lumiere.models.convert;

/**
 * A square 2-D convolution. Immutable.
 *
 * @param weight outputs x (inputs / groups) x kernel x kernel, row-major
 * @param bias one value for each output channel
 * @param kernel width and height of the kernel
 * @param stride step between outputs
 * @param groups 1, or the number of channels for a depthwise convolution
 * @param padding rows and columns of zeros on each side, or {@link #SAME}
 * @param activation applied to the result
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes on their way to a file: not copied.
public record Convolution(
    float[] weight,
    float[] bias,
    int kernel,
    int stride,
    int groups,
    int padding,
    Rectifier activation) {
  /**
   * TensorFlow's SAME padding: output size is input size over stride, rounded up; an odd padding's
   * extra row and column are at the bottom and right.
   */
  public static final int SAME = -1;

  /** What follows a convolution in the same layer. */
  public enum Rectifier {
    NONE,
    /** {@code max(x, 0)} */
    RELU,
    /** {@code min(max(x, 0), 6)} */
    RELU6
  }

  public Convolution {
    if (kernel < 1
        || stride < 1
        || groups < 1
        || bias.length % groups != 0
        || padding < SAME
        || padding >= kernel) {
      throw new IllegalArgumentException(
          "kernel %d, stride %d, padding %d, %d groups of %d channels"
              .formatted(kernel, stride, padding, groups, bias.length));
    }
    if (weight.length == 0 || weight.length % (bias.length * kernel * kernel) != 0) {
      throw new IllegalArgumentException(
          "%d weights are not %d kernels of %d x %d"
              .formatted(weight.length, bias.length, kernel, kernel));
    }
  }

  /** A convolution with {@link #SAME} padding. */
  public Convolution(
      float[] weight, float[] bias, int kernel, int stride, int groups, Rectifier activation) {
    this(weight, bias, kernel, stride, groups, SAME, activation);
  }

  /** How many channels it takes. */
  int inputs() {
    return weight.length / (bias.length * kernel * kernel) * groups;
  }
}
