package io.lumiere.models.convert;

/**
 * Weights of multi-head self-attention. Immutable.
 *
 * <p>Queries, keys and values are of one width, and the last matrix leads from that to the width of
 * what asks.
 *
 * @param heads how many heads share the width evenly
 */
public record Attention(Linear query, Linear key, Linear value, Linear output, int heads) {
  public Attention {
    if (heads < 1 || query.outputs() % heads != 0) {
      throw new IllegalArgumentException(heads + " heads do not share " + query.outputs());
    }
    if (key.outputs() != query.outputs()
        || value.outputs() != query.outputs()
        || output.inputs() != query.outputs()
        || output.outputs() != query.inputs()) {
      throw new IllegalArgumentException(
          "queries %s, keys %s, values %s and the matrix after them %s do not go together"
              .formatted(query.shape(), key.shape(), value.shape(), output.shape()));
    }
  }
}
