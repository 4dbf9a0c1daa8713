package io.lumiere.query.hybrid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * The window of a leg over all directories that are searched together: with it, each directory
 * ranks its documents as one directory of all would. 4 bytes for each document. Immutable; nobody
 * writes to the array.
 *
 * @param scores those of the documents in the window, the greatest first
 * @param lastTie of the documents with the least of these scores, those with a number up to this
 *     are in the window
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the arrays.
public record LegWindow(float[] scores, long lastTie) {
  /** That of a leg which finds nothing in any directory: it holds nothing. */
  static final LegWindow EMPTY = new LegWindow(new float[0], Long.MAX_VALUE);

  /**
   * The window of several directories.
   *
   * @param directories what each found
   * @param window how many documents it holds, at most
   */
  public static LegWindow of(Collection<LegScores> directories, int window) {
    int all = directories.stream().mapToInt(found -> found.scores().length).sum();
    float[] scores = new float[Math.min(all, window)];
    PriorityQueue<Next> next = new PriorityQueue<>();
    directories.stream()
        .filter(found -> found.scores().length > 0)
        .map(Next::new)
        .forEach(next::add);
    long lastTie = Long.MAX_VALUE;
    for (int i = 0; i < scores.length; i++) {
      Next best = next.remove();
      scores[i] = best.entry.score();
      lastTie = best.entry.tie();
      if (best.forward()) {
        next.add(best);
      }
    }
    return new LegWindow(scores, all <= window ? Long.MAX_VALUE : lastTie);
  }

  /**
   * The window of each leg.
   *
   * @param directories what each found in all legs; nothing where it ranks nothing
   * @param window how many documents each holds, at most
   */
  public static List<LegWindow> ofAll(List<List<LegScores>> directories, int window) {
    List<LegWindow> windows = new ArrayList<>();
    int legs = directories.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < legs; i++) {
      int leg = i;
      windows.add(
          of(
              directories.stream()
                  .filter(found -> leg < found.size())
                  .map(found -> found.get(leg))
                  .toList(),
              window));
    }
    return windows;
  }

  /** The window of one directory alone. */
  static LegWindow of(Ranked best) {
    return new LegWindow(best.scores(), Long.MAX_VALUE);
  }

  /** The next document of a directory. */
  private static final class Next implements Comparable<Next> {
    private final LegScores scores;
    private LegScores.Entry entry;
    private int place;

    Next(LegScores scores) {
      this.scores = scores;
      this.entry = scores.entry(0);
    }

    /** Goes on; false at the end. */
    boolean forward() {
      if (++place == scores.scores().length) {
        return false;
      }
      entry = scores.entry(place);
      return true;
    }

    @Override
    public int compareTo(Next other) {
      return LegScores.Entry.BEST_FIRST.compare(entry, other.entry);
    }
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static LegWindow of(byte[] bytes) {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(bytes);
      long lastTie = in.readLong();
      float[] scores = new float[bytes.length];
      int count = 0;
      for (long score = 0; !in.eof(); count++) {
        score -= in.readZLong();
        scores[count] = NumericUtils.sortableIntToFloat(Math.toIntExact(score));
      }
      return new LegWindow(LegScores.requireDescending(Arrays.copyOf(scores, count)), lastTie);
    } catch (IOException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(bytes.length + " bytes are not the window of a leg", e);
    }
  }

  /**
   * Bytes that {@link #of(byte[])} reads. Each score is written as the difference to the one before
   * it, of the numbers that order floats: one or two bytes, as scores of a window are close.
   */
  public byte[] toBytes() {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeLong(lastTie);
      long before = 0;
      for (float score : scores) {
        long number = NumericUtils.floatToSortableInt(score);
        out.writeZLong(before - number);
        before = number;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toArrayCopy();
  }

  /** Whether a document is in it. */
  boolean holds(LegScores.Entry entry) {
    return scores.length > 0
        && (entry.score() > least() || (entry.score() == least() && entry.tie() <= lastTie));
  }

  /** The least score in it. */
  float least() {
    return scores.length == 0 ? Float.NEGATIVE_INFINITY : scores[scores.length - 1];
  }

  /**
   * The ranks of some scores of it: one more than how many are greater, so equal ones share one.
   *
   * @param some the greatest first
   */
  int[] ranks(float[] some) {
    int[] ranks = new int[some.length];
    int greater = 0;
    for (int i = 0; i < some.length; i++) {
      while (scores[greater] > some[i]) {
        greater++;
      }
      ranks[i] = greater + 1;
    }
    return ranks;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LegWindow window
        && lastTie == window.lastTie
        && Arrays.equals(scores, window.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(lastTie) + Arrays.hashCode(scores);
  }

  @Override
  public String toString() {
    return "window of " + scores.length + (scores.length == 0 ? "" : " down to " + least());
  }
}
