package io.lumiere.models.convert;

/**
 * Weights of multi-head self-attention.
 *
 * @param heads how many heads share the width evenly
 */
public record Attention(Linear query, Linear key, Linear value, Linear output, int heads) {
  public Attention {
    if (heads < 1 || query.outputs() % heads != 0) {
      throw new IllegalArgumentException(heads + " heads do not share " + query.outputs());
    }
  }
}
