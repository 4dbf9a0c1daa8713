package io.lumiere.images.internal.heif;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.ImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.HeifItems;
import io.lumiere.images.internal.header.ExifOrientation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the picture of a HEIF file: its primary item, or the first picture of a sequence that has
 * no item.
 *
 * <p>The file's own properties turn it. EXIF's orientation, which phones write beside them, is for
 * information (ISO/IEC 23008-12, annex A): read as well, it would turn the photo twice. But apps
 * and converters write HEIC with EXIF's alone, and Apple's programs and Windows show it turned by
 * that; so it counts where a HEIC has neither irot nor imir, even one that turns by nothing. Of
 * AVIF it never counts, as in all browsers.
 */
public final class HeifFile {
  private HeifFile() {}

  /**
   * Reads the file's boxes.
   *
   * @throws ImageException if the file is damaged, or holds a picture of a kind that is not read
   */
  public static HeifImage read(byte[] bytes) {
    ByteView file = ByteView.of(bytes);
    List<Box> boxes = Box.all(file, 0);
    Box meta = Box.find(boxes, "meta");
    if (meta != null) {
      return primary(new HeifItems(meta, file));
    }
    Box moov = Box.find(boxes, "moov");
    if (moov == null) {
      throw new CorruptImageException("it holds no picture");
    }
    Tiles tiles = Tiles.single(FirstSample.of(moov, file));
    return new HeifImage(tiles, null, false, new Crop(0, 0, tiles.width(), tiles.height()), 1);
  }

  private static HeifImage primary(HeifItems meta) {
    long id = meta.primary();
    Tiles tiles = tiles(meta, id);
    List<Box> properties = meta.properties(id);
    Long alpha = alpha(meta, id);
    return new HeifImage(
        tiles,
        alpha == null ? null : alphaTiles(meta, alpha, tiles),
        alpha != null && meta.references().from("prem", id).contains(alpha),
        Crop.of(properties, tiles.width(), tiles.height()),
        orientation(meta, id, tiles, properties));
  }

  private static int orientation(HeifItems meta, long id, Tiles tiles, List<Box> properties) {
    return tiles.codec() == Codec.HEVC && !Turns.areGiven(properties)
        ? exifOrientation(meta, id)
        : Turns.orientation(properties);
  }

  /** That of the EXIF block which describes the picture; 1 where there is none. */
  private static int exifOrientation(HeifItems meta, long id) {
    for (long item : meta.references().to("cdsc", id)) {
      try {
        if (meta.type(item).equals("Exif")) {
          ByteView block = ByteView.of(meta.data(item).bytes());
          return ExifOrientation.find(HeifItems.tiffOfExif(block));
        }
      } catch (ImageException e) {
        return ExifOrientation.NORMAL; // Broken metadata never costs the photo.
      }
    }
    return ExifOrientation.NORMAL;
  }

  private static Tiles tiles(HeifItems meta, long id) {
    String type = meta.type(id);
    if (type.equals("grid")) {
      return Grid.tiles(meta, id);
    }
    return Tiles.single(single(meta, id));
  }

  static CodedImage single(HeifItems meta, long id) {
    String type = meta.type(id);
    Codec codec = CodedImage.codec(type);
    if (codec == null) {
      throw CodedImage.unsupported(type);
    }
    List<Box> properties = meta.properties(id);
    Box size = Box.find(properties, "ispe");
    if (size == null) {
      throw new CorruptImageException("it does not say how large its picture is");
    }
    int width = size.content().size32(4);
    int height = size.content().size32(8);
    checkSides(width, height);
    return CodedImage.of(codec, properties, meta.data(id), width, height);
  }

  /** Of each coded picture: limits of memory multiply sides. */
  private static void checkSides(int width, int height) {
    if (Math.min(width, height) < 1) {
      throw new CorruptImageException("its header gives " + width + " x " + height + " pixels");
    }
    if (Math.max(width, height) > ImageDecoder.MAX_SIDE) {
      throw new UnsupportedImageException(
          String.format(
              Locale.ROOT,
              "not supported: it has %d x %d pixels; at most %d on a side are read",
              width,
              height,
              ImageDecoder.MAX_SIDE));
    }
  }

  /** The auxiliary picture that is the transparency of {@code id}. */
  private static @Nullable Long alpha(HeifItems meta, long id) {
    for (long auxiliary : meta.references().to("auxl", id)) {
      Box kind = Box.find(meta.properties(auxiliary), "auxC");
      if (kind != null
          && (kind.content().has(4, "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0")
              || kind.content().has(4, "urn:mpeg:hevc:2015:auxid:1\0"))) {
        return auxiliary;
      }
    }
    return null;
  }

  /**
   * One that is larger than the picture is not its transparency: it costs more than it is worth.
   */
  private static @Nullable Tiles alphaTiles(HeifItems meta, long id, Tiles colour) {
    Tiles alpha = tiles(meta, id);
    return alpha.codedPixels() <= colour.codedPixels() ? alpha : null;
  }
}
