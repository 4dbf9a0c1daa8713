package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;

/** Reads one number after the other. Used by one thread. */
public final class ByteCursor {
  private final ByteView in;
  private long at;

  public ByteCursor(ByteView in, long at) {
    this.in = in;
    this.at = at;
  }

  public int u8() {
    at += 1;
    return in.u8(at - 1);
  }

  public int u16() {
    at += 2;
    return in.u16(at - 2);
  }

  public long u32() {
    at += 4;
    return in.u32(at - 4);
  }

  /** A number of {@code size} bytes: 0, which is the number 0, or 4 or 8. */
  public long number(int size) {
    at += size;
    return switch (size) {
      case 0 -> 0;
      case 4 -> in.u32(at - 4);
      case 8 -> in.offset64(at - 8);
      default -> throw new CorruptImageException("it has numbers of " + size + " bytes");
    };
  }

  public void skip(int bytes) {
    at += bytes;
  }

  public boolean atEnd() {
    return at >= in.length();
  }
}
