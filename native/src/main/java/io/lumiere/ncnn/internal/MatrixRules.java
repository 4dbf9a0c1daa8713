package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys.InnerProduct;
import io.lumiere.ncnn.format.LayerKeys.LayerNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Matrix products and what normalises rows. */
final class MatrixRules {
  private static final int MAX_DIM = 1 << 24;

  private MatrixRules() {}

  private static LayerRule rule(List<WeightBlock> weights, UnaryOperator<Shape> output) {
    return new LayerRule() {
      @Override
      public List<WeightBlock> weights() {
        return weights;
      }

      @Override
      public List<Shape> outputs(List<Shape> inputs) {
        return List.of(output.apply(inputs.get(0)));
      }
    };
  }

  static LayerRule layerNorm(Attributes attributes, int inputs, int outputs) {
    int size = attributes.integer(LayerNorm.WIDTH, 0, 1, MAX_DIM);
    attributes.real(LayerNorm.EPSILON, 0);
    boolean affine = attributes.integer(LayerNorm.AFFINE, 1, 0, 1) == 1;
    List<WeightBlock> weights =
        affine ? List.of(WeightBlock.plain(size), WeightBlock.plain(size)) : List.of();
    return rule(
        weights,
        input -> {
          boolean rows = input.w() == size;
          boolean planes = input.rank() == 3 && (long) input.w() * input.h() == size;
          Refusal.unless(rows || planes, "normalises %d numbers, but its input is %s", size, input);
          return input;
        });
  }

  static LayerRule softmax(Attributes attributes, int inputs, int outputs) {
    int axis = attributes.integer(0, 0, -Shape.MAX_RANK, Shape.MAX_RANK - 1);
    int version = attributes.integer(1, 0, 0, 1);
    Refusal.unless(version == 1 || axis == 0, "is from an old converter: attribute 1 must be 1");
    return rule(
        List.of(),
        input -> {
          input.axis(axis);
          return input;
        });
  }

  static LayerRule normalize(Attributes attributes, int inputs, int outputs) {
    attributes.integer(0, 0, 0, 1);
    attributes.integer(4, 1, 0, 1);
    boolean shared = attributes.integer(1, 0, 0, 1) == 1;
    attributes.real(2, 0);
    attributes.integer(9, 0, 0, 2);
    int size = attributes.integer(3, 0, 1, MAX_DIM);
    return rule(
        List.of(WeightBlock.plain(size)),
        input -> {
          int channels = shared ? 1 : input.c();
          Refusal.unless(size == channels, "has %d scales for %d channels", size, channels);
          return input;
        });
  }

  static LayerRule innerProduct(Attributes attributes, int inputs, int outputs) {
    int width = attributes.integer(InnerProduct.OUTPUTS, 0, 1, MAX_DIM);
    boolean bias = attributes.integer(InnerProduct.BIAS, 0, 0, 1) == 1;
    int size = attributes.integer(InnerProduct.WEIGHTS, 0, 1, Integer.MAX_VALUE);
    attributes.off(8);
    ConvolutionRules.activation(attributes);
    Refusal.unless(size % width == 0, "has %d weights for %d outputs", size, width);
    int from = size / width;
    List<WeightBlock> weights = new ArrayList<>();
    weights.add(WeightBlock.tagged(size));
    if (bias) {
      weights.add(WeightBlock.plain(width));
    }
    return rule(
        weights,
        input -> {
          if (input.rank() == 2 && input.w() == from) {
            return input.with(input.h(), width);
          }
          boolean fits = input.rank() != 2 && input.size() == from;
          Refusal.unless(fits, "takes %d numbers, but its input is %s", from, input);
          return input.with(width);
        });
  }
}
