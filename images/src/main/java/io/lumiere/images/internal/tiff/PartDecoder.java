package io.lumiere.images.internal.tiff;

import io.lumiere.images.internal.pixels.Samples;

/** Decodes a strip or tile of a TIFF that is a picture file. */
@FunctionalInterface
public interface PartDecoder {
  /**
   * Its picture.
   *
   * @param width of the strip or tile in pixels; a picture that is much larger is refused by its
   *     header, as memory was estimated by the TIFF's
   * @param height of the strip or tile in pixels
   */
  Samples decode(byte[] bytes, int width, int height);
}
