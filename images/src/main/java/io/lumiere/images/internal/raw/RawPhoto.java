package io.lumiere.images.internal.raw;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;

/**
 * A raw file's preview.
 *
 * @param format of the raw file
 * @param jpeg the preview, a whole JPEG file
 * @param header the preview's size, with the raw file's orientation in place of its own
 * @param width of the photo in pixels as displayed, at least that of the preview
 * @param height of the photo in pixels as displayed, at least that of the preview
 */
public record RawPhoto(
    ImageFormat format, ByteView jpeg, ImageHeader header, int width, int height) {}
