package io.lumiere.exchange;

import io.lumiere.base.Fault;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.schema.PhotoDocuments;

/** Ensures that vectors have unit length, as an index holds them. */
final class UnitVectors {
  private final boolean normalize;

  /**
   * A check.
   *
   * @param normalize whether vectors of another length are scaled to it
   */
  UnitVectors(boolean normalize) {
    this.normalize = normalize;
  }

  /**
   * The vector, the same array where it is of unit length to {@link PhotoDocuments#UNIT_TOLERANCE}.
   *
   * @param name what to call it in messages
   * @throws BadRowException if it has another length and may not be scaled, or is all zeros
   */
  float[] check(float[] vector, String name) throws BadRowException {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    if (Math.abs(length - 1) <= PhotoDocuments.UNIT_TOLERANCE) {
      return vector;
    }
    if (length == 0) {
      throw new BadRowException(name + " is all zeros: it has no direction to compare");
    }
    if (!normalize) {
      throw new BadRowException(
          Fault.VECTOR_NOT_UNIT, null, String.format("%s has length %.5g, not 1", name, length));
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }
}
