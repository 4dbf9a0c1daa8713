package io.lumiere.exchange.internal.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnReader;

/** Reads the value that a column's reader stands at, which is not null, as its type means it. */
@FunctionalInterface
interface LeafReader {
  /** The value: a text, a number, a time or a truth value. */
  Object read(ColumnReader column) throws IOException;
}
