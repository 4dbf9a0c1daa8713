package io.lumiere.models.internal.bridge;

/**
 * Solves {@code A x = b} for a symmetric positive definite {@code A} of which it is {@code LL'}.
 */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Factors in place: {@code matrix}, of which only the lower triangle is read, is used up. */
  static Cholesky of(double[][] matrix) {
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = matrix[row][column];
        for (int k = 0; k < column; k++) {
          rest -= matrix[row][k] * matrix[column][k];
        }
        if (row == column && !(rest > 0)) {
          throw new ArithmeticException("not positive definite at row " + row + ": " + rest);
        }
        matrix[row][column] = row == column ? Math.sqrt(rest) : rest / matrix[column][column];
      }
    }
    return new Cholesky(matrix);
  }

  /** The solution, as a new array. */
  double[] solve(double[] b) {
    double[] x = b.clone();
    for (int row = 0; row < x.length; row++) {
      for (int k = 0; k < row; k++) {
        x[row] -= lower[row][k] * x[k];
      }
      x[row] /= lower[row][row];
    }
    for (int row = x.length - 1; row >= 0; row--) {
      for (int k = row + 1; k < x.length; k++) {
        x[row] -= lower[k][row] * x[k];
      }
      x[row] /= lower[row][row];
    }
    return x;
  }
}
