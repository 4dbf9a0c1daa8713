package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * What a leg found in one index: the best documents, as many as its window holds, and those beside
 * them that score the same as the last of these. Which of equal documents are in the window is
 * decided by {@link Ties}, not by where they stand in the index. Nobody writes to it once it is
 * made.
 *
 * @param best the best documents, the best first, equal ones in any order
 * @param tied the others with the score of the last, in the order of their numbers
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LegHits(Ranked best, int[] tied) {
  static final LegHits NONE = new LegHits(Ranked.NONE, new int[0]);

  /** Finds all documents with one score. */
  @FunctionalInterface
  interface SameScore {
    /** In the order of their numbers; null where that is not known. */
    int @Nullable [] find(float score) throws IOException;
  }

  /** How many documents a leg looks for, so that it is seen whether ties go beyond the window. */
  static int asked(int window) {
    return Math.max(window, window + 1);
  }

  /**
   * The documents of a window.
   *
   * @param found as many as {@link #asked} says, or all
   * @param same is asked where equal documents are inside the window and outside
   */
  static LegHits of(Ranked found, int window, Ties ties, IndexReader reader, SameScore same)
      throws IOException {
    if (found.size() <= window) {
      return new LegHits(found, NONE.tied);
    }
    float last = found.scores()[window - 1];
    if (found.scores()[window] < last) {
      return new LegHits(found.first(window), NONE.tied);
    }
    int better = 0;
    while (found.scores()[better] > last) {
      better++;
    }
    int[] equal = same.find(last);
    if (equal == null) {
      equal = Arrays.copyOfRange(found.docs(), better, found.size());
      Arrays.sort(equal);
    }
    return split(found.first(better), last, equal, ties.of(reader, equal), window);
  }

  /** Fills the window with the equal documents whose numbers are the least. */
  private static LegHits split(
      Ranked better, float score, int[] equal, long[] numbers, int window) {
    int room = window - better.size();
    long[] sorted = numbers.clone();
    Partition.greatestFrom(sorted, sorted.length, room - 1);
    long bar = sorted[room - 1];
    int atBar = room;
    for (long number : numbers) {
      atBar -= number < bar ? 1 : 0;
    }
    int[] docs = Arrays.copyOf(better.docs(), window);
    float[] scores = Arrays.copyOf(better.scores(), window);
    Arrays.fill(scores, better.size(), window, score);
    int[] tied = new int[equal.length - room];
    int inside = better.size();
    int outside = 0;
    for (int i = 0; i < equal.length; i++) {
      if (numbers[i] < bar || (numbers[i] == bar && atBar-- > 0)) {
        docs[inside++] = equal[i];
      } else {
        tied[outside++] = equal[i];
      }
    }
    return new LegHits(new Ranked(docs, scores), tied);
  }

  /** What of it is in the window of several indexes, this one among them. */
  LegHits within(LegWindow window, Ties ties, IndexReader reader) throws IOException {
    if (window.scores().length == 0) {
      return NONE; // What is here has come after the window was made.
    }
    float least = window.least();
    int better = 0;
    while (better < best.size() && best.scores()[better] > least) {
      better++;
    }
    int end = better;
    while (end < best.size() && best.scores()[end] == least) {
      end++;
    }
    int[] equal = Arrays.copyOfRange(best.docs(), better, end);
    long[] numbers = ties.of(reader, equal);
    int[] docs = Arrays.copyOf(best.docs(), end);
    int[] others = new int[equal.length];
    int inside = better;
    int outside = 0;
    for (int i = 0; i < equal.length; i++) {
      if (numbers[i] <= window.lastTie()) {
        docs[inside++] = equal[i];
      } else {
        others[outside++] = equal[i];
      }
    }
    Ranked kept = new Ranked(Arrays.copyOf(docs, inside), Arrays.copyOf(best.scores(), inside));
    boolean isLast = end == best.size() && end > better;
    return new LegHits(kept, joined(Arrays.copyOf(others, outside), isLast ? tied : NONE.tied));
  }

  private static int[] joined(int[] some, int[] others) {
    int[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    Arrays.sort(all);
    return all;
  }

  /** The first scores of the window, and by what equal ones are ordered. */
  LegScores scores(Ties ties, IndexReader reader, int first) throws IOException {
    int end = Math.min(first, best.size());
    while (end > 0 && end < best.size() && best.scores()[end] == best.scores()[end - 1]) {
      end++;
    }
    Ranked sent = best.first(end);
    return LegScores.sorted(sent.scores(), ties.of(reader, sent.docs())).first(first);
  }
}
