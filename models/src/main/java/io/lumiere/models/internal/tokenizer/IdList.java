package io.lumiere.models.internal.tokenizer;

import java.util.Arrays;

/** Token ids up to a number of them: what is added beyond that is dropped. Not thread-safe. */
final class IdList {
  private final int max;
  private int[] ids = new int[32];
  private int size;

  IdList(int max) {
    this.max = max;
  }

  void add(int id) {
    if (size < max) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, 2 * size);
      }
      ids[size++] = id;
    }
  }

  void addAll(int[] more) {
    for (int i = 0; i < more.length && !isFull(); i++) {
      add(more[i]);
    }
  }

  boolean isFull() {
    return size == max;
  }

  int size() {
    return size;
  }

  /** Drops all but the first {@code length}. */
  void cut(int length) {
    size = Math.min(size, length);
  }

  int[] toArray() {
    return Arrays.copyOf(ids, size);
  }
}
