package io.lumiere.query.hybrid;

import java.util.Arrays;

/**
 * One leg's documents in the order of their numbers, each with its rank and score; equal scores
 * share a rank. Nobody writes to it once it is made.
 *
 * @param found how many documents the leg's window holds
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LegRanking(int[] docs, int[] ranks, float[] scores, int found) {
  /**
   * The documents that a leg found: those in its window, and of those that tie with the last of it
   * those that other legs' windows hold.
   *
   * @param candidates what the windows of all legs hold, in the order of their numbers
   */
  static LegRanking of(LegHits hits, LegWindow window, int[] candidates) {
    int[] added = both(hits.tied(), candidates);
    int inside = hits.best().size();
    float[] best = Arrays.copyOf(hits.best().scores(), inside + added.length);
    Arrays.fill(best, inside, best.length, window.least());
    int[] bestRanks = window.ranks(best);
    // Sorted as numbers, without an object for each: the document, then its place.
    long[] byDoc = new long[best.length];
    for (int i = 0; i < byDoc.length; i++) {
      int doc = i < inside ? hits.best().docs()[i] : added[i - inside];
      byDoc[i] = ((long) doc << Integer.SIZE) | i;
    }
    Arrays.sort(byDoc);
    int[] docs = new int[byDoc.length];
    int[] ranks = new int[byDoc.length];
    float[] scores = new float[byDoc.length];
    for (int i = 0; i < byDoc.length; i++) {
      int place = (int) byDoc[i];
      docs[i] = (int) (byDoc[i] >>> Integer.SIZE);
      ranks[i] = bestRanks[place];
      scores[i] = best[place];
    }
    return new LegRanking(docs, ranks, scores, window.scores().length);
  }

  /** The same, the best of a window that holds more. */
  LegRanking ofWindow(int window) {
    return new LegRanking(docs, ranks, scores, window);
  }

  /** The documents that any of the windows holds, each once, in the order of their numbers. */
  static int[] candidates(Iterable<LegHits> legs) {
    int[] all = new int[0];
    for (LegHits hits : legs) {
      int[] docs = hits.best().docs().clone();
      Arrays.sort(docs);
      all = union(all, docs);
    }
    return all;
  }

  private static int[] both(int[] some, int[] others) {
    int[] both = new int[Math.min(some.length, others.length)];
    int size = 0;
    int from = 0;
    for (int doc : others) {
      if (from == some.length) {
        break;
      }
      int place = Arrays.binarySearch(some, from, some.length, doc);
      from = place < 0 ? -place - 1 : place;
      if (place >= 0) {
        both[size++] = doc;
      }
    }
    return Arrays.copyOf(both, size);
  }

  private static int[] union(int[] some, int[] others) {
    if (some.length == 0 || others.length == 0) {
      return some.length == 0 ? others : some;
    }
    int[] all = new int[some.length + others.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < some.length || j < others.length) {
      int one = i < some.length ? some[i] : Integer.MAX_VALUE;
      int other = j < others.length ? others[j] : Integer.MAX_VALUE;
      all[size++] = Math.min(one, other);
      i += one <= other ? 1 : 0;
      j += other <= one ? 1 : 0;
    }
    return Arrays.copyOf(all, size);
  }
}
