package io.lumiere.images;

import io.lumiere.base.RgbImage;

/**
 * An image as {@link ImageDecoder} gives it. Immutable.
 *
 * @param image upright pixels, often fewer than the file has
 * @param width the file's full width in pixels as displayed
 * @param height the file's full height in pixels as displayed
 * @param orientation EXIF orientation as recorded, 1 to 8; it is applied already
 * @param format such as {@code jpeg}
 */
public record DecodedImage(RgbImage image, int width, int height, int orientation, String format) {}
