package io.lumiere.images.internal.heif;

import java.util.List;

/**
 * Coded pictures of one size and codec, row by row, that make one picture; often it is a single
 * one.
 *
 * @param images at least one, in whole rows
 * @param columns how many make a row
 * @param width of the picture in pixels, at most that of a row of tiles
 * @param height of the picture in pixels, at most that of a column of tiles
 */
public record Tiles(List<CodedImage> images, int columns, int width, int height) {
  public Tiles {
    images = List.copyOf(images);
  }

  static Tiles single(CodedImage image) {
    return new Tiles(List.of(image), 1, image.width(), image.height());
  }

  /** The codec of all of them. */
  public Codec codec() {
    return images.getFirst().codec();
  }

  /** Of one tile, in pixels. */
  public int tileWidth() {
    return images.getFirst().width();
  }

  /** Of one tile, in pixels. */
  public int tileHeight() {
    return images.getFirst().height();
  }

  /** Of one tile. */
  public long tilePixels() {
    return (long) tileWidth() * tileHeight();
  }

  /** How many pixels are to be decoded, which may be more than are shown. */
  public long codedPixels() {
    return tilePixels() * images.size();
  }

  /** How many rows of tiles there are. */
  public int rows() {
    return images.size() / columns;
  }
}
