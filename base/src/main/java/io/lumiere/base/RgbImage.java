package io.lumiere.base;

/**
 * Decoded pixels, upright: 8-bit RGB, packed, row by row from the top left. The array is not
 * copied; nobody changes it afterwards, so images are immutable.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rgb {@code 3 * width * height} bytes, each 0 to 255 unsigned
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Compared by identity; copying megapixels to be safe would cost more.
public record RgbImage(int width, int height, byte[] rgb) {
  public RgbImage {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("image of " + width + " x " + height + " pixels");
    }
    if (rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "image of "
              + width
              + " x "
              + height
              + " pixels takes "
              + 3L * width * height
              + " bytes, not "
              + rgb.length);
    }
  }
}
