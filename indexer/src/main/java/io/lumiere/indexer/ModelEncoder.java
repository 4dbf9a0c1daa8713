package io.lumiere.indexer;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ImageEncoder;
import java.util.function.Supplier;

/**
 * A model at hand, to encode photos with. Immutable.
 *
 * @param model which
 * @param images its image tower; asked for once, when the first photo needs it
 */
public record ModelEncoder(EmbeddingModel model, Supplier<ImageEncoder> images) {
  /** The image tower of {@code encoder}, which stays the caller's to close. */
  public static ModelEncoder of(DualEncoder encoder) {
    return new ModelEncoder(encoder.model(), encoder::images);
  }
}
