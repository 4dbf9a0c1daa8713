package io.lumiere.query.event;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** On how many days photos were taken in each cell of a grid. Not thread-safe. */
final class DaysOfCells {
  private static final long DAY = 86_400_000L;

  private final Map<Long, Days> cells = new HashMap<>();

  private static final class Days {
    private long last = Long.MIN_VALUE;
    private int count;
  }

  /** Adds a photo, not earlier than the one before. */
  void add(int row, int column, long time) {
    Days days =
        cells.computeIfAbsent((long) row << 32 | (column & 0xFFFF_FFFFL), cell -> new Days());
    long day = Math.floorDiv(time, DAY);
    if (day != days.last) {
      days.last = day;
      days.count++;
    }
  }

  /** Row and column of the cell with the most days, the least of several; null where none is. */
  int @Nullable [] most() {
    Long best = null;
    int most = 0;
    for (Map.Entry<Long, Days> cell : cells.entrySet()) {
      int count = cell.getValue().count;
      if (best == null || count > most || (count == most && cell.getKey() < best)) {
        best = cell.getKey();
        most = count;
      }
    }
    return best == null ? null : new int[] {(int) (best >> 32), (int) (long) best};
  }
}
