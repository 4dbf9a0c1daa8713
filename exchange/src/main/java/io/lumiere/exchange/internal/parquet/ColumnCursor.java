package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.ColumnType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/** Reads one column of a row group, row after row. For one thread. */
final class ColumnCursor implements AutoCloseable {
  private final TableColumn column;
  private final ChunkPages pages;
  private final ColumnReader reader;
  private final int valueLevel;
  private int lastLength;

  ColumnCursor(TableColumn column, ChunkPages pages) {
    this.column = column;
    this.pages = pages;
    this.reader =
        new ColumnReaderImpl(column.descriptor(), pages, new PrimitiveConverter() {}, null);
    this.valueLevel = column.descriptor().getMaxDefinitionLevel();
  }

  TableColumn column() {
    return column;
  }

  /** The next row's value; null if it has none. */
  @Nullable Object next(RowSize size) throws IOException {
    int level = reader.getCurrentDefinitionLevel();
    if (!column.isList()) {
      Object value = level == valueLevel ? value(size) : null;
      reader.consume();
      return value;
    }
    if (level < column.itemLevel()) {
      reader.consume();
      return column.isNull(level) ? null : List.of();
    }
    return isVector() ? vector(size) : list(size);
  }

  /**
   * Checks that there are no more rows.
   *
   * @throws IOException if there are others
   */
  void finish() throws IOException {
    pages.finish();
  }

  @Override
  public void close() {
    pages.close();
  }

  private boolean isVector() {
    return column.column().type() == ColumnType.VECTOR;
  }

  private Object value(RowSize size) throws IOException {
    Object value = column.values().read(reader);
    size.add(value instanceof String text ? text.length() : Long.BYTES);
    return value;
  }

  private List<@Nullable Object> list(RowSize size) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    do {
      boolean isThere = reader.getCurrentDefinitionLevel() == valueLevel;
      size.add(Long.BYTES);
      items.add(isThere ? value(size) : null);
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
    return items;
  }

  /**
   * Reads numbers without an object for each; a missing one becomes NaN, which no vector may have.
   */
  private float[] vector(RowSize size) throws IOException {
    float[] numbers = new float[Math.max(1, lastLength)];
    int length = 0;
    do {
      if (length == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * length);
      }
      size.add(Float.BYTES);
      numbers[length++] = reader.getCurrentDefinitionLevel() == valueLevel ? number() : Float.NaN;
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
    lastLength = length;
    return length == numbers.length ? numbers : Arrays.copyOf(numbers, length);
  }

  private float number() throws IOException {
    return switch (column.descriptor().getPrimitiveType().getPrimitiveTypeName()) {
      case FLOAT -> reader.getFloat();
      case DOUBLE -> (float) reader.getDouble();
      default ->
          column.values().read(reader) instanceof Number number ? number.floatValue() : Float.NaN;
    };
  }
}
