package io.lumiere.exchange.internal.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one photo, or of one file that could not be read. For one thread. */
public final class Row {
  private final Map<Column, Object> values = new LinkedHashMap<>();

  /** Puts a value of the column's class. */
  public void put(Column column, Object value) {
    if (!column.type().valueClass().isInstance(value)) {
      throw new IllegalArgumentException(
          column.name() + " takes " + column.type().valueClass() + ", not " + value.getClass());
    }
    values.put(column, value);
  }

  /** The value in a column; null where there is none. */
  public @Nullable Object get(Column column) {
    return values.get(column);
  }

  /** All values, in the order in which they were put. */
  public Map<Column, Object> values() {
    return values;
  }

  void put(String name, Object value) {
    put(Columns.expect(name), value);
  }

  @Nullable Object value(String name) {
    return values.get(Columns.expect(name));
  }

  @Nullable String text(String name) {
    return (String) value(name);
  }

  boolean has(String name) {
    return value(name) != null;
  }

  void remove(String name) {
    values.remove(Columns.expect(name));
  }

  /** Puts a value where there is none. */
  void fill(String name, Object value) {
    values.putIfAbsent(Columns.expect(name), value);
  }
}
