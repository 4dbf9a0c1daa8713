package io.lumiere.query;

import io.lumiere.query.hybrid.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A sum of vectors, and what cosines to it mean. Immutable.
 *
 * <p>A dot product with a sum is the sum of dot products. So the midpoint of a sum, where a match
 * is as likely as not, is the sum of the parts' midpoints. A part that is subtracted is assumed not
 * to match: it counts with the cosine {@value #SURELY_NOT} widths below its midpoint, a chance of
 * 5%. Widths add up in the same way.
 *
 * @param vector any length
 * @param midpoint the dot product at which a match is as likely as not; NaN where it is not known
 * @param width as {@link Scale.Logistic#width}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Direction(float[] vector, double midpoint, double width) {
  private static final int SURELY_NOT = 3;

  /** A unit vector with its own scale. */
  static Direction of(float[] unit, Scale scale) {
    return scale instanceof Scale.Logistic logistic
        ? new Direction(unit, logistic.midpoint(), logistic.width())
        : new Direction(unit, Double.NaN, Double.NaN);
  }

  /** {@code sum + weight * other}; {@code weight * other} where there is no sum yet. */
  static Direction add(@Nullable Direction sum, double weight, Direction other) {
    Direction before = sum == null ? new Direction(new float[other.vector.length], 0, 0) : sum;
    return new Direction(
        Vectors.plus(before.vector, (float) weight, other.vector),
        before.midpoint + weight * (other.midpoint - (weight > 0 ? 0 : SURELY_NOT * other.width)),
        before.width + Math.max(weight, 0) * other.width);
  }

  /**
   * The same at length 1.
   *
   * @throws io.lumiere.base.LumiereException if its length is 0
   */
  Direction unit() {
    double length = Vectors.length(vector);
    return new Direction(Vectors.unit(vector), midpoint / length, width / length);
  }

  /** How to read cosines to it; {@code fallback} where not all its parts have a logistic scale. */
  Scale scaleOr(Scale fallback) {
    return Double.isFinite(midpoint) && width > 0 ? new Scale.Logistic(midpoint, width) : fallback;
  }
}
