package io.lumiere.images.container;

import org.jspecify.annotations.Nullable;

/**
 * A file, or block, of image file directories: TIFF, BigTIFF, EXIF and most raw files (TIFF 6.0,
 * section 2). Immutable and thread-safe.
 *
 * @param bytes from which its offsets count, in its byte order
 * @param isBig whether its offsets have 64 bits
 */
public record TiffFile(ByteView bytes, boolean isBig) {
  /**
   * Reads the header; other marks than TIFF's own, which cameras' raw files have, are classic ones.
   *
   * @throws io.lumiere.images.CorruptImageException if the file ends within it
   */
  public static TiffFile of(ByteView file) {
    ByteView bytes = inOrder(file, 0);
    return new TiffFile(bytes, bytes.u16(2) == 43);
  }

  /** The bytes in the order that the two characters at a place, II or MM, say. */
  public static ByteView inOrder(ByteView bytes, long mark) {
    return bytes.has(mark, "II") ? bytes.littleEndian() : bytes.bigEndian();
  }

  /** Whether it begins with the marks of a TIFF or BigTIFF. */
  public static boolean isTiff(ByteView file) {
    return isClassic(file) || file.has(0, "II+\0") || file.has(0, "MM\0+");
  }

  /** Whether it begins with the marks of a TIFF whose offsets have 32 bits. */
  public static boolean isClassic(ByteView file) {
    return file.has(0, "II*\0") || file.has(0, "MM\0*");
  }

  /**
   * The bytes from the beginning of such a TIFF on; null where none begins among the first ones.
   *
   * @param first how many are looked at
   */
  public static @Nullable ByteView findClassic(ByteView bytes, int first) {
    for (long at = 0; at < Math.min(first, bytes.length()); at++) {
      ByteView rest = bytes.from(at);
      if (isClassic(rest)) {
        return rest;
      }
    }
    return null;
  }

  /** Whether the lowest byte of a number comes first. */
  public boolean isLittleEndian() {
    return bytes.has(0, "II");
  }

  /** Where the first directory is. */
  public long first() {
    return isBig ? bytes.offset64(8) : bytes.u32(4);
  }

  /** The directory at a place, as far as it is within the file. */
  public TiffDirectory directory(long at) {
    return new TiffDirectory(this, at);
  }
}
