package io.lumiere.models;

import io.lumiere.base.RgbImage;
import java.util.List;

/** Turns images into vectors. Thread-safe: workers share one. */
public interface ImageEncoder {
  /**
   * The short side, in pixels, below which an image is enlarged for the network. Decoding to less
   * than this loses quality; decoding to much more wastes time.
   */
  int imageSize();

  /** The image's embedding: a new array of the model's dimension, finite, unit length to 1e-4. */
  float[] encode(RgbImage image);

  /** {@link #encode} of each, in order. */
  default List<float[]> encodeAll(List<RgbImage> images) {
    return images.stream().map(this::encode).toList();
  }
}
