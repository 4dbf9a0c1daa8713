package io.lumiere.models.internal.family;

import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.BatchNorm;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Convolution;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.family.Conversion.ImageTower;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;
import java.util.stream.Stream;

/**
 * CLIP's ResNet: three convolutions to begin with, means of squares of pixels in place of strides,
 * and attention in place of the mean over all places at its end.
 *
 * @param tensors of the tower
 * @param headWidth of the attention
 * @see <a href="https://arxiv.org/abs/2103.00020">Radford et al., Learning Transferable Visual
 *     Models From Natural Language Supervision, 2021</a>
 */
record ModifiedResNet(Tensors tensors, int headWidth) {
  private static final double BATCH_NORM_EPSILON = 1e-5;

  /** How many times smaller than the image its last features are. */
  private static final int REDUCTION = 32;

  private static final int STAGES = 4;

  /** Whether an image tower is such a ResNet. */
  static boolean is(Tensors visual) {
    return visual.has(AttentionPool.POSITIONS);
  }

  /** Side of the image in pixels. */
  int imageSize() {
    return pool().grid() * REDUCTION;
  }

  /** The tower. */
  ImageTower tower(Preprocessing preprocessing) {
    return new ImageTower(this::build, preprocessing);
  }

  /** Such as {@code RN50}, or how many blocks there are. */
  String title() {
    List<Integer> blocks =
        Stream.of(1, 2, 3, 4).map(i -> tensors.count("layer" + i + ".")).toList();
    return switch (blocks.toString()) {
      case "[3, 4, 6, 3]" -> "RN50";
      case "[3, 4, 23, 3]" -> "RN101";
      case "[4, 6, 10, 6]" -> "RN50x4";
      case "[6, 8, 18, 8]" -> "RN50x16";
      case "[3, 15, 36, 10]" -> "RN50x64";
      default -> "ResNet of " + blocks + " blocks";
    };
  }

  private AttentionPool pool() {
    return new AttentionPool(tensors, headWidth);
  }

  private void build(NetworkBuilder net) {
    Blob x = net.input(Conversion.PIXELS);
    x = convolution(net, x, tensors, "conv1", "bn1", 2, Convolution.Rectifier.RELU);
    x = convolution(net, x, tensors, "conv2", "bn2", 1, Convolution.Rectifier.RELU);
    x = convolution(net, x, tensors, "conv3", "bn3", 1, Convolution.Rectifier.RELU);
    x = net.averagePool(x, 2);
    for (int stage = 1; stage <= STAGES; stage++) {
      Tensors layer = tensors.under("layer" + stage + ".");
      int blocks = layer.count("");
      if (blocks == 0) {
        throw new LumiereException("the image tower has no blocks layer" + stage + ".0");
      }
      for (int i = 0; i < blocks; i++) {
        x = block(net, x, layer.under(i + "."), stage > 1 && i == 0);
      }
    }
    net.output(pool().build(net, x), Conversion.VECTOR);
  }

  /** A bottleneck; one that halves the image does so after its 3 x 3 convolution. */
  private static Blob block(NetworkBuilder net, Blob input, Tensors block, boolean halves) {
    Blob x = convolution(net, input, block, "conv1", "bn1", 1, Convolution.Rectifier.RELU);
    x = convolution(net, x, block, "conv2", "bn2", 1, Convolution.Rectifier.RELU);
    x = halves ? net.averagePool(x, 2) : x;
    x = convolution(net, x, block, "conv3", "bn3", 1, Convolution.Rectifier.NONE);
    return net.relu(net.add(x, shortcut(net, input, block, halves)));
  }

  private static Blob shortcut(NetworkBuilder net, Blob input, Tensors block, boolean halves) {
    if (!block.has("downsample.0.weight")) {
      return input;
    }
    Blob x = halves ? net.averagePool(input, 2) : input;
    return convolution(
        net, x, block, "downsample.0", "downsample.1", 1, Convolution.Rectifier.NONE);
  }

  /** A convolution with the batch normalisation after it folded in. */
  private static Blob convolution(
      NetworkBuilder net,
      Blob x,
      Tensors tensors,
      String name,
      String norm,
      int stride,
      Convolution.Rectifier activation) {
    int outputs = tensors.dim(name + ".weight", 0);
    int kernel = tensors.dim(name + ".weight", 2);
    BatchNorm batchNorm =
        new BatchNorm(
            tensors.floats(norm + ".weight", outputs),
            tensors.floats(norm + ".bias", outputs),
            tensors.floats(norm + ".running_mean", outputs),
            tensors.floats(norm + ".running_var", outputs),
            BATCH_NORM_EPSILON);
    float[] weight = batchNorm.weight(tensors.floats(name + ".weight"));
    return net.convolution(
        x,
        new Convolution(weight, batchNorm.bias(), kernel, stride, 1, (kernel - 1) / 2, activation));
  }
}
