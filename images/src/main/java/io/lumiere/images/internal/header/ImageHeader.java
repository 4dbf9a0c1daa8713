package io.lumiere.images.internal.header;

/**
 * What a file says of itself before any pixel is decoded.
 *
 * @param format of the file
 * @param width as stored, in pixels, before the orientation is applied; at least 1
 * @param height as stored, in pixels, before the orientation is applied; at least 1
 * @param orientation EXIF orientation, 1 to 8
 * @param leastBytes a file of this many pixels cannot have fewer bytes, however well compressed
 */
public record ImageHeader(
    ImageFormat format, int width, int height, int orientation, long leastBytes) {
  /** How many pixels there are. */
  public long pixels() {
    return (long) width * height;
  }

  /** Width as displayed. */
  public int displayWidth() {
    return orientation >= 5 ? height : width;
  }

  /** Height as displayed. */
  public int displayHeight() {
    return orientation >= 5 ? width : height;
  }
}
