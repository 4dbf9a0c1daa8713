package io.lumiere.exchange.internal.parquet;

import io.lumiere.base.Fault;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.Limits;
import io.lumiere.exchange.internal.rows.Pulse;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads a Parquet file. A page of each column is in memory at a time. */
public final class ParquetSource implements RowSource {
  /** What pandas calls the numbers of its rows. */
  private static final String PANDAS_INDEX = "__index_level_";

  private static final String ORIGIN = "lumiere.";

  private final FileBytes file;
  private final Footer footer;
  private final List<TableColumn> columns;
  private final Iterator<RowGroup> groups;
  private final PageMemory memory = new PageMemory();
  private final Consumption consumption;
  private final RowSize size = new RowSize();
  private @Nullable GroupCursor group;
  private long row;

  private ParquetSource(FileBytes file, Footer footer, List<TableColumn> columns) {
    this.file = file;
    this.footer = footer;
    this.columns = columns;
    this.groups = footer.groups().iterator();
    this.consumption = new Consumption(file.length(), footer.dataEnd());
  }

  /**
   * Opens a file.
   *
   * @param ignored names of columns that are passed over
   * @param pulse beats while the file is read
   * @throws IOException if it is not a Parquet file
   * @throws BadRowException if it has unknown columns
   */
  public static ParquetSource open(Path path, Set<String> ignored, Pulse pulse)
      throws IOException, BadRowException {
    FileBytes file = FileBytes.open(path, pulse);
    try {
      Footer footer = Footer.read(file);
      if (footer.rows() > Limits.values(file.length())) {
        throw new IOException(
            "it says it has " + footer.rows() + " rows in " + file.length() + " bytes");
      }
      return new ParquetSource(file, footer, columns(footer, ignored));
    } catch (InterruptedIOException | BadRowException e) {
      file.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw new IOException("it is not a Parquet file that can be read: " + e.getMessage(), e);
    }
  }

  private static List<TableColumn> columns(Footer footer, Set<String> ignored)
      throws IOException, BadRowException {
    List<TableColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int leaf = 0;
    for (Type type : footer.schema().getFields()) {
      String name = type.getName();
      if (!names.add(name)) {
        throw new IOException("two of its columns are called " + name);
      }
      int leaves = TableColumn.leaves(type);
      if (!ignored.contains(name) && !name.startsWith(PANDAS_INDEX)) {
        columns.add(column(footer, type, leaf, leaves));
      }
      leaf += leaves;
    }
    return columns;
  }

  private static TableColumn column(Footer footer, Type type, int leaf, int leaves)
      throws IOException, BadRowException {
    Column column = Columns.find(type.getName());
    if (column == null) {
      throw new BadRowException(
          Fault.FIELD_UNKNOWN, type.getName(), Columns.unknown(type.getName()));
    }
    if (leaves != 1) {
      throw TableColumn.unfit(column, type);
    }
    return TableColumn.of(column, type, leaf, footer.schema().getColumns().get(leaf));
  }

  @Override
  public @Nullable Row next() throws IOException, BadRowException {
    try {
      GroupCursor from = group();
      if (from == null) {
        return null;
      }
      row++;
      size.reset();
      List<@Nullable Object> values = from.next(size);
      return convert(values);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof InterruptedIOException stopped) {
        throw stopped;
      }
      throw new IOException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw new IOException(
          "the file is damaged" + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
    }
  }

  @Override
  public String place() {
    return "row " + row;
  }

  @Override
  public Map<String, String> origin() {
    Map<String, String> origin = new TreeMap<>(footer.metadata());
    origin.keySet().removeIf(key -> !key.startsWith(ORIGIN));
    return origin;
  }

  @Override
  public double part() {
    return (double) row / Math.max(1, footer.rows());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The row group that has the next row; null at the end. */
  private @Nullable GroupCursor group() throws IOException {
    while (group == null || !group.hasNext()) {
      if (group != null) {
        group.finish();
        group = null;
      }
      if (!groups.hasNext()) {
        return null;
      }
      RowGroup next = groups.next();
      if (next.getNum_rows() > 0) {
        group = GroupCursor.open(next, footer, columns, file, memory, consumption);
      }
    }
    return group;
  }

  private Row convert(List<@Nullable Object> values) throws BadRowException {
    Row read = new Row();
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i);
      Column column = columns.get(i).column();
      Object converted = value == null ? null : ParquetValues.of(column, value);
      if (converted != null) {
        read.put(column, converted);
      }
    }
    return read;
  }
}
