package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys;
import io.lumiere.ncnn.format.LayerKeys.Convolution;
import io.lumiere.ncnn.format.LayerKeys.Pooling;
import java.util.ArrayList;
import java.util.List;

/** Convolutions and pooling of images [c, h, w]. */
final class ConvolutionRules {
  private static final int MAX_CHANNELS = 1 << 16;
  private static final int MAX_KERNEL = 128;
  private static final int MAX_PAD = 256;

  private ConvolutionRules() {}

  /** A window that moves along one axis. */
  private record Window(int kernel, int stride, int before, int after) {
    Window {
      // ncnn would compute a negative padding, and write beyond its buffer.
      Refusal.unless(
          before >= 0 || stride <= kernel,
          "keeps the size by padding, but its stride %d exceeds its kernel %d",
          stride,
          kernel);
    }

    int outputs(int size) {
      if (before < 0) {
        return (size - 1) / stride + 1;
      }
      int room = size + before + after - kernel;
      Refusal.unless(
          room >= 0,
          "has a window of %d, but its input has %d with padding",
          kernel,
          room + kernel);
      return room / stride + 1;
    }
  }

  /** Reads an activation that ncnn fuses into the layer before it. */
  static void activation(Attributes attributes) {
    int type = attributes.integer(Convolution.ACTIVATION, 0, 0, 6);
    float[] values = attributes.reals(Convolution.ACTIVATION_VALUES);
    // By type: none, relu, leaky relu, clip, sigmoid, (mish: not built), hard swish.
    int[] needed = {0, 0, 1, 2, 0, -1, 2};
    Refusal.unless(needed[type] >= 0, "fuses activation %d, which is not supported", type);
    Refusal.unless(values.length >= needed[type], "fuses activation %d with too few values", type);
  }

  static LayerRule convolution(Attributes attributes, int inputs, int outputs) {
    return convolution(attributes, 1);
  }

  static LayerRule depthWise(Attributes attributes, int inputs, int outputs) {
    return convolution(attributes, attributes.integer(Convolution.GROUPS, 1, 2, MAX_CHANNELS));
  }

  private static LayerRule convolution(Attributes attributes, int groups) {
    int filters = attributes.integer(Convolution.FILTERS, 0, 1, MAX_CHANNELS);
    int kernelW = attributes.integer(Convolution.KERNEL_WIDTH, 0, 1, MAX_KERNEL);
    int kernelH = attributes.integer(Convolution.KERNEL_HEIGHT, kernelW, 1, MAX_KERNEL);
    attributes.integer(Convolution.DILATION_WIDTH, 1, 1, 1);
    attributes.integer(Convolution.DILATION_HEIGHT, 1, 1, 1);
    int strideW = attributes.integer(Convolution.STRIDE_WIDTH, 1, 1, MAX_KERNEL);
    int strideH = attributes.integer(Convolution.STRIDE_HEIGHT, strideW, 1, MAX_KERNEL);
    int left = attributes.integer(Convolution.PAD_LEFT, 0, LayerKeys.SAME_LOWER, MAX_PAD);
    int right = attributes.integer(Convolution.PAD_RIGHT, left, LayerKeys.SAME_LOWER, MAX_PAD);
    int top = attributes.integer(Convolution.PAD_TOP, left, LayerKeys.SAME_LOWER, MAX_PAD);
    int bottom = attributes.integer(Convolution.PAD_BOTTOM, top, LayerKeys.SAME_LOWER, MAX_PAD);
    attributes.real(Convolution.PAD_VALUE, 0);
    boolean bias = attributes.integer(Convolution.BIAS, 0, 0, 1) == 1;
    int size = attributes.integer(Convolution.WEIGHTS, 0, 1, Integer.MAX_VALUE);
    attributes.off(8, 19);
    activation(attributes);
    requirePads(left, right, top, bottom);
    int perFilter = kernelW * kernelH * filters;
    Refusal.unless(
        size % perFilter == 0 && filters % groups == 0,
        "has %d weights for %d filters of %d x %d in %d groups",
        size,
        filters,
        kernelH,
        kernelW,
        groups);
    long channels = (long) (size / perFilter) * groups;
    Refusal.unless(channels <= MAX_CHANNELS, "has %d channels", channels);
    return new Filters(
        (int) channels,
        filters,
        groups,
        weights(size, bias, filters),
        new Window(kernelW, strideW, left, right),
        new Window(kernelH, strideH, top, bottom));
  }

  private static void requirePads(int left, int right, int top, int bottom) {
    boolean same =
        (left == LayerKeys.REST || left == LayerKeys.SAME_LOWER)
            && left == right
            && left == top
            && left == bottom;
    boolean explicit = left >= 0 && right >= 0 && top >= 0 && bottom >= 0;
    Refusal.unless(same || explicit, "pads %d, %d, %d, %d", left, right, top, bottom);
  }

  private static List<WeightBlock> weights(int size, boolean bias, int filters) {
    List<WeightBlock> blocks = new ArrayList<>();
    blocks.add(WeightBlock.tagged(size));
    if (bias) {
      blocks.add(WeightBlock.plain(filters));
    }
    return blocks;
  }

  private record Filters(
      int channels, int filters, int groups, List<WeightBlock> weights, Window across, Window down)
      implements LayerRule {
    /**
     * Between one group and one group a channel, ncnn packs the weights of the groups as bfloat16
     * and then reads them as floats, beyond their end.
     */
    @Override
    public boolean runsInBf16() {
      return groups == 1 || (groups == channels && groups == filters);
    }

    @Override
    public List<Shape> outputs(List<Shape> inputs) {
      Shape input = image(inputs);
      Refusal.unless(
          input.c() == channels, "takes %d channels, but its input is %s", channels, input);
      return List.of(input.with(filters, down.outputs(input.h()), across.outputs(input.w())));
    }
  }

  private static Shape image(List<Shape> inputs) {
    Shape input = inputs.get(0);
    Refusal.unless(input.rank() == 3, "takes an image [c, h, w], but its input is %s", input);
    return input;
  }

  static LayerRule pooling(Attributes attributes, int inputs, int outputs) {
    attributes.integer(Pooling.AVERAGE, 0, 0, 1);
    boolean global = attributes.integer(Pooling.GLOBAL, 0, 0, 1) == 1;
    boolean adaptive = attributes.integer(Pooling.ADAPTIVE, 0, 0, 1) == 1;
    int least = global || adaptive ? 0 : 1;
    int kernelW = attributes.integer(Pooling.KERNEL_WIDTH, 0, least, MAX_KERNEL);
    int kernelH = attributes.integer(Pooling.KERNEL_HEIGHT, kernelW, least, MAX_KERNEL);
    int strideW = attributes.integer(Pooling.STRIDE_WIDTH, 1, 1, MAX_KERNEL);
    int strideH = attributes.integer(Pooling.STRIDE_HEIGHT, strideW, 1, MAX_KERNEL);
    // A window that lies in the padding altogether has no numbers to pool.
    int left = attributes.integer(Pooling.PAD_LEFT, 0, 0, Math.max(kernelW - 1, 0));
    int right = attributes.integer(Pooling.PAD_RIGHT, left, 0, Math.max(kernelW - 1, 0));
    int top = attributes.integer(Pooling.PAD_TOP, left, 0, Math.max(kernelH - 1, 0));
    int bottom = attributes.integer(Pooling.PAD_BOTTOM, top, 0, Math.max(kernelH - 1, 0));
    // Only "valid": the other modes round up and can pool nothing but padding.
    boolean valid = attributes.integer(Pooling.PAD_MODE, 0, 0, 1) == 1;
    attributes.integer(Pooling.COUNTS_PADDING, 0, 0, 1);
    int outW = attributes.integer(Pooling.OUTPUT_WIDTH, 0, 0, MAX_CHANNELS);
    int outH = attributes.integer(Pooling.OUTPUT_HEIGHT, outW, 0, MAX_CHANNELS);
    if (global) {
      return shapes -> List.of(Shape.floats(image(shapes).c()));
    }
    if (adaptive) {
      return shapes -> List.of(Shape.floats(image(shapes).c(), outH, outW));
    }
    Refusal.unless(valid, "pools with pad mode 0 where 1 is supported");
    Window across = new Window(kernelW, strideW, left, right);
    Window down = new Window(kernelH, strideH, top, bottom);
    return shapes -> {
      Shape input = image(shapes);
      return List.of(input.with(input.c(), down.outputs(input.h()), across.outputs(input.w())));
    };
  }
}
