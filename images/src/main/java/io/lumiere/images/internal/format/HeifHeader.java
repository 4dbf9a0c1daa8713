package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.heif.Codec;
import io.lumiere.images.internal.heif.Crop;
import io.lumiere.images.internal.heif.HeifFile;
import io.lumiere.images.internal.heif.HeifImage;
import io.lumiere.images.internal.heif.Tiles;
import java.util.Set;

/** Size and orientation of a HEIC or AVIF picture. */
final class HeifHeader {
  private static final Set<String> BRANDS =
      Set.of(
          "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1",
          "avif", "avis");

  private static final int MAX_BRANDS = 64;

  /** Tiles may reach beyond the picture, and more may be coded than is shown: but not far more. */
  private static final int MOST_CODED = 2;

  private static final long CODED_AT_LEAST = 16_000_000;

  private HeifHeader() {}

  /** Whether a file's first box names a brand of HEIF (ISO/IEC 14496-12, 4.3). */
  static boolean isHeif(ByteView in) {
    if (!in.has(4, "ftyp") || in.has(8, "crx ")) {
      return false;
    }
    long end = Math.min(Math.min(in.u32(0), in.length()), 8 + 4L * MAX_BRANDS);
    for (long at = 8; at + 4 <= end; at += 4) {
      if (at != 12 && BRANDS.contains(in.latin(at, 4))) {
        return true;
      }
    }
    return false;
  }

  static ImageHeader read(byte[] bytes) {
    HeifImage image = HeifFile.read(bytes);
    Tiles tiles = image.tiles();
    Crop crop = image.crop();
    long coded = tiles.codedPixels();
    long shown = (long) crop.width() * crop.height();
    if (coded > MOST_CODED * shown + CODED_AT_LEAST) {
      throw new CorruptImageException(
          String.format(
              "it holds %d pixels and shows %d x %d of them", coded, crop.width(), crop.height()));
    }
    return new ImageHeader(
        tiles.codec() == Codec.HEVC ? ImageFormat.HEIC : ImageFormat.AVIF,
        crop.width(),
        crop.height(),
        image.orientation(),
        0);
  }
}
