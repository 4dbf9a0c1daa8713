package io.lumiere.images.thumbnail;

/** How large a thumbnail is. Nothing is ever enlarged. Immutable. */
public enum ThumbnailSize {
  /** For a grid: 360 pixels on the short side, as a row of 180 needs on a fine screen. */
  SMALL(360, 1080, 80),
  /** For a mail or a contact sheet: at most 1024 pixels on the long side. */
  MEDIUM(1024, 1024, 82),
  /** For a whole screen: at most 2048 pixels on the long side. */
  LARGE(2048, 2048, 84);

  private final int shortSide;
  private final int longSide;
  private final int quality;

  /**
   * A size.
   *
   * @param shortSide in pixels, at most
   * @param longSide in pixels, at most
   * @param quality of the JPEG: errors that a page shows small are seen less
   */
  ThumbnailSize(int shortSide, int longSide, int quality) {
    this.shortSide = shortSide;
    this.longSide = longSide;
    this.quality = quality;
  }

  int quality() {
    return quality;
  }

  /** How wide and high a picture of this width and height becomes; at least 1 pixel each. */
  Dimensions of(int width, int height) {
    double factor =
        Math.min(
            1,
            Math.min(
                (double) shortSide / Math.min(width, height),
                (double) longSide / Math.max(width, height)));
    return new Dimensions(scaled(width, factor), scaled(height, factor));
  }

  private static int scaled(int side, double factor) {
    return Math.max(1, (int) Math.round(side * factor));
  }

  /** In pixels. */
  record Dimensions(int width, int height) {
    int shortSide() {
      return Math.min(width, height);
    }
  }
}
