package io.lumiere.query.order;

import java.util.Arrays;

/**
 * The near duplicates that stand behind the hits of an order. Immutable.
 *
 * @param starts where in {@code docs} those of each hit begin; one more at the end
 * @param docs their numbers in the index
 * @param stacking how far they are found
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record HiddenDocs(int[] starts, int[] docs, Stacking stacking) {
  /** The hits that are hidden in stacks of some. */
  public static HiddenDocs of(Stacks stacks, FoundDocs hits, Stacking stacking) {
    return new HiddenDocs(stacks.starts(), hits.at(stacks.hidden()).docs(), stacking);
  }

  /** How many stand behind each of some hits. */
  public int[] counts(int from, int to) {
    int[] counts = new int[to - from];
    Arrays.setAll(counts, i -> starts[from + i + 1] - starts[from + i]);
    return counts;
  }

  /** Those behind a hit, in the order of the hits. */
  public int[] behind(int hit) {
    return Arrays.copyOfRange(docs, starts[hit], starts[hit + 1]);
  }

  /** The hit that a document stands behind; -1 where it stands behind none. */
  public int hitBefore(int doc) {
    for (int i = 0; i < docs.length; i++) {
      if (docs[i] == doc) {
        return hitOf(i);
      }
    }
    return -1;
  }

  /** The last hit whose near duplicates begin at a place or before: the others' end before it. */
  private int hitOf(int place) {
    int low = 0;
    int high = starts.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
