package io.lumiere.images.internal.heif;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.HeifItems;
import java.util.ArrayList;
import java.util.List;

/** An item that is a grid of others (ISO/IEC 23008-12, 6.6.2.3): a phone's photo, for one. */
final class Grid {
  /** A phone's photo of 48 megapixels has 192. */
  private static final int MOST_TILES = 16_384;

  private Grid() {}

  static Tiles tiles(HeifItems meta, long id) {
    byte[] layout = meta.data(id).bytes();
    ByteView in = ByteView.of(layout);
    boolean wide = (in.u8(1) & 1) != 0;
    int rows = in.u8(2) + 1;
    int columns = in.u8(3) + 1;
    int width = wide ? in.size32(4) : in.u16(4);
    int height = wide ? in.size32(8) : in.u16(6);
    if (rows * columns > MOST_TILES) {
      throw new UnsupportedImageException(
          "not supported: a grid of "
              + rows * columns
              + " tiles; at most "
              + MOST_TILES
              + " are read");
    }
    List<Long> numbers = meta.references().from("dimg", id);
    if (numbers.size() != rows * columns) {
      throw new CorruptImageException(
          "it is a grid of " + columns + " x " + rows + " tiles and has " + numbers.size());
    }
    return checked(new Tiles(images(meta, id, numbers), columns, width, height));
  }

  private static List<CodedImage> images(HeifItems meta, long id, List<Long> numbers) {
    Colour whole = Colour.find(meta.properties(id));
    List<CodedImage> images = new ArrayList<>();
    for (long number : numbers) {
      CodedImage own = HeifFile.single(meta, number);
      images.add(
          whole == null
              ? own
              : new CodedImage(
                  own.codec(), own.configuration(), own.data(), own.width(), own.height(), whole));
    }
    return images;
  }

  private static Tiles checked(Tiles tiles) {
    CodedImage first = tiles.images().getFirst();
    for (CodedImage image : tiles.images()) {
      if (image.width() != first.width()
          || image.height() != first.height()
          || image.codec() != first.codec()) {
        throw new CorruptImageException("the tiles of its grid differ in size");
      }
    }
    if (!covers(first.width(), tiles.columns(), tiles.width())
        || !covers(first.height(), tiles.rows(), tiles.height())) {
      throw new CorruptImageException(
          String.format(
              "its grid of %d x %d tiles of %d x %d pixels does not make %d x %d",
              tiles.columns(),
              tiles.rows(),
              first.width(),
              first.height(),
              tiles.width(),
              tiles.height()));
    }
    return tiles;
  }

  /** Whether so many tiles reach the end, and none is beyond it. */
  private static boolean covers(int tile, int count, int whole) {
    return (long) tile * count >= whole && (long) tile * (count - 1) < whole;
  }
}
