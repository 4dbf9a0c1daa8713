package io.lumiere.images.internal.heif;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.internal.bytes.HeaderBytes;

/** Reads one number after the other. Used by one thread. */
final class Cursor {
  private final HeaderBytes in;
  private long at;

  Cursor(HeaderBytes in, long at) {
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

  /** A number of {@code size} bytes: 0, which is the number 0, or 4 or 8. */
  long number(int size) {
    at += size;
    return switch (size) {
      case 0 -> 0;
      case 4 -> in.u32(at - 4);
      case 8 -> in.offset64(at - 8);
      default -> throw new CorruptImageException("it has numbers of " + size + " bytes");
    };
  }

  void skip(int bytes) {
    at += bytes;
  }

  boolean atEnd() {
    return at >= in.length();
  }
}
