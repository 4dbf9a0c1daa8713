package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.JpegStart;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.tiff.PhotoFinder;
import org.jspecify.annotations.Nullable;

/** Tells a file's format by its first bytes; its name does not count. */
public final class Signatures {
  private static final String ACCEPTED =
      "JPEG, PNG, WebP, HEIC, AVIF, JPEG XL, TIFF, GIF, BMP, PNM, JPEG 2000, EXR and previews in"
          + " raw files are read";

  private Signatures() {}

  /**
   * Format, size and orientation.
   *
   * @throws UnsupportedImageException for a format that is not decoded here, named where it is
   *     known
   * @throws CorruptImageException if the file is empty or ends within its header
   */
  public static ImageHeader read(byte[] bytes) {
    if (bytes.length == 0) {
      throw new CorruptImageException("the file is empty");
    }
    ByteView big = ByteView.of(bytes);
    ByteView little = big.littleEndian();
    return switch (detect(big)) {
      case JPEG -> JpegHeader.read(big);
      case PNG -> PngHeader.read(big);
      case WEBP -> WebpHeader.read(little);
      case TIFF -> PhotoFinder.photo(bytes).header();
      case GIF -> SimpleHeaders.gif(little);
      case BMP -> SimpleHeaders.bmp(little);
      case PNM -> SimpleHeaders.pnm(big);
      case JP2 -> SimpleHeaders.jp2(big);
      case EXR -> ExrHeader.read(little);
      case HEIC, AVIF -> HeifHeader.read(bytes);
      case JXL -> JxlHeader.read(big);
      default -> throw new IllegalStateException("raw files have no header of their own");
    };
  }

  /**
   * Whether a file begins as one of the formats that are read here, or of those known by name; a
   * mere text, as the head of a download is, does not count.
   */
  static boolean isKnown(byte[] bytes) {
    ByteView in = ByteView.of(bytes);
    if (find(in) != null) {
      return true;
    }
    String other = OtherFormats.describe(in);
    return !other.equals(OtherFormats.UNKNOWN) && !other.equals(OtherFormats.TEXT);
  }

  private static ImageFormat detect(ByteView in) {
    ImageFormat found = find(in);
    if (found == null) {
      throw unsupported(OtherFormats.describe(in));
    }
    return found;
  }

  /** The format that a file begins as; null for none that is read here, and for raw files. */
  public static @Nullable ImageFormat find(ByteView in) {
    if (in.has(0, JpegStart.SIGNATURE)) {
      return ImageFormat.JPEG;
    } else if (in.has(0, "\u0089PNG\r\n\u001a\n")) {
      return ImageFormat.PNG;
    } else if (in.has(0, "RIFF") && in.has(8, "WEBP")) {
      return ImageFormat.WEBP;
    } else if (in.has(0, "GIF87a") || in.has(0, "GIF89a")) {
      return ImageFormat.GIF;
    } else if (TiffFile.isTiff(in)) {
      return ImageFormat.TIFF;
    } else if (in.has(0, "BM") && in.length() > 26 && in.u8(6) == 0 && in.u8(7) == 0) {
      return ImageFormat.BMP;
    } else if (in.length() > 6 && in.u8(0) == 'P' && isPnm(in)) {
      return ImageFormat.PNM;
    } else if (in.has(4, "jP  \r\n\u0087\n") || in.has(0, "\u00ffO\u00ffQ")) {
      return ImageFormat.JP2;
    } else if (in.has(0, "v/1\u0001")) {
      return ImageFormat.EXR;
    } else if (HeifHeader.isHeif(in)) {
      return ImageFormat.HEIC;
    } else if (JxlHeader.isJxl(in)) {
      return ImageFormat.JXL;
    }
    return null;
  }

  private static boolean isPnm(ByteView in) {
    int kind = in.u8(1);
    return kind >= '1' && kind <= '6' && Character.isWhitespace(in.u8(2));
  }

  static UnsupportedImageException unsupported(String what) {
    return new UnsupportedImageException("the file is " + what + ": " + ACCEPTED);
  }
}
