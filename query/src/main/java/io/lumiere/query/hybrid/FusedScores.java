package io.lumiere.query.hybrid;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The scores of all documents that a {@link HybridQuery} found in one directory or in several, and
 * what else a {@link Cutoff} looks at. 4 bytes for each document. Immutable; nobody writes to the
 * arrays.
 *
 * @param descending the scores, the greatest first; those below the minimum score are not among
 *     them
 * @param hasAllWords whether a document holds all that a leg of words looks for
 * @param areRanks whether the scores are made of ranks
 * @param counts how scores are spread: {@link FusedQuery#scoreCounts}
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the arrays.
public record FusedScores(float[] descending, boolean hasAllWords, boolean areRanks, int[] counts) {
  /** Those of several directories, at least one. */
  public static FusedScores merged(Collection<FusedScores> directories) {
    int size = 0;
    boolean words = false;
    boolean ranks = false;
    int[] counts = new int[FusedQuery.SCORE_COUNTS];
    for (FusedScores found : directories) {
      size += found.descending.length;
      words |= found.hasAllWords;
      ranks |= found.areRanks;
      for (int i = 0; i < counts.length; i++) {
        counts[i] += found.counts[i];
      }
    }
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
    return new FusedScores(negated, words, ranks, counts);
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
      return report(CutoffReport.Outcome.RANKS, descending.length);
    }
    int keep = new Cutoff.Automatic().keep(descending, hasAllWords);
    if (keep == descending.length) {
      return report(CutoffReport.Outcome.NO_GAP, keep);
    }
    return report(keep == 0 ? CutoffReport.Outcome.NO_MATCH : CutoffReport.Outcome.CUT, keep);
  }

  private CutoffReport report(CutoffReport.Outcome outcome, int keep) {
    return new CutoffReport(
        outcome,
        keep,
        descending.length - keep,
        keep == 0 ? null : Float.valueOf(descending[keep - 1]),
        keep == descending.length ? null : Float.valueOf(descending[keep]));
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static FusedScores of(byte[] bytes) {
    int head = 2 + Integer.BYTES * FusedQuery.SCORE_COUNTS;
    if (bytes.length < head || (bytes.length - head) % Float.BYTES != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are not scores of a search");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean words = in.get() != 0;
    boolean ranks = in.get() != 0;
    int[] counts = new int[FusedQuery.SCORE_COUNTS];
    Arrays.setAll(counts, i -> in.getInt());
    float[] descending = LegScores.descending(in, in.remaining() / Float.BYTES);
    return new FusedScores(descending, words, ranks, counts);
  }

  /** Bytes that {@link #of} reads. */
  public byte[] toBytes() {
    ByteBuffer out =
        ByteBuffer.allocate(2 + Integer.BYTES * counts.length + Float.BYTES * descending.length);
    out.put((byte) (hasAllWords ? 1 : 0)).put((byte) (areRanks ? 1 : 0));
    for (int count : counts) {
      out.putInt(count);
    }
    for (float score : descending) {
      out.putFloat(score);
    }
    return out.array();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FusedScores scores
        && Arrays.equals(descending, scores.descending)
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
    return descending.length + " scores";
  }
}
