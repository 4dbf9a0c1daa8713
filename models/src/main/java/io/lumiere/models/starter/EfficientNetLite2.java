package io.lumiere.models.starter;

import io.lumiere.models.convert.BatchNorm;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Convolution;
import io.lumiere.models.convert.Convolution.Rectifier;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.preprocess.ChannelValues;
import io.lumiere.models.internal.preprocess.Filter;
import io.lumiere.models.internal.preprocess.Fit;
import io.lumiere.models.internal.preprocess.Preprocessing;

/**
 * EfficientNet-Lite2 for ncnn: inverted bottlenecks with ReLU6 and without squeeze-and-excitation.
 * Batch normalisation is folded into the convolutions. Names of weights are those of the package
 * {@code efficientnet-lite-pytorch}.
 *
 * @see <a href="https://arxiv.org/abs/1905.11946">Tan and Le, EfficientNet, 2019</a>
 * @see <a
 *     href="https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite">the
 *     Lite variants</a>
 */
final class EfficientNetLite2 {
  static final String INPUT = "image";
  static final String LOGITS = "logits";
  static final String FEATURES = "features";

  /** Width and height of the input in pixels. */
  static final int SIZE = 260;

  static final int CLASSES = 1000;

  /**
   * What is done to pictures: shorter side to the network's size by bicubic resampling, middle
   * square, and values of 0 to 255 less 127 over 128, as the authors of the Lite variants trained
   * them. They tested on the middle {@code 260/292}; we take all of the square, since what stands
   * at the edge of a photo is looked for too.
   */
  static final Preprocessing PREPROCESSING =
      new Preprocessing(
          SIZE,
          Fit.CENTRE_CROP,
          Filter.BICUBIC,
          1,
          ChannelValues.all(127 / 255f),
          ChannelValues.all(128 / 255f));

  private static final double BATCH_NORM_EPSILON = 1e-3;

  /** Blocks of one kind in a row; the first has the stride, the others 1. */
  private record Stage(int blocks, int kernel, int stride) {}

  private static final Stage[] STAGES = {
    new Stage(1, 3, 1),
    new Stage(3, 3, 2),
    new Stage(3, 5, 2),
    new Stage(4, 3, 2),
    new Stage(4, 5, 1),
    new Stage(5, 5, 2),
    new Stage(1, 3, 1)
  };

  private final Checkpoint checkpoint;
  private final NetworkBuilder net = new NetworkBuilder();

  private EfficientNetLite2(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * The network: from {@value #INPUT} {@code [3, 260, 260]} to {@value #LOGITS} {@code [1000]} and
   * {@value #FEATURES} {@code [1280]}.
   */
  static NetworkBuilder convert(Checkpoint checkpoint) {
    return new EfficientNetLite2(checkpoint).network();
  }

  private NetworkBuilder network() {
    Blob x = convolution(net.input(INPUT), "_conv_stem", "_bn0", 3, 2, 1, Rectifier.RELU6);
    int block = 0;
    for (Stage stage : STAGES) {
      for (int i = 0; i < stage.blocks(); i++) {
        x =
            block(
                x, "_blocks." + block++ + ".", stage.kernel(), i == 0 ? stage.stride() : 1, i > 0);
      }
    }
    x = convolution(x, "_conv_head", "_bn1", 1, 1, 1, Rectifier.RELU6);
    Blob features = net.channelMeans(x);
    net.output(features, FEATURES);
    Linear classifier = new Linear(checkpoint.floats("_fc.weight"), checkpoint.floats("_fc.bias"));
    net.output(net.vectorLinear(features, classifier), LOGITS);
    return net;
  }

  private Blob block(Blob input, String name, int kernel, int stride, boolean residual) {
    Blob x = input;
    if (checkpoint.names().contains(name + "_expand_conv.weight")) {
      x = convolution(x, name + "_expand_conv", name + "_bn0", 1, 1, 1, Rectifier.RELU6);
    }
    int channels = checkpoint.info(name + "_depthwise_conv.weight").shape().get(0);
    x =
        convolution(
            x, name + "_depthwise_conv", name + "_bn1", kernel, stride, channels, Rectifier.RELU6);
    x = convolution(x, name + "_project_conv", name + "_bn2", 1, 1, 1, Rectifier.NONE);
    return residual ? net.add(x, input) : x;
  }

  /** A convolution with the batch normalisation after it folded in. */
  private Blob convolution(
      Blob x, String name, String norm, int kernel, int stride, int groups, Rectifier activation) {
    BatchNorm batchNorm =
        new BatchNorm(
            checkpoint.floats(norm + ".weight"),
            checkpoint.floats(norm + ".bias"),
            checkpoint.floats(norm + ".running_mean"),
            checkpoint.floats(norm + ".running_var"),
            BATCH_NORM_EPSILON);
    float[] weight = batchNorm.weight(checkpoint.floats(name + ".weight"));
    return net.convolution(
        x, new Convolution(weight, batchNorm.bias(), kernel, stride, groups, activation));
  }
}
