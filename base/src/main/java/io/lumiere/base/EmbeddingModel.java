package io.lumiere.base;

import org.jspecify.annotations.Nullable;

/**
 * Which model made the vectors of an index. Vectors of different models cannot be compared, so an
 * index holds this and refuses vectors of another. Immutable.
 *
 * @param id name of the model, such as {@code starter}
 * @param contentHash lower-case hexadecimal SHA-256 over the model's files
 * @param dimension length of its vectors, 1 to {@value #MAX_DIMENSION}
 */
public record EmbeddingModel(String id, String contentHash, int dimension) {
  /** The most dimensions that Lucene's default vector format stores. */
  public static final int MAX_DIMENSION = 1024;

  public EmbeddingModel {
    if (id.isBlank()) {
      throw new IllegalArgumentException("model id is blank");
    }
    if (!contentHash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "content hash of model "
              + id
              + " is not 64 lower-case hexadecimal digits: "
              + contentHash);
    }
    if (dimension < 1 || dimension > MAX_DIMENSION) {
      throw new IllegalArgumentException(
          "dimension of model " + id + " is " + dimension + ", not in 1.." + MAX_DIMENSION);
    }
  }

  // Written out, as Java makes a record's own at run time, which every search would wait for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmbeddingModel model
        && id.equals(model.id)
        && contentHash.equals(model.contentHash)
        && dimension == model.dimension;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * id.hashCode() + contentHash.hashCode()) + dimension;
  }
}
