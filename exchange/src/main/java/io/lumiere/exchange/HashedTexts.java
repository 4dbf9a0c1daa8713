package io.lumiere.exchange;

import io.lumiere.schema.SortKeys;
import java.util.Arrays;

/**
 * A set of texts that keeps a hash of 64 bits of each, so it takes some 16 to 32 bytes a text. Of
 * ten million texts, two different ones count as one in one of 300,000 cases. For one thread.
 */
final class HashedTexts {
  /** Open addressing; 0 is a free place. */
  private long[] table = new long[1 << 10];

  private int size;

  /** Adds a text; false if it was there. */
  boolean add(String text) {
    if (2 * (size + 1) > table.length) {
      grow();
    }
    boolean isNew = put(table, hash(text));
    size += isNew ? 1 : 0;
    return isNew;
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(2, table.length)];
    Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
    table = larger;
  }

  private static boolean put(long[] table, long hash) {
    int place = (int) hash & (table.length - 1);
    while (table[place] != 0 && table[place] != hash) {
      place = (place + 1) & (table.length - 1);
    }
    boolean isNew = table[place] == 0;
    table[place] = hash;
    return isNew;
  }

  private static long hash(String text) {
    long hash = SortKeys.idHash(text);
    return hash == 0 ? 1 : hash;
  }
}
