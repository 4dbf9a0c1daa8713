package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.internal.heif.Crop;
import io.lumiere.images.internal.heif.HeifImage;
import io.lumiere.images.internal.heif.Tiles;
import io.lumiere.images.internal.pixels.Samples;
import org.jspecify.annotations.Nullable;

/** A part of a picture, with its transparency where it has one. Used by one thread. */
final class Canvas implements Samples {
  private final Plane colour;
  private final @Nullable Plane alpha;
  private final boolean premultiplied;
  private final Crop crop;
  private final double alphaX;
  private final double alphaY;
  private final byte[] colourRow;
  private final byte[] alphaRow;

  /**
   * Takes the planes over.
   *
   * @param colour blue, green, red
   * @param alpha of the same picture, perhaps smaller, or null
   * @param image what they were decoded from
   */
  Canvas(Plane colour, @Nullable Plane alpha, HeifImage image) {
    this.colour = colour;
    this.alpha = alpha;
    this.premultiplied = image.premultiplied();
    this.crop = image.crop();
    Tiles same = image.alpha() == null ? image.tiles() : image.alpha();
    this.alphaX = (double) same.width() / image.tiles().width();
    this.alphaY = (double) same.height() / image.tiles().height();
    this.colourRow = new byte[alpha == null ? 0 : 3 * crop.width()];
    this.alphaRow = new byte[alpha == null ? 0 : alpha.width()];
  }

  @Override
  public int width() {
    return crop.width();
  }

  @Override
  public int height() {
    return crop.height();
  }

  @Override
  public int channels() {
    return alpha == null ? 3 : 4;
  }

  @Override
  public Depth depth() {
    return Depth.U8;
  }

  @Override
  public boolean premultiplied() {
    return premultiplied;
  }

  @Override
  public void bytes(int y, byte[] row) {
    int sourceY = crop.y() + y;
    if (alpha == null) {
      colour.read(crop.x(), sourceY, row);
      return;
    }
    colour.read(crop.x(), sourceY, colourRow);
    alpha.read(0, (int) (sourceY * alphaY), alphaRow);
    for (int x = 0; x < crop.width(); x++) {
      System.arraycopy(colourRow, 3 * x, row, 4 * x, 3);
      row[4 * x + 3] = alphaRow[(int) ((crop.x() + x) * alphaX)];
    }
  }

  @Override
  public void close() {
    colour.close();
    if (alpha != null) {
      alpha.close();
    }
  }
}
