package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bounds-checked reading of a file's bytes in either byte order. Reading beyond the end throws
 * {@link CorruptImageException}. Offsets are {@code long}, so that a hostile 32-bit offset cannot
 * overflow. Immutable as long as nobody changes the array, which is not copied.
 */
public final class ByteView {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final boolean littleEndian;

  /** The whole of an array, whose numbers have this byte order. */
  public ByteView(byte[] bytes, boolean littleEndian) {
    this(bytes, 0, bytes.length, littleEndian);
  }

  private ByteView(byte[] bytes, int start, int end, boolean littleEndian) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.littleEndian = littleEndian;
  }

  /** The part from {@code offset}, at most {@code length} bytes of it; its offsets begin at 0. */
  public ByteView slice(long offset, long length, boolean inLittleEndian) {
    check(offset, 0);
    int from = start + (int) offset;
    return new ByteView(
        bytes,
        from,
        (int) Math.min(end, from + Math.clamp(length, 0L, (long) Integer.MAX_VALUE)),
        inLittleEndian);
  }

  /** In bytes. */
  public int length() {
    return end - start;
  }

  /** An unsigned byte. */
  public int u8(long offset) {
    check(offset, 1);
    return bytes[start + (int) offset] & 0xff;
  }

  /** Two bytes, unsigned. */
  public int u16(long offset) {
    int a = u8(offset);
    int b = u8(offset + 1);
    return littleEndian ? a | b << 8 : a << 8 | b;
  }

  /** Three bytes, unsigned. */
  public int u24(long offset) {
    int a = u8(offset);
    int b = u8(offset + 1);
    int c = u8(offset + 2);
    return littleEndian ? a | b << 8 | c << 16 : a << 16 | b << 8 | c;
  }

  /** Four bytes, unsigned. */
  public long u32(long offset) {
    long a = u16(offset);
    long b = u16(offset + 2);
    return littleEndian ? a | b << 16 : a << 16 | b;
  }

  /** Four bytes, signed. */
  public int s32(long offset) {
    return (int) u32(offset);
  }

  /** A size that must fit an {@code int}: larger ones become {@link Integer#MAX_VALUE}. */
  public int size32(long offset) {
    return (int) Math.min(Integer.MAX_VALUE, u32(offset));
  }

  /** Whether these ASCII characters stand at the offset; false where the file is too short. */
  public boolean has(long offset, String ascii) {
    if (offset < 0 || offset > length() - (long) ascii.length()) {
      return false;
    }
    return ascii.equals(ascii(offset, ascii.length()));
  }

  /** Eight bytes as a place in a file: one beyond {@code long} is beyond any file's end, too. */
  public long offset64(long offset) {
    long a = u32(offset);
    long b = u32(offset + 4);
    long value = littleEndian ? a | b << 32 : a << 32 | b;
    return value < 0 ? Long.MAX_VALUE : value;
  }

  /** A copy of a part. */
  public byte[] copy(long offset, int count) {
    check(offset, count);
    return Arrays.copyOfRange(bytes, start + (int) offset, start + (int) offset + count);
  }

  /** A copy of all of it. */
  public byte[] copy() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** Copies all of it into {@code to}, from {@code at}. */
  public void copyTo(byte[] to, int at) {
    System.arraycopy(bytes, start, to, at, length());
  }

  /** So many characters, a byte each. */
  public String ascii(long offset, int count) {
    check(offset, count);
    return new String(bytes, start + (int) offset, count, StandardCharsets.ISO_8859_1);
  }

  private void check(long offset, int count) {
    if (offset < 0 || count < 0 || offset > length() - (long) count) {
      throw new CorruptImageException("the file ends within its header");
    }
  }
}
