package io.lumiere.models.internal.tokenizer;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Which two neighbouring symbols become one, and in which order: byte-pair encoding. A hash table
 * of primitive values, for a search waits until it is filled. Thread-safe once filled.
 *
 * @see <a href="https://arxiv.org/abs/1508.07909">Sennrich et al., Neural Machine Translation of
 *     Rare Words with Subword Units, 2016</a>
 */
final class BpeMerges {
  private static final int NONE = -1;

  private final int mask;
  private final long[] pairs;
  private final int[] ranks;
  private final int[] results;

  /** Room for {@code count} merges. */
  BpeMerges(int count) {
    int slots = Integer.highestOneBit(Math.max(4, count) * 2 - 1) * 2;
    mask = slots - 1;
    pairs = new long[slots];
    Arrays.fill(pairs, NONE);
    ranks = new int[slots];
    results = new int[slots];
  }

  /**
   * Two symbols (not negative) that become {@code result}; of all pairs the lowest rank goes first.
   */
  void add(int left, int right, int rank, int result) {
    long pair = pair(left, right);
    int slot = slot(pair);
    pairs[slot] = pair;
    ranks[slot] = rank;
    results[slot] = result;
  }

  /** The symbols after all merges that apply; in about n log n steps for n symbols. */
  int[] merge(int[] symbols) {
    if (symbols.length < 2) {
      return symbols;
    }
    return new Word(symbols).merge();
  }

  private static long pair(int left, int right) {
    return (long) left << 32 | right;
  }

  /** Where the pair is, or the free place where it would be. */
  private int slot(long pair) {
    long hash = pair * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & mask;
    while (pairs[slot] != pair && pairs[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The symbols as a list linked both ways, and the pairs in it that may be merged, best first. */
  private final class Word {
    private final int[] symbols;
    private final int[] next;
    private final int[] previous;
    private final PriorityQueue<Long> queue = new PriorityQueue<>();

    Word(int[] symbols) {
      int n = symbols.length;
      this.symbols = symbols.clone();
      next = new int[n];
      previous = new int[n];
      for (int i = 0; i < n; i++) {
        previous[i] = i - 1;
        next[i] = i + 1 < n ? i + 1 : NONE;
      }
      for (int i = 0; i + 1 < n; i++) {
        offer(i);
      }
    }

    int[] merge() {
      for (Long best = queue.poll(); best != null; best = queue.poll()) {
        int left = best.intValue();
        int slot = slotAt(left);
        if (slot >= 0 && pairs[slot] != NONE && ranks[slot] == (int) (best >>> 32)) {
          join(left, results[slot]);
        }
      }
      int[] merged = new int[symbols.length];
      int length = 0;
      for (int i = 0; i != NONE; i = next[i]) {
        merged[length++] = symbols[i];
      }
      return Arrays.copyOf(merged, length);
    }

    private void join(int left, int result) {
      int right = next[left];
      symbols[left] = result;
      symbols[right] = NONE;
      next[left] = next[right];
      if (next[left] != NONE) {
        previous[next[left]] = left;
        offer(left);
      }
      if (previous[left] != NONE) {
        offer(previous[left]);
      }
    }

    /** Pairs of equal rank go from left to right: the place is the lower half of the key. */
    private void offer(int left) {
      int slot = slotAt(left);
      if (slot >= 0 && pairs[slot] != NONE) {
        queue.add((long) ranks[slot] << 32 | left);
      }
    }

    private int slotAt(int left) {
      return symbols[left] == NONE || next[left] == NONE
          ? NONE
          : slot(pair(symbols[left], symbols[next[left]]));
    }
  }
}
