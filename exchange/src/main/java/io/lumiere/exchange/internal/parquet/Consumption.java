package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Limits;
import java.io.IOException;

/**
 * Adds up what was read of a file, so that small files that say they are large, and pages that are
 * read again and again, end soon. For one thread.
 */
final class Consumption {
  private final long fileBytes;
  private final long dataBytes;
  private long stored;
  private long expanded;
  private long items;

  /**
   * Nothing yet.
   *
   * @param fileBytes length of the file
   * @param dataBytes of them, that are before the footer
   */
  Consumption(long fileBytes, long dataBytes) {
    this.fileBytes = fileBytes;
    this.dataBytes = dataBytes;
  }

  /** Counts a column's bytes in a row group, which are read once in a sound file. */
  void store(long bytes) throws IOException {
    stored += bytes;
    if (stored > dataBytes) {
      throw new IOException("its columns have more bytes than the file");
    }
  }

  /** Counts a page. */
  void expand(long bytes) throws IOException {
    expanded += bytes;
    if (expanded > Limits.expanded(fileBytes)) {
      throw new IOException(Limits.bomb(fileBytes));
    }
  }

  /** Counts values of lists. */
  void list(long values) throws IOException {
    items += values;
    if (items > Limits.values(fileBytes)) {
      throw new IOException("its lists have more items than " + fileBytes + " bytes can hold");
    }
  }
}
