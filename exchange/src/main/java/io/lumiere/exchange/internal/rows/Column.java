package io.lumiere.exchange.internal.rows;

import io.lumiere.schema.Fields;

/**
 * A named value of a row.
 *
 * @param name in files
 * @param field the stored field of a document that it is; for a vector, the vector's field
 * @param type of its values
 */
public record Column(String name, String field, ColumnType type) {
  private static final String MODEL = "_model";

  /** The vector of a field such as {@code vector_2}. */
  static Column vector(String field) {
    return new Column(field, field, ColumnType.VECTOR);
  }

  /** Which model made the vector of a field. */
  static Column model(String field) {
    return new Column(field + MODEL, field, ColumnType.STRING);
  }

  /** Whether it says which model made a vector. */
  boolean isModel() {
    return type == ColumnType.STRING && name.equals(field + MODEL);
  }

  /** Whether it is a vector, or says which model made one. */
  public boolean isOfVector() {
    return type == ColumnType.VECTOR || isModel();
  }

  /** Whether it is of a file that could not be read, not of a photo. */
  boolean isFailure() {
    return name.startsWith(Fields.FAILURE_PATH.substring(0, Fields.FAILURE_PATH.indexOf('_') + 1));
  }
}
