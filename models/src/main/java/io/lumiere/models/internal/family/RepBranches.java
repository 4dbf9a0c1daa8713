package io.lumiere.models.internal.family;

import java.util.Arrays;

/**
 * Convolutions that FastViT trains as branches side by side and runs as one, out of checkpoints in
 * either form.
 *
 * @see <a href="https://arxiv.org/abs/2303.14189">Vasu et al., FastViT, 2023</a>
 */
final class RepBranches {
  private static final String MERGED = "reparam_conv";

  private RepBranches() {}

  /** A MobileOne block: convolutions, a smaller one, and the input itself, each normalised. */
  static FoldedConvolution mobileOne(Tensors block) {
    if (block.has(MERGED + ".weight")) {
      return FoldedConvolution.of(block, MERGED);
    }
    FoldedConvolution sum = FoldedConvolution.normalised(block, "conv_kxk.0");
    for (int i = 1; i < block.count("conv_kxk."); i++) {
      sum = sum.plus(FoldedConvolution.normalised(block, "conv_kxk." + i));
    }
    if (block.has("conv_scale.conv.weight")) {
      sum = sum.plus(FoldedConvolution.normalised(block, "conv_scale"));
    }
    if (block.has("identity.weight")) {
      sum = sum.plus(normalisedInput(block, sum.inputs()));
    }
    return sum;
  }

  /** A large kernel and a small one. */
  static FoldedConvolution largeKernel(Tensors block) {
    if (block.has(MERGED + ".weight")) {
      return FoldedConvolution.of(block, MERGED);
    }
    FoldedConvolution large = FoldedConvolution.normalised(block, "large_conv");
    return block.has("small_conv.conv.weight")
        ? large.plus(FoldedConvolution.normalised(block, "small_conv"))
        : large;
  }

  /** The mixer of a block's places: {@code x + scale (mixer(x) - norm(x))}. */
  static FoldedConvolution mixer(Tensors block) {
    if (block.has(MERGED + ".weight")) {
      return FoldedConvolution.of(block, MERGED);
    }
    FoldedConvolution mixer = mobileOne(block.under("mixer."));
    FoldedConvolution norm = normalisedInput(block.under("norm."), mixer.inputs());
    double[] less = new double[mixer.outputs()];
    Arrays.fill(less, -1);
    FoldedConvolution difference = mixer.plus(norm.times(less));
    return FoldedConvolution.identity(mixer.outputs(), mixer.inputs())
        .plus(scaled(difference, block, "layer_scale.gamma"));
  }

  /** What gives each place its position: {@code x + convolution(x)}. */
  static FoldedConvolution places(Tensors block) {
    if (block.has(MERGED + ".weight")) {
      return FoldedConvolution.of(block, MERGED);
    }
    FoldedConvolution places = FoldedConvolution.of(block, "pos_enc");
    return places.plus(FoldedConvolution.identity(places.outputs(), places.inputs()));
  }

  /** A convolution whose outputs are multiplied, where the checkpoint has factors. */
  static FoldedConvolution scaled(FoldedConvolution convolution, Tensors block, String name) {
    return block.has(name)
        ? convolution.times(block.floats(name, convolution.outputs(), 1, 1))
        : convolution;
  }

  private static FoldedConvolution normalisedInput(Tensors block, int inputs) {
    Tensors norm = block.under("identity.");
    return FoldedConvolution.identity(norm.dim("weight", 0), inputs).then(norm);
  }
}
