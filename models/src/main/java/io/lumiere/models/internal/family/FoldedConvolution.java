package io.lumiere.models.internal.family;

import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.Convolution;
import java.util.List;

/**
 * A convolution that parts of a network are folded into: batch normalisation after it, and
 * convolutions beside it whose results are added. All in double precision. Immutable.
 *
 * @param outputs channels that come out
 * @param inputs channels that one output is made of: 1 where each channel is by itself
 * @param kernel width and height of the kernel, odd
 * @param weight outputs x inputs x kernel x kernel, row-major
 * @param bias of each output
 * @see <a href="https://arxiv.org/abs/2101.03697">Ding et al., RepVGG: Making VGG-style ConvNets
 *     Great Again, 2021</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes on their way to a file: not copied.
record FoldedConvolution(int outputs, int inputs, int kernel, double[] weight, double[] bias) {
  private static final double EPSILON = 1e-5;

  /** {@code NAME.weight} and, where it is there, {@code NAME.bias}. */
  static FoldedConvolution of(Tensors tensors, String name) {
    List<Integer> shape = tensors.shape(name + ".weight");
    if (shape.size() != 4 || !shape.get(2).equals(shape.get(3)) || shape.get(2) % 2 == 0) {
      throw new LumiereException(
          "tensor %s.weight has shape %s: no convolution with a square, odd kernel"
              .formatted(name, shape));
    }
    int outputs = shape.get(0);
    double[] bias = new double[outputs];
    if (tensors.has(name + ".bias")) {
      bias = doubles(tensors.floats(name + ".bias", outputs));
    }
    double[] weight = doubles(tensors.floats(name + ".weight"));
    return new FoldedConvolution(outputs, shape.get(1), shape.get(2), weight, bias);
  }

  /** {@code NAME.conv}, and the normalisation {@code NAME.bn} after it. */
  static FoldedConvolution normalised(Tensors tensors, String name) {
    return of(tensors, name + ".conv").then(tensors.under(name + ".bn."));
  }

  /** What changes nothing: each channel to itself. */
  static FoldedConvolution identity(int channels, int inputs) {
    double[] weight = new double[channels * inputs];
    for (int channel = 0; channel < channels; channel++) {
      weight[channel * inputs + channel % inputs] = 1;
    }
    return new FoldedConvolution(channels, inputs, 1, weight, new double[channels]);
  }

  /** This, and then a batch normalisation with the given statistics. */
  FoldedConvolution then(Tensors norm) {
    float[] gamma = norm.floats("weight", outputs);
    float[] beta = norm.floats("bias", outputs);
    float[] mean = norm.floats("running_mean", outputs);
    float[] variance = norm.floats("running_var", outputs);
    double[] factors = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      factors[o] = gamma[o] / Math.sqrt(variance[o] + EPSILON);
    }
    FoldedConvolution scaled = times(factors);
    for (int o = 0; o < outputs; o++) {
      scaled.bias[o] += beta[o] - mean[o] * factors[o];
    }
    return scaled;
  }

  /** This with each output multiplied. */
  FoldedConvolution times(double[] factors) {
    double[] scaledWeight = weight.clone();
    double[] scaledBias = bias.clone();
    int size = weight.length / outputs;
    for (int i = 0; i < weight.length; i++) {
      scaledWeight[i] *= factors[i / size];
    }
    for (int o = 0; o < outputs; o++) {
      scaledBias[o] *= factors[o];
    }
    return new FoldedConvolution(outputs, inputs, kernel, scaledWeight, scaledBias);
  }

  /** This with each output multiplied by a factor that a checkpoint has. */
  FoldedConvolution times(float[] factors) {
    return times(doubles(factors));
  }

  /** The sum of both; the smaller kernel lies in the middle of the larger one. */
  FoldedConvolution plus(FoldedConvolution other) {
    if (kernel < other.kernel) {
      return other.plus(this);
    }
    if (outputs != other.outputs || inputs != other.inputs) {
      throw new LumiereException(
          "convolutions side by side are of unlike shape: %d x %d channels and %d x %d"
              .formatted(outputs, inputs, other.outputs, other.inputs));
    }
    double[] sum = weight.clone();
    int margin = (kernel - other.kernel) / 2;
    for (int i = 0; i < other.weight.length; i++) {
      int square = other.kernel * other.kernel;
      int y = i % square / other.kernel + margin;
      int x = i % other.kernel + margin;
      sum[(i / square * kernel + y) * kernel + x] += other.weight[i];
    }
    double[] bothBias = bias.clone();
    for (int o = 0; o < outputs; o++) {
      bothBias[o] += other.bias[o];
    }
    return new FoldedConvolution(outputs, inputs, kernel, sum, bothBias);
  }

  /** This with its outputs in another order: {@code order[i]} becomes number {@code i}. */
  FoldedConvolution withOutputs(int[] order) {
    requireChannels("makes", outputs, order.length);
    double[] ordered = new double[weight.length];
    double[] orderedBias = new double[outputs];
    int size = weight.length / outputs;
    for (int o = 0; o < outputs; o++) {
      System.arraycopy(weight, order[o] * size, ordered, o * size, size);
      orderedBias[o] = bias[order[o]];
    }
    return new FoldedConvolution(outputs, inputs, kernel, ordered, orderedBias);
  }

  /** This for inputs that come in another order: {@code order[i]} comes as number {@code i}. */
  FoldedConvolution withInputs(int[] order) {
    requireChannels("takes", inputs, order.length);
    double[] ordered = new double[weight.length];
    int square = kernel * kernel;
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        int from = (o * inputs + order[i]) * square;
        System.arraycopy(weight, from, ordered, (o * inputs + i) * square, square);
      }
    }
    return new FoldedConvolution(outputs, inputs, kernel, ordered, bias);
  }

  private static void requireChannels(String verb, int channels, int expected) {
    if (channels != expected) {
      throw new LumiereException(
          "a convolution %s %d channels where %d are expected".formatted(verb, channels, expected));
    }
  }

  /** For the network, with zeros around the image such that a stride of 1 keeps its size. */
  Convolution convolution(int stride, int groups) {
    return new Convolution(
        floats(weight),
        floats(bias),
        kernel,
        stride,
        groups,
        kernel / 2,
        Convolution.Rectifier.NONE);
  }

  /** The weights, rounded. */
  float[] weights() {
    return floats(weight);
  }

  /** The biases, rounded. */
  float[] biases() {
    return floats(bias);
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
