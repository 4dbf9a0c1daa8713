package io.lumiere.query;

import io.lumiere.query.internal.lucene.RadixSort;
import java.util.Arrays;

/** The numbers of hits by the hashes of their ids. Immutable, thread-safe. */
final class HitNumbers {
  static final int NONE = -1;

  private final long[] sorted;
  private final int[] numbers;

  /** Of hits that are numbered from 0. */
  HitNumbers(long[] idHashes) {
    this.sorted = idHashes.clone();
    this.numbers = new int[sorted.length];
    Arrays.setAll(numbers, i -> i);
    RadixSort.sort(sorted, numbers, 0);
  }

  /** The number of a hit; {@link #NONE} if it is not one. */
  int of(long idHash) {
    int place = Arrays.binarySearch(sorted, idHash);
    return place < 0 ? NONE : numbers[place];
  }
}
