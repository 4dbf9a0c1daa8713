package io.lumiere.query.hybrid;

/** Finds the greatest of many numbers without sorting all of them. */
final class Partition {
  private Partition() {}

  /**
   * Moves numbers until all from {@code from} on are at least as great as the others and the least
   * of them is there (Hoare: Algorithm 65, Find. Communications of the ACM 1961).
   *
   * @param size how many numbers there are
   */
  static void greatestFrom(long[] numbers, int size, int from) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      long pivot = median(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (numbers[i] < pivot) {
          i++;
        }
        while (numbers[j] > pivot) {
          j--;
        }
        if (i <= j) {
          long swapped = numbers[i];
          numbers[i++] = numbers[j];
          numbers[j--] = swapped;
        }
      }
      if (from <= j) {
        high = j;
      } else if (from >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
