package io.lumiere.ncnn.internal;

/**
 * A run of numbers in a bin file.
 *
 * @param count how many numbers
 * @param tagged whether four bytes before them say how they are encoded; else they are plain floats
 */
record WeightBlock(long count, boolean tagged) {
  /** The most numbers in one block: ncnn counts in 32 bits. */
  private static final long MAX_COUNT = Integer.MAX_VALUE / 4;

  WeightBlock {
    Refusal.unless(count >= 1, "declares %d weights where at least 1 is needed", count);
    Refusal.unless(
        count <= MAX_COUNT, "declares %d weights where at most %d are supported", count, MAX_COUNT);
  }

  /** Numbers that name their encoding. */
  static WeightBlock tagged(long count) {
    return new WeightBlock(count, true);
  }

  /** Plain floats. */
  static WeightBlock plain(long count) {
    return new WeightBlock(count, false);
  }
}
