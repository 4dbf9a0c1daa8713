package io.lumiere.exchange.internal.rows;

import java.io.Closeable;
import java.io.IOException;

/** Writes rows to a file. For one thread. {@link #close} completes the file. */
public interface RowSink extends Closeable {
  /** Writes a row; columns that the file does not have are left out. */
  void write(Row row) throws IOException;
}
