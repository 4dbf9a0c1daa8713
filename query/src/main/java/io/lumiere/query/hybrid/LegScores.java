package io.lumiere.query.hybrid;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one leg's best documents in one directory, which a {@link LegWindow} of several
 * directories is made of. 12 bytes for each document. Immutable; nobody writes to the arrays.
 *
 * @param scores the greatest first
 * @param ties what orders documents with equal scores, one for each, the least first
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the arrays.
public record LegScores(float[] scores, long[] ties) {
  private static final int ENTRY = Float.BYTES + Long.BYTES;

  public LegScores {
    if (scores.length != ties.length) {
      throw new IllegalArgumentException(
          scores.length + " scores and " + ties.length + " numbers to order equal ones");
    }
  }

  /** Sorts equal scores; others are sorted already. */
  static LegScores sorted(float[] scores, long[] ties) {
    long[] sorted = ties.clone();
    for (int from = 0; from < scores.length; ) {
      int to = from + 1;
      while (to < scores.length && scores[to] == scores[from]) {
        to++;
      }
      Arrays.sort(sorted, from, to);
      from = to;
    }
    return new LegScores(scores, sorted);
  }

  /** The first of them. */
  LegScores first(int most) {
    return most >= scores.length
        ? this
        : new LegScores(Arrays.copyOf(scores, most), Arrays.copyOf(ties, most));
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static LegScores of(byte[] bytes) {
    if (bytes.length % ENTRY != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are not scores of a leg");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    float[] scores = descending(in, bytes.length / ENTRY);
    long[] ties = new long[scores.length];
    in.asLongBuffer().get(ties);
    return new LegScores(scores, ties);
  }

  /**
   * Reads scores, the greatest first.
   *
   * @throws IllegalArgumentException if they are in another order
   */
  static float[] descending(ByteBuffer in, int count) {
    float[] scores = new float[count];
    for (int i = 0; i < count; i++) {
      scores[i] = in.getFloat();
    }
    return requireDescending(scores);
  }

  /** The same, if the greatest is first. */
  static float[] requireDescending(float[] scores) {
    for (int i = 1; i < scores.length; i++) {
      if (!(scores[i] <= scores[i - 1])) {
        throw new IllegalArgumentException("scores are not in their order");
      }
    }
    return scores;
  }

  /** Bytes that {@link #of} reads. */
  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(ENTRY * scores.length);
    for (float score : scores) {
      out.putFloat(score);
    }
    out.asLongBuffer().put(ties);
    return out.array();
  }

  /** A place in one of several lists. */
  record Entry(float score, long tie) {
    static final Comparator<Entry> BEST_FIRST =
        Comparator.comparingDouble((Entry entry) -> -entry.score).thenComparingLong(Entry::tie);
  }

  Entry entry(int place) {
    return new Entry(scores[place], ties[place]);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LegScores leg
        && Arrays.equals(scores, leg.scores)
        && Arrays.equals(ties, leg.ties);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(scores) + Arrays.hashCode(ties);
  }

  @Override
  public String toString() {
    return scores.length + " scores" + (scores.length == 0 ? "" : ", the best " + scores[0]);
  }
}
