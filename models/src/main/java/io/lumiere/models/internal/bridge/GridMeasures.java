package io.lumiere.models.internal.bridge;

import static io.lumiere.models.internal.bridge.ColourGrid.SIDE;
import static io.lumiere.models.internal.bridge.ColourGrid.cell;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Figures of a {@link ColourGrid} or of some of its rows, from {@code from} up to {@code to}. */
final class GridMeasures {
  private GridMeasures() {}

  /** The mean over the rows' cells. */
  static double mean(int from, int to, IntToDoubleFunction value) {
    double sum = 0;
    for (int cell = from * SIDE; cell < to * SIDE; cell++) {
      sum += value.applyAsDouble(cell);
    }
    return sum / ((to - from) * SIDE);
  }

  /** The greatest over the rows' cells. */
  static double max(int from, int to, IntToDoubleFunction value) {
    double max = Double.NEGATIVE_INFINITY;
    for (int cell = from * SIDE; cell < to * SIDE; cell++) {
      max = Math.max(max, value.applyAsDouble(cell));
    }
    return max;
  }

  /** The greatest mean over bands of four rows: at its largest where the value lies in a stripe. */
  static double strongestBand(int from, int to, IntToDoubleFunction value) {
    double max = Double.NEGATIVE_INFINITY;
    for (int row = from; row + 4 <= to; row += 4) {
      max = Math.max(max, mean(row, row + 4, value));
    }
    return max;
  }

  /** What 99% of all cells do not exceed, by linear interpolation between the nearest ranks. */
  static double nearlyMax(IntToDoubleFunction value) {
    double[] sorted = new double[SIDE * SIDE];
    Arrays.setAll(sorted, value);
    Arrays.sort(sorted);
    double rank = 0.99 * (sorted.length - 1);
    int below = (int) rank;
    return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
  }

  /** The standard deviation over all cells. */
  static double deviation(IntToDoubleFunction value) {
    double mean = mean(0, SIDE, value);
    return Math.sqrt(mean(0, SIDE, cell -> square(value.applyAsDouble(cell) - mean)));
  }

  /** Mean absolute step from cell to cell, down and across, of the three coordinates' mean. */
  static double roughness(ColourGrid grid, int from, int to) {
    double down = 0;
    double across = 0;
    for (int axis = 0; axis < 3; axis++) {
      for (int row = from; row < to; row++) {
        for (int column = 0; column < SIDE; column++) {
          double here = grid.coordinate(axis, cell(row, column));
          down += row + 1 < to ? Math.abs(grid.coordinate(axis, cell(row + 1, column)) - here) : 0;
          across +=
              column + 1 < SIDE ? Math.abs(grid.coordinate(axis, cell(row, column + 1)) - here) : 0;
        }
      }
    }
    int rows = to - from;
    return down / (3.0 * (rows - 1) * SIDE) + across / (3.0 * rows * (SIDE - 1));
  }

  /**
   * The share of the colours' variance that the rows explain: near 1 for sky over sea or land, near
   * 0 for patterns and close-ups. A blank image has 0.
   */
  static double layering(ColourGrid grid) {
    double total = 1e-4;
    double ofRows = 0;
    for (int axis = 0; axis < 3; axis++) {
      int a = axis;
      double mean = mean(0, SIDE, cell -> grid.coordinate(a, cell));
      total += mean(0, SIDE, cell -> square(grid.coordinate(a, cell) - mean));
      for (int row = 0; row < SIDE; row++) {
        double rowMean = mean(row, row + 1, cell -> grid.coordinate(a, cell));
        ofRows += square(rowMean - mean) / SIDE;
      }
    }
    return ofRows / total;
  }

  private static double square(double x) {
    return x * x;
  }
}
