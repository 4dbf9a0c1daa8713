package io.lumiere.exchange.internal.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a Parquet file. */
public final class ParquetSource implements RowSource {
  /** What pandas calls the numbers of its rows. */
  private static final String PANDAS_INDEX = "__index_level_";

  private static final String ORIGIN = "lumiere.";

  private final ParquetFileReader file;
  private final Map<String, Column> columns;
  private final Iterator<RowGroup> groups;
  private @Nullable RowReader rows;
  private long begun;
  private long row;

  private ParquetSource(ParquetFileReader file, Map<String, Column> columns) {
    this.file = file;
    this.columns = columns;
    this.groups = file.getFileMetaData().rowGroups().iterator();
  }

  /**
   * Opens a file.
   *
   * @param ignored names of columns that are passed over
   * @throws IOException if it is none, or has columns that mean nothing
   */
  public static ParquetSource open(Path path, Set<String> ignored) throws IOException {
    try {
      ParquetFileReader file = ParquetFileReader.open(InputFile.of(path));
      try {
        return new ParquetSource(file, columns(file, ignored));
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (RuntimeException e) {
      throwIfMemoryIsFull(e);
      throw new IOException("it is no Parquet file that can be read: " + e.getMessage(), e);
    }
  }

  private static Map<String, Column> columns(ParquetFileReader file, Set<String> ignored)
      throws IOException {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (SchemaNode node : file.getFileSchema().getRootNode().children()) {
      String name = node.name();
      if (ignored.contains(name) || name.startsWith(PANDAS_INDEX)) {
        continue;
      }
      Column column = Columns.find(name);
      if (column == null) {
        throw new IOException(Columns.unknown(name) + "; --ignore passes over others");
      }
      columns.put(name, column);
    }
    return columns;
  }

  @Override
  public @Nullable Row next() throws IOException, BadRowException {
    try {
      RowReader reader = reader();
      if (reader == null) {
        return null;
      }
      reader.next();
      row++;
      return read(reader);
    } catch (RuntimeException e) {
      throwIfMemoryIsFull(e);
      throw new IOException("the file is damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public String place() {
    return "row " + row;
  }

  @Override
  public Map<String, String> origin() {
    Map<String, String> origin = new TreeMap<>(file.getFileMetaData().keyValueMetadata());
    origin.keySet().removeIf(key -> !key.startsWith(ORIGIN));
    return origin;
  }

  @Override
  public double part() {
    return (double) row / Math.max(1, file.getFileMetaData().numRows());
  }

  @Override
  public void close() throws IOException {
    try (file) {
      closeReader();
    }
  }

  /**
   * A reader that has a row; null at the end. Each reads one row group: one of the whole file would
   * decode far ahead.
   */
  private @Nullable RowReader reader() {
    while (rows == null || !rows.hasNext()) {
      closeReader();
      if (!groups.hasNext()) {
        return null;
      }
      long count = groups.next().numRows();
      if (count > 0) {
        rows = file.buildRowReader().skip(begun).head(count).build();
        begun += count;
      }
    }
    return rows;
  }

  private void closeReader() {
    if (rows != null) {
      rows.close();
      rows = null;
    }
  }

  /** The reader decodes on threads of its own, and passes on what ends them. */
  private static void throwIfMemoryIsFull(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError full) {
        throw full;
      }
    }
  }

  private Row read(RowReader reader) throws BadRowException {
    Row read = new Row();
    for (Map.Entry<String, Column> entry : columns.entrySet()) {
      if (!reader.isNull(entry.getKey())) {
        Object value = reader.getValue(entry.getKey());
        Object converted = value == null ? null : ParquetValues.of(entry.getValue(), value);
        if (converted != null) {
          read.put(entry.getValue(), converted);
        }
      }
    }
    return read;
  }
}
