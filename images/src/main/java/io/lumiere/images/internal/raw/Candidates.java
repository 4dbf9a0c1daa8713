package io.lumiere.images.internal.raw;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.format.JpegHeader;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what a raw file says of itself, and of its previews the largest. Used by one thread. */
final class Candidates {
  /** Of a preview: less is a mere thumbnail, of which an encoder makes too little. */
  static final int LEAST_SHORT_SIDE = 160;

  private static final int TURNED = 5;

  private @Nullable ByteView jpeg;
  private @Nullable ImageHeader header;
  private int orientation;
  private long width;
  private long height;

  /** Takes a part of the file for a preview if it is a JPEG that everyone can show. */
  void offer(ByteView part) {
    ImageHeader found = JpegHeader.readCommon(part);
    if (found != null && (header == null || found.pixels() > header.pixels())) {
      jpeg = part;
      header = found;
    }
  }

  /** As {@link #offer}, for a place that may be beyond the end of {@code in}. */
  void offer(ByteView in, long offset, long length) {
    if (offset >= 0 && offset < in.length() && length > 0) {
      offer(in.slice(offset, length));
    }
  }

  /**
   * The raw file's EXIF orientation; without it, or with none of 1 to 8, the preview's own counts.
   */
  void orientation(long value) {
    if (value >= 1 && value <= 8) {
      orientation = (int) value;
    }
  }

  /** The size of one of the file's images, not yet turned: the largest is the photo's. */
  void size(long imageWidth, long imageHeight) {
    boolean sane = imageWidth > 0 && imageHeight > 0 && Math.max(imageWidth, imageHeight) < 1 << 20;
    if (sane && imageWidth * imageHeight > width * height) {
      width = imageWidth;
      height = imageHeight;
    }
  }

  /**
   * The largest preview.
   *
   * @throws UnsupportedImageException if there is none, or only a thumbnail
   */
  RawPhoto photo(ImageFormat format) {
    String name =
        format == ImageFormat.RAW ? "raw" : format.label().toUpperCase(Locale.ROOT) + " raw";
    ImageHeader own = header;
    if (own == null || jpeg == null) {
      throw new UnsupportedImageException(
          "the " + name + " file holds no JPEG preview, and raw samples are not developed");
    }
    if (Math.min(own.width(), own.height()) < 1) {
      throw new CorruptImageException("its preview has no pixels");
    }
    if (Math.min(own.width(), own.height()) < LEAST_SHORT_SIDE) {
      throw new UnsupportedImageException(
          String.format(
              "the largest preview of the %s file has %d x %d pixels; %d on the short side are"
                  + " needed, and raw samples are not developed",
              name, own.width(), own.height(), LEAST_SHORT_SIDE));
    }
    ImageHeader turned =
        new ImageHeader(
            own.format(), own.width(), own.height(), orientation(own), own.leastBytes());
    return photo(format, jpeg, turned);
  }

  // Some programs turn the preview and leave the sensor's samples as they are.
  private int orientation(ImageHeader own) {
    boolean differs =
        (width > height && own.width() < own.height())
            || (width < height && own.width() > own.height());
    boolean turnedAlready = orientation >= TURNED && differs;
    return orientation == 0 ? own.orientation() : turnedAlready ? 1 : orientation;
  }

  private RawPhoto photo(ImageFormat format, ByteView preview, ImageHeader turned) {
    if (width * height <= turned.pixels()) {
      return new RawPhoto(format, preview, turned, turned.displayWidth(), turned.displayHeight());
    }
    boolean swapped = (turned.displayWidth() > turned.displayHeight()) != (width > height);
    int shownWidth = (int) (swapped ? height : width);
    int shownHeight = (int) (swapped ? width : height);
    return new RawPhoto(
        format,
        preview,
        turned,
        Math.max(shownWidth, turned.displayWidth()),
        Math.max(shownHeight, turned.displayHeight()));
  }
}
