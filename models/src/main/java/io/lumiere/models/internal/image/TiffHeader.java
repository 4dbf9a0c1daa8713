package io.lumiere.models.internal.image;

import io.lumiere.models.CorruptImageException;
import io.lumiere.models.internal.bytes.HeaderBytes;

/**
 * Size and orientation of a TIFF's first image (TIFF 6.0), in its classic and its 64-bit form.
 * Cameras' raw files, which look alike, have been told from others before.
 */
final class TiffHeader {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int ORIENTATION = 274;

  private long width;
  private long height;
  private long orientation = ExifOrientation.NORMAL;

  private TiffHeader() {}

  static ImageHeader read(HeaderBytes file) {
    HeaderBytes in = file.slice(0, file.length(), file.has(0, "II"));
    TiffHeader header = new TiffHeader();
    header.readDirectory(in, in.u16(2) == 43);
    return new ImageHeader(
        ImageFormat.TIFF,
        (int) Math.min(Integer.MAX_VALUE, header.width),
        (int) Math.min(Integer.MAX_VALUE, header.height),
        ExifOrientation.valid(header.orientation),
        0);
  }

  private void readDirectory(HeaderBytes in, boolean big) {
    long directory = big ? u64(in, 8) : in.u32(4);
    long entries = big ? u64(in, directory) : in.u16(directory);
    long first = directory + (big ? 8 : 2);
    int size = big ? 20 : 12;
    // A directory has a few dozen entries; the check of bounds ends a longer one.
    for (long i = 0; i < entries; i++) {
      long entry = first + i * size;
      long value = value(in, entry + 2, entry + (big ? 12 : 8));
      switch (in.u16(entry)) {
        case WIDTH -> width = value;
        case HEIGHT -> height = value;
        case ORIENTATION -> orientation = value;
        default -> {}
      }
    }
  }

  private static long value(HeaderBytes in, long type, long at) {
    return switch (in.u16(type)) {
      case 1 -> in.u8(at);
      case 3 -> in.u16(at);
      case 4 -> in.u32(at);
      case 16 -> u64(in, at);
      default -> 0;
    };
  }

  // What does not fit is far beyond any file's end: -1 fails the next check of bounds.
  private static long u64(HeaderBytes in, long at) {
    HeaderBytes b = in;
    long low = b.u32(at);
    long high = b.u32(at + 4);
    boolean little = b.has(0, "II");
    long upper = little ? high : low;
    if (upper != 0) {
      throw new CorruptImageException("the TIFF points beyond its end");
    }
    return little ? low : high;
  }
}
