package io.lumiere.exchange.internal.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file, one after the other. For one thread. */
public interface RowSource extends Closeable {
  /**
   * The next row; null at the end.
   *
   * @throws BadRowException if it cannot be read; the row after it still can
   * @throws IOException if the file cannot be read any further
   */
  @Nullable Row next() throws IOException, BadRowException;

  /** The place of the row that was returned last, such as {@code line 12}. */
  String place();

  /**
   * What the file says about the index that it came from, as far as the file was read; may be
   * empty.
   */
  Map<String, String> origin();

  /** How much of the file was read, 0 to 1. */
  double part();
}
