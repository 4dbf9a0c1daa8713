package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys.MultiHeadAttention;
import java.util.ArrayList;
import java.util.List;

/**
 * Multi-head attention. Inputs are query [q, queryDim], key [k, keyDim] and value [k, valueDim], of
 * which later ones may be left out, and last a mask [q, k] or [heads, q, k] where there is one.
 */
record AttentionRule(
    int embedDim,
    int heads,
    int queryDim,
    int keyDim,
    int valueDim,
    boolean mask,
    Quantization quantization)
    implements LayerRule {
  private static final int MAX_DIM = 1 << 16;

  static LayerRule of(Attributes attributes, int inputs, int outputs) {
    int embedDim = attributes.integer(MultiHeadAttention.WIDTH, 0, 1, MAX_DIM);
    int heads = attributes.integer(MultiHeadAttention.HEADS, 1, 1, MAX_DIM);
    int weights = attributes.integer(MultiHeadAttention.QUERY_WEIGHTS, 0, 1, Integer.MAX_VALUE);
    int keyDim = attributes.integer(MultiHeadAttention.KEY_WIDTH, embedDim, 1, MAX_DIM);
    int valueDim = attributes.integer(MultiHeadAttention.VALUE_WIDTH, embedDim, 1, MAX_DIM);
    boolean mask = attributes.integer(MultiHeadAttention.MASK, 0, 0, 1) == 1;
    attributes.real(MultiHeadAttention.SCALE, 0);
    attributes.off(MultiHeadAttention.CACHE);
    Quantization quantization = Quantization.of(attributes);
    Refusal.unless(embedDim % heads == 0, "splits %d numbers into %d heads", embedDim, heads);
    Refusal.unless(weights % embedDim == 0, "has %d weights for %d numbers", weights, embedDim);
    int content = inputs - (mask ? 1 : 0);
    Refusal.unless(content >= 1 && content <= 3, "has %d inputs besides a mask", content);
    int queryDim = weights / embedDim;
    return new AttentionRule(embedDim, heads, queryDim, keyDim, valueDim, mask, quantization);
  }

  @Override
  public List<WeightBlock> weights() {
    int[][] matrices = {
      {embedDim, queryDim}, {embedDim, keyDim}, {embedDim, valueDim}, {queryDim, embedDim}
    };
    List<WeightBlock> blocks = new ArrayList<>();
    for (int[] matrix : matrices) {
      blocks.add(quantization.matrix(matrix[0], matrix[1]));
      blocks.add(WeightBlock.plain(matrix[0]));
    }
    blocks.addAll(quantization.scales(matrices));
    return blocks;
  }

  @Override
  public List<Shape> outputs(List<Shape> inputs) {
    int content = inputs.size() - (mask ? 1 : 0);
    Shape query = inputs.get(0);
    Shape key = content > 1 ? inputs.get(1) : query;
    Shape value = content > 2 ? inputs.get(2) : key;
    rows("query", query, queryDim);
    rows("key", key, keyDim);
    rows("value", value, valueDim);
    Refusal.unless(key.h() == value.h(), "has keys %s and values %s of unlike length", key, value);
    long scores = (long) query.h() * key.h() * heads;
    Refusal.unless(scores <= Shape.MAX_SIZE, "would need %d attention scores", scores);
    if (mask) {
      Shape given = inputs.get(inputs.size() - 1);
      boolean fits =
          given.w() == key.h()
              && given.h() == query.h()
              && (given.rank() == 2 || (given.rank() == 3 && given.c() == heads));
      Refusal.unless(fits, "needs a mask [%d, %d], but it is %s", query.h(), key.h(), given);
    }
    return List.of(Shape.floats(query.h(), queryDim));
  }

  private static void rows(String name, Shape shape, int width) {
    boolean fits = shape.rank() == 2 && shape.w() == width;
    Refusal.unless(fits, "needs %s rows of %d numbers, but they are %s", name, width, shape);
  }
}
