package io.lumiere.exchange.internal.parquet;

import java.io.IOException;

/**
 * Walks over a structure of Thrift's compact protocol without building objects. The library that
 * reads it afterwards allocates as much as lengths say, and recurses into nested structures: so
 * lengths are checked against the bytes that are there, and the nesting against a bound. For one
 * thread.
 *
 * @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">
 *     Thrift's description of the protocol</a>
 */
final class ThriftSkim {
  /** What Parquet's own structures need is 7. */
  private static final int MAX_DEPTH = 24;

  private static final int LONGEST_VARINT = 10;

  // Roughly what objects take in memory, a little more rather than less.
  private static final int STRUCT_BYTES = 160;
  private static final int TEXT_BYTES = 64;
  private static final int ITEM_BYTES = 8;

  private final byte[] bytes;
  private final int end;
  private int at;
  private long memory;

  private ThriftSkim(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /**
   * What is known of a structure.
   *
   * @param length in bytes
   * @param memory that its objects will need, in bytes, roughly
   */
  record Size(int length, long memory) {}

  /** The bytes end before the structure does. */
  static final class CutOffException extends IOException {
    private static final long serialVersionUID = 1L;

    CutOffException() {
      super("its description is cut off");
    }
  }

  /**
   * Walks over the structure that begins at {@code from}.
   *
   * @throws CutOffException if it does not end before {@code end}
   * @throws IOException if it is not such a structure
   */
  static Size skim(byte[] bytes, int from, int end) throws IOException {
    ThriftSkim skim = new ThriftSkim(bytes, from, end);
    skim.struct(0);
    return new Size(skim.at - from, skim.memory);
  }

  private void struct(int depth) throws IOException {
    memory += STRUCT_BYTES;
    for (int field = next(); field != 0; field = next()) {
      if (field >> 4 == 0) {
        varint(); // A field's number in full, not as the distance to the one before.
      }
      value(field & 0xf, false, depth);
    }
  }

  private void value(int type, boolean inList, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new IOException("its description is nested deeper than " + MAX_DEPTH + " levels");
    }
    switch (type) {
      case 1, 2 -> pass(inList ? 1 : 0);
      case 3 -> pass(1);
      case 4, 5, 6 -> varint();
      case 7 -> pass(8);
      case 8 -> text();
      case 9, 10 -> list(depth);
      case 11 -> map(depth);
      case 12 -> struct(depth + 1);
      case 13 -> pass(16);
      default -> throw new IOException("its description has a value of no known type: " + type);
    }
  }

  private void text() throws IOException {
    long length = size();
    memory += TEXT_BYTES + 2 * length;
    pass((int) length);
  }

  private void list(int depth) throws IOException {
    int head = next();
    long size = head >> 4 == 0xf ? size() : head >> 4;
    requireLeft(size);
    memory += TEXT_BYTES + ITEM_BYTES * size;
    for (long i = 0; i < size; i++) {
      value(head & 0xf, true, depth + 1);
    }
  }

  private void map(int depth) throws IOException {
    long size = size();
    if (size == 0) {
      return;
    }
    int types = next();
    memory += TEXT_BYTES + 6 * ITEM_BYTES * size;
    for (long i = 0; i < size; i++) {
      value(types >> 4, true, depth + 1);
      value(types & 0xf, true, depth + 1);
    }
  }

  /** A length, which is not more than the bytes that are left: each item has one at least. */
  private long size() throws IOException {
    long size = varint();
    requireLeft(size);
    return size;
  }

  private void requireLeft(long size) throws IOException {
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw new IOException("its description has a length of " + Long.toUnsignedString(size));
    }
    if (size > end - at) {
      throw new CutOffException();
    }
  }

  private long varint() throws IOException {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      int part = next();
      value |= (long) (part & 0x7f) << (7 * i);
      if (part < 0x80) {
        return value;
      }
    }
    throw new IOException("its description has a number of more than 64 bits");
  }

  private void pass(int count) throws IOException {
    requireLeft(count);
    at += count;
  }

  private int next() throws IOException {
    if (at >= end) {
      throw new CutOffException();
    }
    return bytes[at++] & 0xff;
  }
}
