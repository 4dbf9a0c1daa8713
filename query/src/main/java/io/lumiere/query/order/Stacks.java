package io.lumiere.query.order;

import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Near duplicates among hits in their order, by the rule of {@link
 * io.lumiere.query.alike.Collapse}: from the first hit on, one is hidden if it is a near duplicate
 * of one that is shown before it. Up to {@value #COMPARED} hits, all vectors are compared with all,
 * as there. Among more that would take minutes, so only copies and bursts are stacked. Immutable.
 *
 * @param shown the places of the hits that are shown, in their order
 * @param hidden how many near duplicates stand behind each of these
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
public record Stacks(int[] shown, int[] hidden) {
  /** The most hits whose vectors are compared. */
  public static final int COMPARED = 5_000;

  /**
   * Stacks hits.
   *
   * @param docs the hits in their order
   * @param vectorField whose vectors are compared; documents may lack it
   * @param cosine from which two photos are near duplicates
   */
  public static Stacks of(IndexReader reader, int[] docs, String vectorField, float cosine)
      throws IOException {
    int[] bursts = SharedValues.of(reader, Fields.BURST, docs);
    int[] copies = SharedValues.ofRarelyShared(reader, Fields.CONTENT_HASH, docs);
    return docs.length <= COMPARED
        ? compared(bursts, copies, vectors(reader, docs, vectorField), cosine)
        : shared(bursts, copies);
  }

  private static float[] @Nullable [] vectors(IndexReader reader, int[] docs, String field)
      throws IOException {
    float[] @Nullable [] vectors = new float[docs.length][];
    for (int i = 0; i < docs.length; i++) {
      vectors[i] = PhotoVectors.read(reader, docs[i], field);
    }
    return vectors;
  }

  private static Stacks compared(
      int[] bursts, int[] copies, float[] @Nullable [] vectors, float cosine) {
    Builder stacks = new Builder(bursts.length);
    boolean[] isHidden = new boolean[bursts.length];
    for (int i = 0; i < bursts.length; i++) {
      if (!isHidden[i]) {
        int alike = 0;
        for (int j = 0; j < bursts.length; j++) {
          if (j != i
              && (isSame(bursts, i, j)
                  || isSame(copies, i, j)
                  || areAlike(vectors[i], vectors[j], cosine))) {
            isHidden[j] = true;
            alike++;
          }
        }
        stacks.add(i, alike);
      }
    }
    return stacks.build();
  }

  private static boolean isSame(int[] values, int i, int j) {
    return values[i] != SharedValues.NONE && values[i] == values[j];
  }

  private static boolean areAlike(
      float @Nullable [] first, float @Nullable [] second, float cosine) {
    return first != null && second != null && VectorUtil.dotProduct(first, second) >= cosine;
  }

  private static Stacks shared(int[] bursts, int[] copies) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < bursts.length; i++) {
      for (long key : keys(bursts[i], copies[i])) {
        counts.merge(key, 1, Integer::sum);
      }
    }
    Builder stacks = new Builder(bursts.length);
    Map<Long, Boolean> isShown = new HashMap<>();
    for (int i = 0; i < bursts.length; i++) {
      long[] keys = keys(bursts[i], copies[i]);
      if (Arrays.stream(keys).limit(2).noneMatch(isShown::containsKey)) {
        int alike = 0;
        for (int k = 0; k < keys.length; k++) {
          isShown.put(keys[k], true);
          // What is both in the burst and a copy was counted twice.
          alike += (k == 2 ? -1 : 1) * (counts.getOrDefault(keys[k], 1) - 1);
        }
        stacks.add(i, alike);
      }
    }
    return stacks.build();
  }

  /** The burst, the copies, and where there are both what has both. */
  private static long[] keys(int burst, int copy) {
    long ofBurst = (long) burst << 32;
    long ofCopy = (copy + 1L) | Long.MIN_VALUE;
    if (burst == SharedValues.NONE) {
      return copy == SharedValues.NONE ? new long[0] : new long[] {ofCopy};
    }
    return copy == SharedValues.NONE
        ? new long[] {ofBurst}
        : new long[] {ofBurst, ofCopy, ofBurst | (copy + 1L)};
  }

  /** Gathers what is shown. */
  private static final class Builder {
    private final int[] shown;
    private final int[] hidden;
    private int size;

    Builder(int most) {
      shown = new int[most];
      hidden = new int[most];
    }

    void add(int place, int alike) {
      shown[size] = place;
      hidden[size++] = alike;
    }

    Stacks build() {
      return new Stacks(Arrays.copyOf(shown, size), Arrays.copyOf(hidden, size));
    }
  }
}
