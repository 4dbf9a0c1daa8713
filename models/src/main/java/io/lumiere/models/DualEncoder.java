package io.lumiere.models;

import io.lumiere.base.EmbeddingModel;
import java.util.List;

/**
 * A model with an image tower and a text tower whose vectors compare by dot product. Each tower is
 * loaded when it is first asked for, so a search never loads the image tower. Thread-safe. After
 * {@link #close} the towers throw {@link IllegalStateException}.
 */
public interface DualEncoder extends AutoCloseable {
  /** Which model this is. */
  EmbeddingModel model();

  /** The image tower. */
  ImageEncoder images();

  /** The text tower. */
  TextEncoder texts();

  /** How cosines of an image and texts become probabilities. */
  Scoring scoring();

  /**
   * The sentences that a label is put into, each with {@value Prompts#LABEL} in its place; see
   * {@link Prompts}.
   */
  default List<String> templates() {
    return List.of(Prompts.LABEL);
  }

  @Override
  void close();
}
