package io.lumiere.query.facet;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts numbers: small ones in an array that grows with them, to 4 MB at most, others in a map.
 * Not thread-safe.
 */
final class LongCounts {
  private static final int SMALL = 1 << 20;
  private static final int FEW = 64;

  private final Map<Long, int[]> large = new HashMap<>();
  private int[] small = new int[FEW];

  /** Takes what was counted. */
  interface Taker {
    void take(long key, int count) throws IOException;
  }

  /**
   * Adds the first {@code size} of some numbers. Neighbouring photos are often of one day and
   * place, so equal ones that follow each other are added together.
   */
  void add(long[] keys, int size) {
    for (int from = 0, to = 1; from < size; from = to++) {
      long key = keys[from];
      while (to < size && keys[to] == key) {
        to++;
      }
      add(key, to - from);
    }
  }

  void add(long key, int times) {
    if (0 <= key && key < SMALL) {
      if (key >= small.length) {
        small = Arrays.copyOf(small, 2 * Integer.highestOneBit((int) key));
      }
      small[(int) key] += times;
    } else {
      large.computeIfAbsent(key, any -> new int[1])[0] += times;
    }
  }

  /** Passes each number whose count is above zero, with the count, and starts from zero. */
  void drain(Taker taker) throws IOException {
    for (int key = 0; key < small.length; key++) {
      if (small[key] > 0) {
        taker.take(key, small[key]);
      }
      small[key] = 0;
    }
    for (Map.Entry<Long, int[]> counted : large.entrySet()) {
      if (counted.getValue()[0] > 0) {
        taker.take(counted.getKey(), counted.getValue()[0]);
      }
    }
    large.clear();
  }
}
