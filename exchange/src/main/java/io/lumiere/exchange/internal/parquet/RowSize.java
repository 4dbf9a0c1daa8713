package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Limits;
import java.io.IOException;

/**
 * Adds up how much memory the values of one row take: a few bytes of a file can expand to many. For
 * one thread.
 */
final class RowSize {
  private long bytes;

  void reset() {
    bytes = 0;
  }

  /**
   * Counts bytes.
   *
   * @throws IOException if the row has too many
   */
  void add(int more) throws IOException {
    bytes += more;
    if (bytes > Limits.ROW_BYTES) {
      throw new IOException("a row has more than " + Limits.ROW_BYTES + " bytes");
    }
  }
}
