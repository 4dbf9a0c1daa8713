package io.lumiere.exchange.internal.rows;

import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns that files may have: the schema's fields, less those that follow from others. */
public final class Columns {
  private static final Map<Class<?>, ColumnType> TYPES =
      Map.of(
          String.class, ColumnType.STRING,
          ZoneOffset.class, ColumnType.STRING,
          Integer.class, ColumnType.INT,
          Long.class, ColumnType.LONG,
          Float.class, ColumnType.FLOAT,
          Double.class, ColumnType.DOUBLE,
          LocalDateTime.class, ColumnType.LOCAL_TIME,
          Instant.class, ColumnType.INSTANT);

  private static final Pattern VECTOR =
      Pattern.compile(Fields.VECTOR + "(_[1-9][0-9]{0,8})?(_model)?");

  private static final int SHOWN = 80;

  private static final Map<String, Column> BY_NAME = table();

  private Columns() {}

  /** The columns of a photo, without its vectors. */
  public static List<Column> photo() {
    return BY_NAME.values().stream().filter(column -> !column.isFailure()).toList();
  }

  /** The columns of a file that could not be read. */
  public static List<Column> failure() {
    return BY_NAME.values().stream().filter(Column::isFailure).toList();
  }

  /** The columns of a vector field: the vector, and which model made it. */
  public static List<Column> vector(String field) {
    return List.of(Column.model(field), Column.vector(field));
  }

  /** The column of this name; null if none has it. */
  public static @Nullable Column find(String name) {
    Column column = BY_NAME.get(name);
    if (column != null || !VECTOR.matcher(name).matches()) {
      return column;
    }
    return name.endsWith("_model")
        ? Column.model(name.substring(0, name.length() - "_model".length()))
        : Column.vector(name);
  }

  /** The column of this name, which must exist. */
  static Column expect(String name) {
    Column column = find(name);
    if (column == null) {
      throw new IllegalArgumentException(unknown(name));
    }
    return column;
  }

  /** The message for a name that no column has. */
  public static String unknown(String name) {
    return "there is no field '"
        + (name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name)
        + "': fields are "
        + String.join(", ", BY_NAME.keySet())
        + ", vector, vector_model, vector_2 and so on";
  }

  /**
   * Those of {@code columns} that are named.
   *
   * @param names names of columns; a vector's name includes the column of its model; null for all
   * @throws IllegalArgumentException if none of the columns has such a name
   */
  public static List<Column> named(List<Column> columns, @Nullable List<String> names) {
    if (names == null) {
      return columns;
    }
    Set<String> missing = new TreeSet<>(names);
    columns.forEach(column -> missing.remove(column.name()));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no field "
              + String.join(", ", missing)
              + " to export: fields are "
              + columns.stream().map(Column::name).collect(Collectors.joining(", ")));
    }
    Predicate<Column> wanted =
        column ->
            names.contains(column.name()) || (column.isModel() && names.contains(column.field()));
    return columns.stream().filter(wanted).toList();
  }

  private static Map<String, Column> table() {
    Map<String, Column> byName = new LinkedHashMap<>();
    for (PhotoField<?> field : PhotoFields.all()) {
      if (field.type().isStored() && !field.isDerived()) {
        byName.put(field.name(), new Column(field.name(), field.name(), type(field)));
      }
    }
    return byName;
  }

  private static ColumnType type(PhotoField<?> field) {
    ColumnType type = TYPES.get(field.type().valueClass());
    if (type == null || (field.many() && type != ColumnType.STRING)) {
      throw new IllegalStateException("files have no column for values of " + field.name());
    }
    return field.many() ? ColumnType.STRINGS : type;
  }
}
