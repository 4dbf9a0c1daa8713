package io.lumiere.query.hybrid;

import java.util.Arrays;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the best of any number of documents: those with the greatest scores, of equal ones those
 * with the lowest numbers; {@link LegHits} puts others of equal ones in their place. A heap of
 * thousands of entries moves a dozen of them for each document that enters it. Here a document is
 * one number, its score before its own, that is put into an array with room for twice as many; a
 * full array loses its worse half. Not thread-safe.
 */
final class BestDocs {
  /** More than a first array of this size is made room for when it is needed. */
  private static final int FIRST_ROOM = 1 << 12;

  private final int most;
  private long[] entries;
  private int size;

  /** What an entry must be above to be kept. */
  private long bar = Long.MIN_VALUE;

  private float barScore = Float.NEGATIVE_INFINITY;

  BestDocs(int most) {
    this.most = most;
    this.entries = new long[(int) Math.min(FIRST_ROOM, 2L * most)];
  }

  /** Lets none in whose score is less. */
  void startAt(float score) {
    bar = ((long) NumericUtils.floatToSortableInt(score + 0f) << Integer.SIZE) - 1;
    barScore = score;
  }

  /** Whether as many were found as are kept. */
  boolean isFull() {
    return size >= most;
  }

  /** Whether a document with this score may be among the best so far. */
  boolean wants(float score) {
    return !(score < barScore); // Nothing is known of what is not a number.
  }

  /** How many are kept now; more than {@link #most} may be. */
  int size() {
    return size;
  }

  /** A score below this one is not wanted. */
  float least() {
    return barScore;
  }

  /** Takes a document into account. Scores are numbers. */
  void add(int doc, float score) {
    if (!(score < barScore)) {
      add(entry(doc, score));
    }
  }

  private void add(long entry) {
    if (entry <= bar) {
      return;
    }
    if (size == entries.length) {
      makeRoom();
    }
    entries[size++] = entry;
  }

  /** Takes documents of a part of the index into account. */
  void addAll(@Nullable Ranked ranked, int docBase) {
    if (ranked != null) {
      for (int i = 0; i < ranked.size(); i++) {
        add(docBase + ranked.docs()[i], ranked.scores()[i]);
      }
    }
  }

  /** Takes what others are the best of into account. */
  void addAll(BestDocs others) {
    for (int i = 0; i < others.size; i++) {
      add(others.entries[i]);
    }
  }

  /** How many are kept, at most. */
  int most() {
    return most;
  }

  /** The best so far. */
  Ranked ranked() {
    return ranked(most);
  }

  /** The first of the best so far. */
  Ranked ranked(int first) {
    int from = size - Math.min(size, Math.min(first, most));
    Partition.greatestFrom(entries, size, from);
    Arrays.sort(entries, from, size);
    int[] docs = new int[size - from];
    float[] scores = new float[docs.length];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = doc(entries[size - 1 - i]);
      scores[i] = score(entries[size - 1 - i]);
    }
    return new Ranked(docs, scores);
  }

  /** The best so far, in the order of their numbers. */
  Ranked inOrder() {
    if (size > most) {
      keepBest();
    }
    long[] numbered = new long[size];
    for (int i = 0; i < size; i++) {
      numbered[i] = Long.rotateLeft(~entries[i], Integer.SIZE);
    }
    Arrays.sort(numbered);
    int[] docs = new int[size];
    float[] scores = new float[size];
    for (int i = 0; i < size; i++) {
      long entry = Long.rotateLeft(~numbered[i], Integer.SIZE);
      docs[i] = doc(entry);
      scores[i] = score(entry);
    }
    return new Ranked(docs, scores);
  }

  /** Greater for better documents. */
  private static long entry(int doc, float score) {
    // Adding 0 makes -0 the same as 0.
    return ((long) NumericUtils.floatToSortableInt(score + 0f) << Integer.SIZE)
        | (~doc & 0xFFFF_FFFFL);
  }

  private static int doc(long entry) {
    return ~(int) entry;
  }

  private static float score(long entry) {
    return NumericUtils.sortableIntToFloat((int) (entry >> Integer.SIZE));
  }

  private void makeRoom() {
    if (size < 2L * most) {
      entries = Arrays.copyOf(entries, (int) Math.min(2L * size, 2L * most));
    } else {
      keepBest();
    }
  }

  private void keepBest() {
    Partition.greatestFrom(entries, size, size - most);
    System.arraycopy(entries, size - most, entries, 0, most);
    size = most;
    bar = entries[0];
    barScore = score(bar);
  }
}
