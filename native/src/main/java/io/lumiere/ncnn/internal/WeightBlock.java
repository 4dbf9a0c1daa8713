package io.lumiere.ncnn.internal;

/**
 * A run of numbers in a bin file.
 *
 * @param count how many numbers
 * @param encoding how they lie there
 */
record WeightBlock(long count, Encoding encoding) {
  /** How numbers are encoded; every block ends at a multiple of four bytes. */
  enum Encoding {
    /** Four bytes before them say how. */
    TAGGED,
    /** Floats. */
    PLAIN,
    /** Signed bytes. */
    BYTES
  }

  /** The most numbers in one block: ncnn counts in 32 bits. */
  private static final long MAX_COUNT = Integer.MAX_VALUE / 4;

  WeightBlock {
    Refusal.unless(count >= 1, "declares %d weights where at least 1 is needed", count);
    Refusal.unless(
        count <= MAX_COUNT, "declares %d weights where at most %d are supported", count, MAX_COUNT);
  }

  /** Numbers that name their encoding. */
  static WeightBlock tagged(long count) {
    return new WeightBlock(count, Encoding.TAGGED);
  }

  /** Plain floats. */
  static WeightBlock plain(long count) {
    return new WeightBlock(count, Encoding.PLAIN);
  }

  /** Signed bytes. */
  static WeightBlock bytes(long count) {
    return new WeightBlock(count, Encoding.BYTES);
  }
}
