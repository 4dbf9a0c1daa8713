package io.lumiere.query.facet;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Counts numbers: small ones in a reused array, others in a map. Not thread-safe. */
final class LongCounts {
  private static final int SMALL = 1 << 16;
  private static final int FEW = 64;

  private final Map<Long, int[]> large = new HashMap<>();
  private int[] small = {};
  private long lastLarge;
  private int[] last = {};

  /** Takes what was counted. */
  interface Taker {
    void take(long key, int count) throws IOException;
  }

  void add(long key) {
    if (0 <= key && key < SMALL) {
      if (key >= small.length) {
        small = Arrays.copyOf(small, Math.max(FEW, 2 * Integer.highestOneBit((int) key)));
      }
      small[(int) key]++;
      return;
    }
    // Neighbouring photos are often of one day and place, so the last number is likely to come
    // again.
    if (key != lastLarge || last.length == 0) {
      last = large.computeIfAbsent(key, any -> new int[1]);
      lastLarge = key;
    }
    last[0]++;
  }

  /** Passes each number that was added, with its count, and starts from zero. */
  void drain(Taker taker) throws IOException {
    for (int key = 0; key < small.length; key++) {
      if (small[key] > 0) {
        taker.take(key, small[key]);
        small[key] = 0;
      }
    }
    for (Map.Entry<Long, int[]> counted : large.entrySet()) {
      taker.take(counted.getKey(), counted.getValue()[0]);
    }
    large.clear();
    last = new int[0];
  }
}
