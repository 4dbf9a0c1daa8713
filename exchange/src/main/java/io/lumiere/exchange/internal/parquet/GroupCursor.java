package io.lumiere.exchange.internal.parquet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a row group. For one thread. */
final class GroupCursor {
  private final List<ColumnCursor> cursors;
  private long left;

  private GroupCursor(List<ColumnCursor> cursors, long rows) {
    this.cursors = cursors;
    this.left = rows;
  }

  /**
   * Opens a row group, which has rows; the first page of each column is read.
   *
   * @throws IOException if what it says of its columns cannot be
   */
  static GroupCursor open(
      RowGroup group,
      Footer footer,
      List<TableColumn> columns,
      FileBytes file,
      PageMemory memory,
      Consumption consumption)
      throws IOException {
    int leaves = footer.schema().getColumns().size();
    if (group.getColumnsSize() != leaves) {
      throw new IOException(
          "a row group has " + group.getColumnsSize() + " columns of " + leaves + " in the schema");
    }
    List<ColumnCursor> cursors = new ArrayList<>(columns.size());
    for (TableColumn column : columns) {
      Chunk chunk = Chunk.of(group, column.leaf(), column.descriptor(), footer.dataEnd());
      consumption.store(chunk.end() - chunk.begin());
      cursors.add(new ColumnCursor(column, new ChunkPages(file, chunk, memory, consumption)));
    }
    return new GroupCursor(cursors, group.getNum_rows());
  }

  boolean hasNext() {
    return left > 0;
  }

  /** The next row's values, one for each column, whatever they are. */
  List<@Nullable Object> next(RowSize size) throws IOException {
    left--;
    List<@Nullable Object> values = new ArrayList<>(cursors.size());
    for (ColumnCursor cursor : cursors) {
      try {
        values.add(cursor.next(size));
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        throw new IOException(
            "column " + cursor.column().column().name() + ": " + e.getMessage(), e);
      }
    }
    return values;
  }

  /**
   * Closes the row group.
   *
   * @throws IOException if it has other rows than it says
   */
  void finish() throws IOException {
    for (ColumnCursor cursor : cursors) {
      cursor.finish();
      cursor.close();
    }
  }
}
