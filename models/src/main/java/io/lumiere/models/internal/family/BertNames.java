package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Attention;

/**
 * What a maker calls the weights of BERT's blocks.
 *
 * @param list what stands before a block's number
 */
record BertNames(
    String list,
    String query,
    String key,
    String value,
    String output,
    String attentionNorm,
    String up,
    String down,
    String norm) {
  /** Google's names, which nearly all have kept. */
  static final BertNames BERT =
      new BertNames(
          "encoder.layer.",
          "attention.self.query",
          "attention.self.key",
          "attention.self.value",
          "attention.output.dense",
          "attention.output.LayerNorm",
          "intermediate.dense",
          "output.dense",
          "output.LayerNorm");

  static final BertNames DISTIL_BERT =
      new BertNames(
          "transformer.layer.",
          "attention.q_lin",
          "attention.k_lin",
          "attention.v_lin",
          "attention.out_lin",
          "sa_layer_norm",
          "ffn.lin1",
          "ffn.lin2",
          "output_layer_norm");

  Attention attention(Tensors block, int heads) {
    return new Attention(
        Linears.of(block, query),
        Linears.of(block, key),
        Linears.of(block, value),
        Linears.of(block, output),
        heads);
  }
}
