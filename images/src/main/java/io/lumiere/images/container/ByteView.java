package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of a file, all or a part of them, read in either byte order with every bound checked.
 * Reading beyond the end throws {@link CorruptImageException}. Offsets count from the view's start
 * and are {@code long}, so that a hostile 32-bit offset cannot overflow. Immutable and thread-safe
 * as long as nobody changes the array, which is not copied.
 */
public final class ByteView {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final byte[] bytes;
  private final int start;
  private final int end;
  private final boolean littleEndian;

  private ByteView(byte[] bytes, int start, int end, boolean littleEndian) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.littleEndian = littleEndian;
  }

  /** The whole of an array, its numbers with the highest byte first. */
  public static ByteView of(byte[] bytes) {
    return new ByteView(bytes, 0, bytes.length, false);
  }

  /** The same bytes, of whose numbers the lowest byte comes first. */
  public ByteView littleEndian() {
    return new ByteView(bytes, start, end, true);
  }

  /** The same bytes, of whose numbers the highest byte comes first. */
  public ByteView bigEndian() {
    return littleEndian ? new ByteView(bytes, start, end, false) : this;
  }

  /** The part from {@code offset}, at most {@code length} bytes of it, in the same byte order. */
  public ByteView slice(long offset, long length) {
    check(offset, 0);
    int from = start + (int) offset;
    int most = (int) Math.clamp(length, 0L, (long) end - from);
    return new ByteView(bytes, from, from + most, littleEndian);
  }

  /** The part from {@code offset} to the end, in the same byte order. */
  public ByteView from(long offset) {
    return slice(offset, length());
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

  /** Eight bytes as a place in a file: one beyond {@code long} is beyond any file's end, too. */
  public long offset64(long offset) {
    long a = u32(offset);
    long b = u32(offset + 4);
    long value = littleEndian ? a | b << 32 : a << 32 | b;
    return value < 0 ? Long.MAX_VALUE : value;
  }

  /** Whether these characters of Latin-1 are at the offset; false where the view is too short. */
  public boolean has(long offset, String latin) {
    if (offset < 0 || offset > length() - (long) latin.length()) {
      return false;
    }
    int at = start + (int) offset;
    for (int i = 0; i < latin.length(); i++) {
      if ((bytes[at + i] & 0xff) != latin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** So many characters of Latin-1, a byte each. */
  public String latin(long offset, int count) {
    check(offset, count);
    return new String(bytes, start + (int) offset, count, StandardCharsets.ISO_8859_1);
  }

  /** Where a byte of this value is next, from {@code from} on; -1 where there is none. */
  public long find(int value, long from) {
    return find(value, from, length());
  }

  /** As {@link #find(int, long)}, before {@code to}. */
  long find(int value, long from, long to) {
    byte wanted = (byte) value;
    int last = start + (int) Math.clamp(to, 0L, (long) length());
    int at = start + (int) Math.clamp(from, 0L, (long) length());
    at = passOthers(wanted, at, last);
    while (at < last) {
      if (bytes[at] == wanted) {
        return at - (long) start;
      }
      at++;
    }
    return -1;
  }

  /** Eight bytes at a time as long as none of them is wanted: the data of a scan has millions. */
  private int passOthers(byte wanted, int from, int last) {
    long each = 0x0101_0101_0101_0101L;
    long pattern = (wanted & 0xffL) * each;
    int at = from;
    while (at <= last - Long.BYTES) {
      long others = (long) LONGS.get(bytes, at) ^ pattern;
      // Not zero where a byte of it is zero, which is where the wanted one stands.
      if (((others - each) & ~others & each << 7) != 0) {
        return at;
      }
      at += Long.BYTES;
    }
    return at;
  }

  /** A copy of all of it. */
  public byte[] copy() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** Copies all of it into {@code to}, from {@code at}. */
  public void copyTo(byte[] to, int at) {
    System.arraycopy(bytes, start, to, at, length());
  }

  private void check(long offset, int count) {
    if (offset < 0 || count < 0 || offset > length() - (long) count) {
      throw new CorruptImageException("the file ends within its header");
    }
  }
}
