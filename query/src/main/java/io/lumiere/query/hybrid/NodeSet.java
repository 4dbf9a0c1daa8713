package io.lumiere.query.hybrid;

import java.util.Arrays;

/**
 * The nodes that a walk has met. They are few of a large graph's, so a table of these takes less
 * time to make, and less of the processor's caches, than a bit for each node. Not thread-safe.
 */
final class NodeSet {
  private static final int FIRST_ROOM = 1 << 11;

  /** Spreads nodes that follow one another over the table. */
  private static final int SPREAD = 0x9E3779B1;

  /** Each node plus 1, at its place or at the next that is free; 0 where there is none. */
  private int[] table = new int[FIRST_ROOM];

  private int size;

  /** Adds a node; whether it was not there. */
  boolean add(int node) {
    if (!put(table, node + 1)) {
      return false;
    }
    if (++size > table.length / 2) {
      grow();
    }
    return true;
  }

  /** How many were added. */
  int size() {
    return size;
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(table, 0);
    size = 0;
  }

  private void grow() {
    int[] larger = new int[2 * table.length];
    for (int entry : table) {
      if (entry != 0) {
        put(larger, entry);
      }
    }
    table = larger;
  }

  private static boolean put(int[] table, int entry) {
    int mask = table.length - 1;
    int place = (entry * SPREAD) >>> Integer.numberOfLeadingZeros(mask);
    while (table[place] != 0) {
      if (table[place] == entry) {
        return false;
      }
      place = (place + 1) & mask;
    }
    table[place] = entry;
    return true;
  }
}
