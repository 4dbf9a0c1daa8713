package io.lumiere.schema.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * The directions in which vectors vary most, by Jacobi's rotations of the rows of their covariance:
 * whatever is left undone, the axes stay at right angles to each other. Immutable and thread-safe.
 *
 * @param axes of unit length, those of the greatest variance first
 * @param variances along them
 */
@SuppressWarnings("ArrayRecordComponent") // Not to be changed; as short as can be.
record PrincipalAxes(float[][] axes, double[] variances) {
  /** After as many rounds the order of variances does not change any more. */
  private static final int ROUNDS = 6;

  /** Rows whose cosine is smaller are left as they are. */
  private static final double RIGHT_ANGLE = 1e-3;

  /**
   * Computes the axes.
   *
   * @param covariance symmetric; it is changed
   */
  static PrincipalAxes of(float[][] covariance) {
    int dimension = covariance.length;
    float[][] axes = new float[dimension][dimension];
    double[] squares = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      axes[i][i] = 1;
    }
    boolean turned = true;
    for (int round = 0; turned && round < ROUNDS; round++) {
      for (int i = 0; i < dimension; i++) {
        squares[i] = VectorUtil.dotProduct(covariance[i], covariance[i]);
      }
      turned = turnAll(covariance, axes, squares);
    }
    // A row is an axis times its variance.
    int[] order =
        IntStream.range(0, dimension)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -squares[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new PrincipalAxes(
        Arrays.stream(order).mapToObj(i -> axes[i]).toArray(float[][]::new),
        Arrays.stream(order).mapToDouble(i -> Math.sqrt(Math.max(0, squares[i]))).toArray());
  }

  private static boolean turnAll(float[][] rows, float[][] axes, double[] squares) {
    boolean turned = false;
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        double product = VectorUtil.dotProduct(rows[i], rows[j]);
        if (Math.abs(product) > RIGHT_ANGLE * Math.sqrt(squares[i] * squares[j])) {
          double half = (squares[j] - squares[i]) / (2 * product);
          double tangent = Math.copySign(1, half) / (Math.abs(half) + Math.sqrt(1 + half * half));
          double cosine = 1 / Math.sqrt(1 + tangent * tangent);
          turn(rows[i], rows[j], (float) cosine, (float) (cosine * tangent));
          turn(axes[i], axes[j], (float) cosine, (float) (cosine * tangent));
          squares[i] = Math.max(0, squares[i] - tangent * product);
          squares[j] += tangent * product;
          turned = true;
        }
      }
    }
    return turned;
  }

  private static void turn(float[] first, float[] second, float cosine, float sine) {
    for (int i = 0; i < first.length; i++) {
      float one = first[i];
      float other = second[i];
      first[i] = cosine * one - sine * other;
      second[i] = sine * one + cosine * other;
    }
  }
}
