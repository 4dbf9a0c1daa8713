package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.ByteBlocks;
import io.lumiere.ncnn.format.LayerKeys.Embed;
import java.util.ArrayList;
import java.util.List;

/** Looks up a row of numbers for each integer; the only layer that takes integers. */
record EmbedRule(int width, int rows, boolean bias) implements LayerRule {
  private static final int MAX = 1 << 24;

  static LayerRule of(Attributes attributes, int inputs, int outputs) {
    int width = attributes.integer(Embed.WIDTH, 0, 1, MAX);
    int rows = attributes.integer(Embed.ROWS, 0, 1, MAX);
    boolean bias = attributes.integer(Embed.BIAS, 0, 0, 1) == 1;
    int size = attributes.integer(Embed.WEIGHTS, 0, 1, Integer.MAX_VALUE);
    attributes.off(ByteBlocks.ATTRIBUTE);
    Refusal.unless(
        size == (long) width * rows, "has %d weights for %d rows of %d", size, rows, width);
    return new EmbedRule(width, rows, bias);
  }

  @Override
  public List<WeightBlock> weights() {
    List<WeightBlock> blocks = new ArrayList<>();
    blocks.add(WeightBlock.tagged((long) width * rows));
    if (bias) {
      blocks.add(WeightBlock.plain(width));
    }
    return blocks;
  }

  @Override
  public List<Shape> outputs(List<Shape> inputs) {
    Shape input = inputs.get(0);
    Refusal.unless(
        input.isInts() && input.rank() == 1,
        "looks up a vector of integers, but its input is %s",
        input);
    return List.of(Shape.floats(input.w(), width));
  }

  @Override
  public void checkInts(int[] values) {
    for (int i = 0; i < values.length; i++) {
      int value = values[i];
      Refusal.unless(
          value >= 0 && value < rows,
          "has %d rows, but number %d of its input is %d",
          rows,
          i,
          value);
    }
  }
}
