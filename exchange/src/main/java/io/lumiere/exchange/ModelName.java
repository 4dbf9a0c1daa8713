package io.lumiere.exchange;

import io.lumiere.base.EmbeddingModel;
import java.util.regex.Pattern;

/**
 * Which model made vectors, as records say it: {@code starter@} and the 64 digits of its content
 * hash. Immutable.
 *
 * @param id such as {@code starter}
 * @param contentHash 64 lower-case hexadecimal digits
 */
public record ModelName(String id, String contentHash) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public ModelName {
    if (id.isBlank() || !HASH.matcher(contentHash).matches()) {
      throw new IllegalArgumentException(
          "model '"
              + id
              + "@"
              + contentHash
              + "' is not NAME@HASH: the hash has 64 lower-case hexadecimal digits, such as the"
              + " SHA-256 of the model's file");
    }
  }

  /**
   * Reads {@code NAME@HASH}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static ModelName parse(String text) {
    int at = text.lastIndexOf('@');
    return new ModelName(
        text.substring(0, Math.max(0, at)), at < 0 ? text : text.substring(at + 1));
  }

  static ModelName of(EmbeddingModel model) {
    return new ModelName(model.id(), model.contentHash());
  }

  EmbeddingModel withDimension(int dimension) {
    return new EmbeddingModel(id, contentHash, dimension);
  }

  @Override
  public String toString() {
    return id + "@" + contentHash;
  }
}
