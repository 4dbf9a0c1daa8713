package io.lumiere.models.internal.family;

import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.family.Conversion.ImageTower;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.stream.IntStream;

/**
 * MobileCLIP's image tower in timm's names: stages of convolutions, the last ones with attention.
 *
 * @param tensors of the tower
 * @param imageSize side of the image in pixels
 * @see <a href="https://arxiv.org/abs/2311.17049">Vasu et al., MobileCLIP, 2023</a>
 */
record FastVit(Tensors tensors, int imageSize) {
  /** An image whose channels may lie in another order than in the checkpoint. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Channels(Blob blob, int[] order) {}

  /** The tower. */
  ImageTower tower(Preprocessing preprocessing) {
    return new ImageTower(this::build, preprocessing);
  }

  /** How many stages there are. */
  int stages() {
    return tensors.count("stages.");
  }

  private void build(NetworkBuilder net) {
    Blob x = net.input(Conversion.PIXELS);
    x = net.gelu(net.convolution(x, full(tensors.under("stem.0.")).convolution(2, 1)));
    x = net.gelu(depthwise(net, x, RepBranches.mobileOne(tensors.under("stem.1.")), 2));
    x = net.gelu(net.convolution(x, full(tensors.under("stem.2.")).convolution(1, 1)));
    int side = half(half(imageSize));
    for (int i = 0; i < stages(); i++) {
      Tensors stage = tensors.under("stages." + i + ".");
      if (stage.names().stream().anyMatch(name -> name.startsWith("downsample."))) {
        x = downsample(net, x, stage.under("downsample.proj."));
        side = half(side);
      }
      x = new FastVitStage(stage, side).build(net, x);
    }
    net.output(head(net, x), Conversion.VECTOR);
  }

  private static FoldedConvolution full(Tensors block) {
    return RepBranches.mobileOne(block);
  }

  private static Blob downsample(NetworkBuilder net, Blob x, Tensors block) {
    Channels large = grouped(net, x, RepBranches.largeKernel(block.under("0.")), 2, block, "0.se.");
    FoldedConvolution mix = full(block.under("1.")).withInputs(large.order());
    return net.gelu(net.convolution(net.gelu(large.blob()), mix.convolution(1, 1)));
  }

  private Blob head(NetworkBuilder net, Blob x) {
    Tensors last = tensors.under("final_conv.");
    Channels wide = grouped(net, x, RepBranches.mobileOne(last), 1, last, "se.");
    int inputs = wide.order().length;
    int outputs = tensors.dim("head.fc.weight", 0);
    float[] stored = tensors.floats("head.fc.weight", outputs, inputs);
    float[] weight = new float[stored.length];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = stored[i / inputs * inputs + wide.order()[i % inputs]];
    }
    float[] bias = tensors.floats("head.fc.bias", outputs);
    Blob means = net.channelMeans(net.gelu(wide.blob()));
    return net.vectorLinear(means, new Linear(weight, bias));
  }

  static Blob depthwise(NetworkBuilder net, Blob x, FoldedConvolution convolution, int stride) {
    return net.convolution(x, convolution.convolution(stride, convolution.outputs()));
  }

  /**
   * A convolution that makes two channels of each: ncnn runs one that makes one of each much
   * faster, so all channels come twice, first the checkpoint's even ones and then its odd ones.
   * What follows is which channels matter more than others ("squeeze and excite"), if it is there.
   */
  private static Channels grouped(
      NetworkBuilder net, Blob x, FoldedConvolution c, int stride, Tensors block, String gate) {
    int half = c.outputs() / 2;
    if (c.outputs() % 2 != 0) {
      throw new LumiereException(
          "a convolution with %d outputs does not make two of each channel".formatted(c.outputs()));
    }
    int[] order = IntStream.range(0, c.outputs()).map(i -> i % half * 2 + i / half).toArray();
    Blob twice = net.channelsTwice(x, half);
    Blob wide = depthwise(net, twice, c.withOutputs(order), stride);
    return new Channels(gate(net, wide, block.under(gate), order), order);
  }

  private static Blob gate(NetworkBuilder net, Blob x, Tensors gate, int[] order) {
    if (!gate.has("fc1.weight")) {
      return x;
    }
    FoldedConvolution in = FoldedConvolution.of(gate, "fc1").withInputs(order);
    FoldedConvolution out = FoldedConvolution.of(gate, "fc2").withOutputs(order);
    Blob few = net.relu(net.vectorLinear(net.channelMeans(x), linear(in)));
    return net.multiply(x, net.sigmoid(net.vectorLinear(few, linear(out))));
  }

  private static Linear linear(FoldedConvolution convolution) {
    return new Linear(convolution.weights(), convolution.biases());
  }

  private static int half(int side) {
    return (side + 1) / 2;
  }
}
