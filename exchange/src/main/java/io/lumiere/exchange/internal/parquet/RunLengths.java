package io.lumiere.exchange.internal.parquet;

import java.io.IOException;

/**
 * Checks runs of Parquet's hybrid of run lengths and packed bits, before the library's decoder
 * reads them: that decoder allocates as much as a run says, so runs are checked against the bytes
 * and values that there are. For one thread.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet's
 *     description of the encoding</a>
 */
final class RunLengths {
  /** Packed values come in groups. */
  private static final int GROUP = 8;

  /** DuckDB fills the last run up to 32 values, others to 8; a little more does no harm. */
  private static final int SPARE_GROUPS = 64;

  private static final int LONGEST_HEADER = 5;

  private final byte[] bytes;
  private final int end;
  private final int width;
  private final long values;
  private int at;
  private long seen;
  private long zeros;
  private int longest;

  private RunLengths(byte[] bytes, int from, int end, int width, long values) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.width = width;
    this.values = values;
  }

  /**
   * What runs hold.
   *
   * @param values at most as many as were asked for
   * @param zeros of them, counted where they are of one bit
   * @param longest packed run
   */
  record Totals(long values, long zeros, int longest) {}

  /**
   * Walks over runs until they have given as many values, or the bytes end.
   *
   * @param width of a value in bits, 0 to 32
   * @throws IOException if a run has more values than that, or fewer bytes than it needs
   */
  static Totals walk(byte[] bytes, int from, int end, int width, long values) throws IOException {
    if (width < 0 || width > Integer.SIZE) {
      throw new IOException("a page has values of " + width + " bits");
    }
    RunLengths runs = new RunLengths(bytes, from, end, width, values);
    while (runs.seen < values && runs.at < end) {
      runs.run();
    }
    return new Totals(Math.min(values, runs.seen), runs.zeros, runs.longest);
  }

  private void run() throws IOException {
    long header = header();
    long count = header >>> 1;
    if (count == 0) {
      throw new IOException("a page has a run of no values");
    }
    if ((header & 1) == 0) {
      repeated(count);
    } else {
      packed(count);
    }
  }

  private void repeated(long count) throws IOException {
    int size = (width + 7) / 8;
    requireLeft(size);
    long counted = Math.min(count, values - seen);
    boolean isZero = true;
    for (int i = 0; i < size; i++) {
      isZero &= bytes[at++] == 0;
    }
    zeros += isZero ? counted : 0;
    seen += counted;
  }

  private void packed(long groups) throws IOException {
    long left = values - seen;
    if (groups > left / GROUP + SPARE_GROUPS) {
      throw new IOException("a page has a run of more values than it has");
    }
    // The last run may lack bytes that hold no value.
    long needed = (left < groups * GROUP ? left * width + 7 : groups * GROUP * width) / 8;
    requireLeft(needed);
    int counted = (int) Math.min(left, groups * GROUP);
    if (width <= 1) {
      countZeros(counted);
    }
    longest = (int) Math.max(longest, groups * GROUP);
    seen += counted;
    at = (int) Math.min(end, at + groups * width);
  }

  private void countZeros(int count) {
    int ones = 0;
    for (int i = 0; i < count * width; i += 8) {
      int mask = i + 8 <= count ? 0xff : (1 << (count - i)) - 1;
      ones += Integer.bitCount(bytes[at + i / 8] & mask);
    }
    zeros += count - ones;
  }

  private long header() throws IOException {
    long header = 0;
    for (int i = 0; i < LONGEST_HEADER; i++) {
      requireLeft(1);
      int part = bytes[at++];
      header |= (long) (part & 0x7f) << (7 * i);
      if (part >= 0) {
        return header;
      }
    }
    throw new IOException("a page has a run of more values than it has");
  }

  private void requireLeft(long count) throws IOException {
    if (count > end - at) {
      throw new IOException("a page has a run that is cut off");
    }
  }
}
