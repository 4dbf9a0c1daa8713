package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Attention;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;

/**
 * A stage of {@link FastVit} after its image has been made smaller: each block mixes places, by a
 * convolution or by attention, and then channels.
 *
 * @param tensors of the stage
 * @param side of the image that comes in, in places
 */
record FastVitStage(Tensors tensors, int side) {
  private static final int HEAD_WIDTH = 32;
  private static final float EPSILON = 1e-5f;

  /** {@code [channels, side, side]} to the same. */
  Blob build(NetworkBuilder net, Blob image) {
    Blob x = image;
    if (tensors.has("pos_emb.reparam_conv.weight") || tensors.has("pos_emb.pos_enc.weight")) {
      x = FastVit.depthwise(net, x, RepBranches.places(tensors.under("pos_emb.")), 1);
    }
    for (int i = 0; i < tensors.count("blocks."); i++) {
      x = block(net, x, tensors.under("blocks." + i + "."));
    }
    return x;
  }

  private Blob block(NetworkBuilder net, Blob x, Tensors block) {
    if (block.has("token_mixer.qkv.weight")) {
      Blob mixed = net.add(x, attention(net, x, block));
      return net.add(mixed, channels(net, mixed, block, "layer_scale_2.gamma"));
    }
    Blob mixed = FastVit.depthwise(net, x, RepBranches.mixer(block.under("token_mixer.")), 1);
    return net.add(mixed, channels(net, mixed, block, "layer_scale.gamma"));
  }

  private static Blob channels(NetworkBuilder net, Blob x, Tensors block, String scale) {
    Tensors mlp = block.under("mlp.");
    Blob around = FastVit.depthwise(net, x, FoldedConvolution.normalised(mlp, "conv"), 1);
    Blob up = net.convolution(around, FoldedConvolution.of(mlp, "fc1").convolution(1, 1));
    FoldedConvolution down = RepBranches.scaled(FoldedConvolution.of(mlp, "fc2"), block, scale);
    return net.convolution(net.gelu(up), down.convolution(1, 1));
  }

  private Blob attention(NetworkBuilder net, Blob x, Tensors block) {
    int width = block.dim("token_mixer.qkv.weight", 1);
    Blob rows = net.places(x, width);
    float[] weight = block.floats("token_mixer.qkv.weight", 3 * width, width);
    Linear all;
    if (block.has("norm.running_mean")) {
      all = afterBatchNorm(weight, block, width);
    } else {
      rows = Norms.layer(net, rows, block, "norm", EPSILON);
      all = new Linear(weight, new float[3 * width]);
    }
    Linear output =
        new Linear(
            block.floats("token_mixer.proj.weight", width, width),
            block.floats("token_mixer.proj.bias", width));
    if (block.has("layer_scale_1.gamma")) {
      output = Linears.scaledRows(output, block.floats("layer_scale_1.gamma", width, 1, 1));
    }
    Attention attention =
        new Attention(
            Linears.third(all.weight(), all.bias(), 0),
            Linears.third(all.weight(), all.bias(), 1),
            Linears.third(all.weight(), all.bias(), 2),
            output,
            width / HEAD_WIDTH);
    return net.image(net.attention(rows, attention), side, side);
  }

  /** A matrix without bias, with the normalisation of its inputs folded into it. */
  private static Linear afterBatchNorm(float[] weight, Tensors block, int width) {
    FoldedConvolution norm = FoldedConvolution.identity(width, 1).then(block.under("norm."));
    float[] folded = new float[weight.length];
    float[] bias = new float[weight.length / width];
    for (int o = 0; o < bias.length; o++) {
      double sum = 0;
      for (int i = 0; i < width; i++) {
        int at = o * width + i;
        folded[at] = (float) (weight[at] * norm.weight()[i]);
        sum += weight[at] * norm.bias()[i];
      }
      bias[o] = (float) sum;
    }
    return new Linear(folded, bias);
  }
}
