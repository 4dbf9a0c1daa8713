package io.lumiere.models.internal.image;

import io.lumiere.models.CorruptImageException;
import java.nio.charset.StandardCharsets;

/**
 * Bounds-checked reading of a file's bytes in either byte order. Reading beyond the end throws
 * {@link CorruptImageException}. Offsets are {@code long}, so that a hostile 32-bit offset cannot
 * overflow.
 */
final class HeaderBytes {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final boolean littleEndian;

  HeaderBytes(byte[] bytes, boolean littleEndian) {
    this(bytes, 0, bytes.length, littleEndian);
  }

  private HeaderBytes(byte[] bytes, int start, int end, boolean littleEndian) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.littleEndian = littleEndian;
  }

  /** The part from {@code offset}, at most {@code length} bytes of it; its offsets begin at 0. */
  HeaderBytes slice(long offset, long length, boolean inLittleEndian) {
    check(offset, 0);
    int from = start + (int) offset;
    return new HeaderBytes(
        bytes, from, (int) Math.min(end, from + Math.max(0, length)), inLittleEndian);
  }

  int length() {
    return end - start;
  }

  int u8(long offset) {
    check(offset, 1);
    return bytes[start + (int) offset] & 0xff;
  }

  int u16(long offset) {
    int a = u8(offset);
    int b = u8(offset + 1);
    return littleEndian ? a | b << 8 : a << 8 | b;
  }

  int u24(long offset) {
    int a = u8(offset);
    int b = u8(offset + 1);
    int c = u8(offset + 2);
    return littleEndian ? a | b << 8 | c << 16 : a << 16 | b << 8 | c;
  }

  long u32(long offset) {
    long a = u16(offset);
    long b = u16(offset + 2);
    return littleEndian ? a | b << 16 : a << 16 | b;
  }

  int s32(long offset) {
    return (int) u32(offset);
  }

  /** A size that must fit an {@code int}: larger ones become {@link Integer#MAX_VALUE}. */
  int size32(long offset) {
    return (int) Math.min(Integer.MAX_VALUE, u32(offset));
  }

  /** Whether these ASCII characters stand at the offset; false where the file is too short. */
  boolean has(long offset, String ascii) {
    if (offset < 0 || offset + ascii.length() > length()) {
      return false;
    }
    return ascii.equals(ascii(offset, ascii.length()));
  }

  String ascii(long offset, int count) {
    check(offset, count);
    return new String(bytes, start + (int) offset, count, StandardCharsets.ISO_8859_1);
  }

  private void check(long offset, int count) {
    if (offset < 0 || offset + count > length()) {
      throw new CorruptImageException("the file ends within its header");
    }
  }
}
