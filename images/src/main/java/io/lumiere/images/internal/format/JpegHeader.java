package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.ExifOrientation;
import io.lumiere.images.container.JpegSegments;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import org.jspecify.annotations.Nullable;

/** The frame's size and the EXIF orientation of a JPEG. */
public final class JpegHeader {
  private static final int APP1 = 0xe1;
  private static final int EXIF_PREFIX = 6;
  private static final int PROGRESSIVE = 0xc2;

  /** SOF55, of JPEG-LS (ITU-T T.87). */
  private static final int LOSSLESS_STANDARD = 0xf7;

  private JpegHeader() {}

  static ImageHeader read(ByteView in) {
    JpegSegments segments = new JpegSegments(in);
    int orientation = ExifOrientation.NORMAL;
    boolean exifSeen = false;
    while (segments.next()) {
      long content = segments.at() + 2;
      if (isFrame(segments.marker())) {
        checkKind(segments.marker(), in, content);
        return frame(in, content, orientation);
      }
      if (segments.marker() == APP1 && !exifSeen && in.has(content, "Exif\0")) {
        exifSeen = true;
        long length = segments.length() - 2L - EXIF_PREFIX;
        orientation = ExifOrientation.find(in.slice(content + EXIF_PREFIX, length, false));
      }
    }
    throw new CorruptImageException("the JPEG has no frame header");
  }

  /**
   * The same of a JPEG that every program can show, or null for anything else: raw files hold their
   * samples in lossless JPEGs, too.
   */
  public static @Nullable ImageHeader readLossy(ByteView in) {
    if (!in.has(0, "\u00ff\u00d8\u00ff")) {
      return null;
    }
    try {
      JpegSegments segments = new JpegSegments(in);
      while (segments.next()) {
        if (isFrame(segments.marker())) {
          boolean shown = segments.marker() <= PROGRESSIVE && in.u8(segments.at() + 2) == 8;
          return shown ? read(in) : null;
        }
      }
    } catch (CorruptImageException e) {
      return null;
    }
    return null;
  }

  private static void checkKind(int marker, ByteView in, long content) {
    if (marker == LOSSLESS_STANDARD) {
      throw unsupported("JPEG-LS");
    } else if (marker >= 0xc5 && marker != 0xc9 && marker != 0xca) {
      throw unsupported(marker == 0xcb ? "a lossless JPEG of arithmetic code" : "a layered JPEG");
    } else if (in.u8(content) != 8) {
      throw unsupported("a JPEG of " + in.u8(content) + " bits a sample");
    } else if (in.u16(content + 1) == 0 && in.u16(content + 3) > 0) {
      throw unsupported("a JPEG that gives its height after its first scan");
    }
  }

  private static UnsupportedImageException unsupported(String what) {
    return new UnsupportedImageException("not supported: " + what);
  }

  private static ImageHeader frame(ByteView in, long content, int orientation) {
    int height = in.u16(content + 1);
    int width = in.u16(content + 3);
    // A block of 64 pixels takes at least a bit; a quarter of that allows for what is cut off and
    // for arithmetic coding.
    long leastBytes = (long) width * height / (4 * 64 * 8);
    return new ImageHeader(ImageFormat.JPEG, width, height, orientation, leastBytes);
  }

  /** SOF0 to SOF15, which are interleaved with DHT, JPG and DAC; and JPEG-LS's. */
  static boolean isFrame(int marker) {
    return (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        || marker == LOSSLESS_STANDARD;
  }
}
