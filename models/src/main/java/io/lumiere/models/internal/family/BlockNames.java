package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Attention;
import io.lumiere.models.convert.Linear;

/**
 * What a maker calls the weights of a transformer's block: two normalisations, attention, and two
 * matrices, each with the prefix of the block before it.
 */
enum BlockNames {
  OPEN_CLIP("resblocks.", "ln_1", "ln_2", "mlp.c_fc", "mlp.c_proj", "ls_1.gamma", "ls_2.gamma") {
    @Override
    Attention attention(Tensors block, int heads) {
      return packed(
          block,
          block.floats("attn.in_proj_weight"),
          block.floats("attn.in_proj_bias"),
          "attn.out_proj",
          heads);
    }
  },
  HUGGING_FACE("layers.", "layer_norm1", "layer_norm2", "mlp.fc1", "mlp.fc2", "", "") {
    @Override
    Attention attention(Tensors block, int heads) {
      return new Attention(
          Linears.of(block, "self_attn.q_proj"),
          Linears.of(block, "self_attn.k_proj"),
          Linears.of(block, "self_attn.v_proj"),
          Linears.of(block, "self_attn.out_proj"),
          heads);
    }
  },
  TIMM("blocks.", "norm1", "norm2", "mlp.fc1", "mlp.fc2", "ls1.gamma", "ls2.gamma") {
    @Override
    Attention attention(Tensors block, int heads) {
      return packed(
          block,
          block.floats("attn.qkv.weight"),
          block.floats("attn.qkv.bias"),
          "attn.proj",
          heads);
    }
  };

  private final String list;
  private final String norm1;
  private final String norm2;
  private final String up;
  private final String down;
  private final String attentionScale;
  private final String feedForwardScale;

  BlockNames(
      String list,
      String norm1,
      String norm2,
      String up,
      String down,
      String attentionScale,
      String feedForwardScale) {
    this.list = list;
    this.norm1 = norm1;
    this.norm2 = norm2;
    this.up = up;
    this.down = down;
    this.attentionScale = attentionScale;
    this.feedForwardScale = feedForwardScale;
  }

  /** How many blocks there are. */
  int count(Tensors transformer) {
    return transformer.count(list);
  }

  /** The weights of one block. */
  Tensors block(Tensors transformer, int index) {
    return transformer.under(list + index + ".");
  }

  /** The block's attention, with its layer scale (if it has one) in its last matrix. */
  abstract Attention attention(Tensors block, int heads);

  Attention scaledAttention(Tensors block, int heads) {
    Attention a = attention(block, heads);
    return block.has(attentionScale)
        ? new Attention(
            a.query(),
            a.key(),
            a.value(),
            Linears.scaledRows(a.output(), block.floats(attentionScale)),
            heads)
        : a;
  }

  String norm1() {
    return norm1;
  }

  String norm2() {
    return norm2;
  }

  Linear up(Tensors block) {
    return Linears.of(block, up);
  }

  /** The second matrix, with the layer scale (if there is one). */
  Linear down(Tensors block) {
    Linear linear = Linears.of(block, down);
    return block.has(feedForwardScale)
        ? Linears.scaledRows(linear, block.floats(feedForwardScale))
        : linear;
  }

  private static Attention packed(
      Tensors block, float[] weight, float[] bias, String output, int heads) {
    return new Attention(
        Linears.third(weight, bias, 0),
        Linears.third(weight, bias, 1),
        Linears.third(weight, bias, 2),
        Linears.of(block, output),
        heads);
  }
}
