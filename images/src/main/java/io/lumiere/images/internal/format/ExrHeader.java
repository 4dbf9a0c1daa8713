package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.header.ExifOrientation;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The size of an OpenEXR picture: that of its display window. The data window, which has samples,
 * may be smaller, as of a crop, or larger, as of a render with some room around it.
 */
final class ExrHeader {
  /** More may be coded than is shown: but not far more. */
  private static final int MOST_CODED = 2;

  private static final long CODED_AT_LEAST = 1_000_000;

  private ExrHeader() {}

  static ImageHeader read(ByteView in) {
    Window data = window(in, "dataWindow");
    if (data == null) {
      throw new CorruptImageException("the EXR file has no dataWindow");
    }
    Window named = window(in, "displayWindow");
    Window shown = named == null ? data : named;
    if (data.pixels() > MOST_CODED * shown.pixels() + CODED_AT_LEAST) {
      throw new CorruptImageException(
          String.format(
              Locale.ROOT,
              "it holds %d x %d pixels and shows %d x %d of them",
              data.width(),
              data.height(),
              shown.width(),
              shown.height()));
    }
    return new ImageHeader(
        ImageFormat.EXR, shown.width(), shown.height(), ExifOrientation.NORMAL, 0);
  }

  private record Window(int width, int height) {
    long pixels() {
      return (long) width * height;
    }
  }

  /** An attribute of four little-endian ints: two corners, both inclusive. */
  private static @Nullable Window window(ByteView in, String attribute) {
    String name = attribute + "\0box2i\0";
    for (long at = 8; at + name.length() + 20 <= in.length(); at++) {
      if (in.u8(at) == name.charAt(0) && in.has(at, name)) {
        long box = at + name.length() + 4;
        long width = (long) in.s32(box + 8) - in.s32(box) + 1;
        long height = (long) in.s32(box + 12) - in.s32(box + 4) + 1;
        return new Window(size(width), size(height));
      }
    }
    return null;
  }

  private static int size(long size) {
    return Math.clamp(size, 0, Integer.MAX_VALUE);
  }
}
