package io.lumiere.query.hybrid;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The scores of all documents that a {@link HybridQuery} found in one directory or in several, and
 * what else a {@link Cutoff} looks at. Immutable; nobody writes to the arrays.
 *
 * @param descending the scores, the greatest first; those below the minimum score are not among
 *     them, and those that were sent are only the first ones: {@link #toBytes}
 * @param count how many there are
 * @param last the least of all; 0 where there is none
 * @param hasAllWords whether a document holds all that a leg of words looks for
 * @param areRanks whether the scores are made of ranks
 * @param counts how scores are spread: {@link FusedQuery#scoreCounts}
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the arrays.
public record FusedScores(
    float[] descending,
    int count,
    float last,
    boolean hasAllWords,
    boolean areRanks,
    int[] counts) {
  /** All scores of one directory. */
  FusedScores(float[] descending, boolean hasAllWords, boolean areRanks, int[] counts) {
    this(
        descending,
        descending.length,
        descending.length == 0 ? 0 : descending[descending.length - 1],
        hasAllWords,
        areRanks,
        counts);
  }

  /** Those of several directories, at least one. */
  public static FusedScores merged(Collection<FusedScores> directories) {
    int size = 0;
    int count = 0;
    float last = Float.POSITIVE_INFINITY;
    boolean words = false;
    boolean ranks = false;
    int[] counts = new int[FusedQuery.SCORE_COUNTS];
    for (FusedScores found : directories) {
      size += found.descending.length;
      count += found.count;
      last = found.count == 0 ? last : Math.min(last, found.last);
      words |= found.hasAllWords;
      ranks |= found.areRanks;
      for (int i = 0; i < counts.length; i++) {
        counts[i] += found.counts[i];
      }
    }
    float[] descending = descending(directories, size);
    return new FusedScores(descending, count, count == 0 ? 0 : last, words, ranks, counts);
  }

  private static float[] descending(Collection<FusedScores> directories, int size) {
    float[] negated = new float[size];
    int at = 0;
    for (FusedScores found : directories) {
      for (float score : found.descending) {
        negated[at++] = -score;
      }
    }
    Arrays.sort(negated);
    for (int i = 0; i < size; i++) {
      negated[i] = -negated[i];
    }
    return negated;
  }

  /** What {@link #automatic} says of several directories; null where none has scores. */
  public static @Nullable CutoffReport automatic(Collection<FusedScores> directories) {
    return directories.isEmpty() ? null : merged(directories).automatic();
  }

  /** What a cut-off does to the documents; null where there is none. */
  public @Nullable CutoffReport cutoff(Cutoff cutoff) {
    return cutoff instanceof Cutoff.Automatic ? automatic() : null;
  }

  /** What the automatic cut-off does, also where it is not asked for: {@link FusedQuery#likely}. */
  public CutoffReport automatic() {
    if (areRanks) {
      return report(CutoffReport.Outcome.RANKS, count);
    }
    int keep = new Cutoff.Automatic().keep(descending, hasAllWords);
    if (keep == descending.length) {
      return report(CutoffReport.Outcome.NO_GAP, count);
    }
    return report(keep == 0 ? CutoffReport.Outcome.NO_MATCH : CutoffReport.Outcome.CUT, keep);
  }

  private CutoffReport report(CutoffReport.Outcome outcome, int keep) {
    float above = keep == count ? last : keep == 0 ? 0 : descending[keep - 1];
    return new CutoffReport(
        outcome,
        keep,
        count - keep,
        keep == 0 ? null : Float.valueOf(above),
        keep == count ? null : Float.valueOf(descending[keep]));
  }

  /**
   * How many of the first scores a cut-off may look at, whatever other directories have: none of
   * those far below the best, but for the first of them, to which there may be a gap.
   */
  private int looked() {
    if (areRanks) {
      return 0;
    }
    int looked = 0;
    while (looked < descending.length
        && descending[looked] >= Cutoff.Automatic.POOR * descending[0]) {
      looked++;
    }
    return Math.min(descending.length, looked + 1);
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static FusedScores of(byte[] bytes) {
    int head = 2 + Integer.BYTES + Float.BYTES + Integer.BYTES * FusedQuery.SCORE_COUNTS;
    if (bytes.length < head || (bytes.length - head) % Float.BYTES != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are not scores of a search");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean words = in.get() != 0;
    boolean ranks = in.get() != 0;
    int count = in.getInt();
    float last = in.getFloat();
    int[] counts = new int[FusedQuery.SCORE_COUNTS];
    Arrays.setAll(counts, i -> in.getInt());
    float[] descending = LegScores.descending(in, in.remaining() / Float.BYTES);
    return new FusedScores(descending, count, last, words, ranks, counts);
  }

  /**
   * Bytes that {@link #of} reads: of the scores only those that decide where hits are cut off,
   * which together with those of any other directories give the same {@link #automatic}.
   */
  public byte[] toBytes() {
    int looked = looked();
    ByteBuffer out =
        ByteBuffer.allocate(
            2 + Integer.BYTES + Float.BYTES + Integer.BYTES * counts.length + Float.BYTES * looked);
    out.put((byte) (hasAllWords ? 1 : 0)).put((byte) (areRanks ? 1 : 0));
    out.putInt(count).putFloat(last);
    for (int number : counts) {
      out.putInt(number);
    }
    for (int i = 0; i < looked; i++) {
      out.putFloat(descending[i]);
    }
    return out.array();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FusedScores scores
        && Arrays.equals(descending, scores.descending)
        && count == scores.count
        && last == scores.last
        && hasAllWords == scores.hasAllWords
        && areRanks == scores.areRanks
        && Arrays.equals(counts, scores.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(descending);
  }

  @Override
  public String toString() {
    return count + " scores";
  }
}
