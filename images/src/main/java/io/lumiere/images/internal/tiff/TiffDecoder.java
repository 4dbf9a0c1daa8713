package io.lumiere.images.internal.tiff;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.ImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.opencv.Codecs;
import io.lumiere.images.internal.pixels.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Decodes the photo of a TIFF file: by OpenCV what that reads rightly, else here. */
public final class TiffDecoder {
  /** Bytes of a pixel of a part that is a picture file: JPEG XL takes the most. */
  private static final long PART_PICTURE = 44;

  private TiffDecoder() {}

  /**
   * The picture.
   *
   * @param pictures decodes strips and tiles that are picture files
   * @throws io.lumiere.images.ImageException if it is damaged, or of a kind that is not read
   */
  public static Samples decode(byte[] bytes, ImageHeader header, PartDecoder pictures) {
    TiffImage image = PhotoFinder.photo(bytes);
    if (Support.isOfOpenCv(image)) {
      return byOpenCv(bytes, header, image);
    }
    String missing = Support.missing(image);
    if (missing != null) {
      throw unsupported(missing);
    }
    return new TiffSamples(image, pictures);
  }

  /**
   * What the strips or tiles take that are unpacked at a time, in bytes.
   *
   * @throws CorruptImageException if they reach far beyond the picture
   */
  public static long partsMemory(byte[] bytes) {
    TiffImage image;
    Layout layout;
    try {
      image = PhotoFinder.photo(bytes);
      layout = Layout.unchecked(image);
    } catch (ImageException e) {
      return 0; // The decoder says what is wrong with it.
    }
    layout.checkExtent(image);
    long picture = Support.isPicture(image) ? PART_PICTURE * layout.partPixels() : 0;
    return layout.rowOfParts(image.bits()) + picture;
  }

  private static Samples byOpenCv(byte[] bytes, ImageHeader header, TiffImage image) {
    try {
      return Codecs.tiff(
          image.at() == image.file().first() ? bytes : pointed(bytes, image),
          header,
          isInverted(image));
    } catch (CorruptImageException e) {
      if (image.compression() == Support.OLD_JPEG) {
        // Few such files follow any description, and libtiff reads but some of them.
        throw unsupported(Names.compression(Support.OLD_JPEG));
      }
      throw e;
    }
  }

  private static UnsupportedImageException unsupported(String what) {
    return new UnsupportedImageException("not supported: a TIFF with " + what);
  }

  /** OpenCV gives wide samples as they are, and bytes as light. */
  private static boolean isInverted(TiffImage image) {
    return image.photometric() == TiffImage.WHITE_IS_ZERO && image.bits() > 8;
  }

  /** A copy of the file in which the image's directory is the first. */
  private static byte[] pointed(byte[] bytes, TiffImage image) {
    byte[] copy = bytes.clone();
    TiffFile file = image.file();
    ByteOrder order = file.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ByteBuffer out = ByteBuffer.wrap(copy).order(order);
    if (file.isBig()) {
      out.putLong(8, image.at());
    } else {
      out.putInt(4, (int) image.at());
    }
    return copy;
  }
}
