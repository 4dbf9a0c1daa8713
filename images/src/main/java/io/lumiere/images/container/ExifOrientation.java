package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;

/**
 * Finds the orientation tag in an EXIF block (a small TIFF file: byte order, offset of the first
 * directory, entries of 12 bytes; CIPA DC-008). A block that makes no sense has the orientation 1:
 * broken metadata never costs the photo.
 */
public final class ExifOrientation {
  public static final int NORMAL = 1;
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;

  private ExifOrientation() {}

  /** The orientation, 1 to 8, in a block that begins with "II" or "MM". */
  public static int find(ByteView block) {
    try {
      boolean little = block.has(0, "II");
      if (!little && !block.has(0, "MM")) {
        return NORMAL;
      }
      return inDirectory(block.slice(0, block.length(), little));
    } catch (CorruptImageException e) {
      return NORMAL;
    }
  }

  private static int inDirectory(ByteView block) {
    long directory = block.u32(4);
    int entries = block.u16(directory);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + (long) i * ENTRY;
      if (block.u16(entry) == TAG) {
        return valid(value(block, entry));
      }
    }
    return NORMAL;
  }

  // A SHORT by the standard; some programs write a LONG, and some a BYTE.
  private static long value(ByteView block, long entry) {
    return switch (block.u16(entry + 2)) {
      case 1 -> block.u8(entry + 8);
      case 3 -> block.u16(entry + 8);
      case 4 -> block.u32(entry + 8);
      default -> NORMAL;
    };
  }

  public static int valid(long value) {
    return value >= 1 && value <= 8 ? (int) value : NORMAL;
  }
}
