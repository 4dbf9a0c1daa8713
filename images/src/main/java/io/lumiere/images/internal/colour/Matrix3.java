package io.lumiere.images.internal.colour;

/** Arithmetic of 3 x 3 matrices, which are arrays of rows. */
final class Matrix3 {
  private Matrix3() {}

  static double[][] ofColumns(double[] a, double[] b, double[] c) {
    double[][] matrix = new double[3][];
    for (int i = 0; i < 3; i++) {
      matrix[i] = new double[] {a[i], b[i], c[i]};
    }
    return matrix;
  }

  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }

  static double[][] times(double[][] left, double[][] right) {
    double[][] product = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  static double[][] scaledColumns(double[][] matrix, double[] factors) {
    double[][] scaled = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        scaled[i][j] = matrix[i][j] * factors[j];
      }
    }
    return scaled;
  }

  /** By cofactors; the matrix must have an inverse. */
  static double[][] inverse(double[][] matrix) {
    double[][] inverse = new double[3][3];
    double determinant = 0;
    for (int j = 0; j < 3; j++) {
      determinant += matrix[0][j] * cofactor(matrix, 0, j);
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        inverse[j][i] = cofactor(matrix, i, j) / determinant;
      }
    }
    return inverse;
  }

  /** Cyclic indices bring the sign with them. */
  private static double cofactor(double[][] m, int i, int j) {
    int a = (i + 1) % 3;
    int b = (i + 2) % 3;
    int c = (j + 1) % 3;
    int d = (j + 2) % 3;
    return m[a][c] * m[b][d] - m[a][d] * m[b][c];
  }
}
