package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;

/** Reads one number of a {@link ByteView} after the other. Used by one thread. */
final class ByteCursor {
  private final ByteView in;
  private long at;

  ByteCursor(ByteView in, long at) {
    this.in = in;
    this.at = at;
  }

  int u8() {
    at += 1;
    return in.u8(at - 1);
  }

  int u16() {
    at += 2;
    return in.u16(at - 2);
  }

  long u32() {
    at += 4;
    return in.u32(at - 4);
  }

  /** A number of {@code size} bytes: 0, which is the number 0, or 2, 4 or 8. */
  long number(int size) {
    at += size;
    return switch (size) {
      case 0 -> 0;
      case 2 -> in.u16(at - 2);
      case 4 -> in.u32(at - 4);
      case 8 -> in.offset64(at - 8);
      default -> throw new CorruptImageException("it has numbers of " + size + " bytes");
    };
  }

  /** Four characters. */
  String type() {
    at += 4;
    return in.latin(at - 4, 4);
  }

  /** A text that a zero, or the end, ends. */
  String text() {
    long end = in.find(0, at);
    end = end < 0 ? in.length() : end;
    String text = in.latin(at, (int) (end - at));
    at = Math.min(in.length(), end + 1);
    return text;
  }
}
