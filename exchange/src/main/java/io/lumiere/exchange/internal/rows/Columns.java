package io.lumiere.exchange.internal.rows;

import io.lumiere.schema.FieldTable;
import io.lumiere.schema.Fields;
import java.util.ArrayList;
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
  /** Made from other fields when a document is written, as all is that is not stored. */
  private static final Set<String> DERIVED =
      Set.of(
          Fields.FOLDERS,
          Fields.FILENAME,
          Fields.CAMERA,
          Fields.KEYWORD,
          Fields.PERSON,
          Fields.LANGUAGE);

  private static final Map<String, String> EXACT =
      Map.of(Fields.KEYWORDS, Fields.KEYWORD, Fields.PEOPLE, Fields.PERSON);

  private static final Set<String> INSTANTS =
      Set.of(Fields.MODIFIED, Fields.TAKEN_INSTANT, Fields.FAILURE_MODIFIED);

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

  /** The column of this name, which there is. */
  static Column expect(String name) {
    Column column = find(name);
    if (column == null) {
      throw new IllegalArgumentException(unknown(name));
    }
    return column;
  }

  /** What to say of a name that no column has. */
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
   * @param names names, of which a vector's brings its model along; null for all
   * @throws IllegalArgumentException if there is none of a name among them
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
    List<Column> columns = new ArrayList<>();
    for (FieldTable.Row row : FieldTable.rows()) {
      if (!row.type().isStored() || DERIVED.contains(row.name())) {
        continue;
      }
      // The words of keywords and the exact keywords are the same texts; so are people's names.
      String field = EXACT.getOrDefault(row.name(), row.name());
      columns.add(new Column(row.name(), field, type(row)));
    }
    Map<String, Column> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    return byName;
  }

  private static ColumnType type(FieldTable.Row row) {
    if (row.name().equals(Fields.TAKEN) || row.name().equals(Fields.TAKEN_REFUSED)) {
      return ColumnType.LOCAL_TIME;
    }
    if (row.name().equals(Fields.TAKEN_OFFSET)) {
      return ColumnType.STRING;
    }
    if (INSTANTS.contains(row.name())) {
      return ColumnType.INSTANT;
    }
    return switch (row.type()) {
      case KEYWORD, WORDS, STEMMED_WORDS, STORED_STRING ->
          row.many() ? ColumnType.STRINGS : ColumnType.STRING;
      case INT -> ColumnType.INT;
      case LONG, STORED_LONG -> ColumnType.LONG;
      case FLOAT -> ColumnType.FLOAT;
      case DOUBLE, STORED_DOUBLE -> ColumnType.DOUBLE;
      case VECTOR, POINT, TERM, NUMBER_TO_SORT, TERM_TO_SORT ->
          throw new IllegalStateException("field " + row.name() + " has no column");
    };
  }
}
