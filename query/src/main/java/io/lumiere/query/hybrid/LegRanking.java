package io.lumiere.query.hybrid;

import java.util.Arrays;

/**
 * One leg's documents in the order of their numbers, each with its rank and score. Nobody writes to
 * it once it is made.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LegRanking(int[] docs, int[] ranks, float[] scores) {
  static LegRanking of(Ranked hits) {
    // Sorted as numbers, without an object for each: the document, then its place.
    long[] byDoc = new long[hits.size()];
    for (int i = 0; i < byDoc.length; i++) {
      byDoc[i] = ((long) hits.docs()[i] << Integer.SIZE) | i;
    }
    Arrays.sort(byDoc);
    int[] docs = new int[byDoc.length];
    int[] ranks = new int[byDoc.length];
    float[] scores = new float[byDoc.length];
    for (int i = 0; i < byDoc.length; i++) {
      int place = (int) byDoc[i];
      docs[i] = hits.docs()[place];
      ranks[i] = place + 1;
      scores[i] = hits.scores()[place];
    }
    return new LegRanking(docs, ranks, scores);
  }

  /** The documents that any of the legs has, each once, in the order of their numbers. */
  static int[] union(LegRanking[] rankings) {
    int[] all = new int[0];
    for (LegRanking ranking : rankings) {
      all = union(all, ranking.docs());
    }
    return all;
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
