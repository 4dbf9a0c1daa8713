package io.lumiere.ncnn.internal;

import java.util.List;

/**
 * What one layer of a network takes and makes. An instance exists only for attributes that are in
 * range, so what it says about weights and shapes is what ncnn will do.
 */
interface LayerRule {
  /** The weights that the layer reads from the bin file, in order. */
  default List<WeightBlock> weights() {
    return List.of();
  }

  /**
   * The shapes of the outputs for the shapes of the inputs, which hold floats for every layer but
   * {@link EmbedRule}.
   *
   * @throws Refusal if ncnn could not run the layer on them
   */
  List<Shape> outputs(List<Shape> inputs);

  /** Whether ncnn computes the layer right when results are held in bfloat16. */
  default boolean runsInBf16() {
    return true;
  }

  /** Looks at integers that are about to be put in; see {@link EmbedRule}. */
  default void checkInts(int[] values) {
    throw new Refusal("takes floats, not integers");
  }

  /** Makes the rule of a layer, which reads every attribute that it allows. */
  interface Factory {
    LayerRule create(Attributes attributes, int inputs, int outputs);
  }
}
