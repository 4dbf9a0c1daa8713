package io.lumiere.schema;

/**
 * The pixels of a photo. Immutable.
 *
 * @param width in pixels as displayed, at least 1
 * @param height in pixels as displayed, at least 1
 * @param orientation EXIF orientation as recorded, 1 to 8
 * @param format such as {@code jpeg}
 */
public record ImageInfo(int width, int height, int orientation, String format) {
  public ImageInfo {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("image of " + width + " x " + height + " pixels");
    }
    if (orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("orientation " + orientation + " is not in 1..8");
    }
  }

  /** Stands in where nobody has looked at the pixels yet: 1 x 1 of them, upright. */
  public static ImageInfo unseen(String format) {
    return new ImageInfo(1, 1, 1, format);
  }

  /** Whether this is what {@link #unseen} gives; the next indexing of the photo looks. */
  public boolean isUnseen() {
    return equals(unseen(format));
  }
}
