package io.lumiere.exchange.internal.parquet;

import java.io.IOException;

/**
 * Checks whole numbers that are written as differences, before the library's decoder reads them:
 * that decoder allocates as much as their header says, and a block of zero bits yields numbers
 * without any bytes. For one thread.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet's
 *     description of the encoding</a>
 */
final class Differences {
  /** Most writers make blocks of 128 values, DuckDB of 2048. */
  private static final long MAX_BLOCK = 1 << 16;

  private static final int LONGEST_VARINT = 10;

  private final byte[] bytes;
  private int at;
  private long count;

  private Differences(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  /**
   * Numbers that were checked.
   *
   * @param end where the numbers end
   * @param count of them
   */
  record Sequence(int end, int count) {}

  /**
   * Walks over the numbers that begin at {@code from}.
   *
   * @param values that there may be at most
   * @throws IOException if there are more, or fewer bytes than they need
   */
  static Sequence walk(byte[] bytes, int from, int values) throws IOException {
    Differences differences = new Differences(bytes, from);
    differences.walk(values);
    return new Sequence(differences.at, (int) differences.count);
  }

  private void walk(int values) throws IOException {
    long block = varint();
    long parts = varint();
    count = varint();
    if (block <= 0 || block > MAX_BLOCK || parts <= 0 || block % parts != 0) {
      throw new IOException("a page has blocks of " + block + " values in " + parts + " parts");
    }
    long part = block / parts;
    if (part % 8 != 0) {
      throw new IOException("a page has blocks in parts of " + part + " values");
    }
    if (count < 0 || count > values) {
      throw new IOException("a page has " + count + " differences for " + values + " values");
    }
    varint(); // The first number.
    for (long seen = 1; seen < count; seen += block) {
      block((int) parts, part, count - seen);
    }
  }

  private void block(int parts, long part, long left) throws IOException {
    varint(); // The least difference of the block, which is added to all of its differences.
    int widths = at;
    pass(parts);
    for (int i = 0; i < parts && i * part < left; i++) {
      pass((bytes[widths + i] & 0xff) * part / 8);
    }
  }

  private void pass(long count) throws IOException {
    if (count > bytes.length - at) {
      throw cutOff();
    }
    at += (int) count;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT && at < bytes.length; i++) {
      int part = bytes[at++];
      value |= (long) (part & 0x7f) << (7 * i);
      if (part >= 0) {
        return value;
      }
    }
    throw cutOff();
  }

  private static IOException cutOff() {
    return new IOException("a page has differences that are cut off");
  }
}
