package io.lumiere.exchange;

import java.util.Arrays;

/**
 * A set of texts that keeps a hash of 64 bits of each, so it takes some 16 to 32 bytes a text. Of
 * ten million texts, two different ones count as one in one of 300,000 cases. For one thread.
 */
final class HashedTexts {
  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

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

  /** FNV-1a of the text's characters, whose bits are mixed at the end as by MurmurHash3. */
  private static long hash(String text) {
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
