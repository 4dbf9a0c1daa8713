package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Walks over a page's content before the library's decoders do, which allocate whatever it says.
 * For one thread.
 */
final class PageLayout {
  private final ColumnDescriptor column;
  private final int values;
  private final byte[] bytes;
  private int at;
  private long memory;

  private PageLayout(ColumnDescriptor column, int values, byte[] bytes) {
    this.column = column;
    this.values = values;
    this.bytes = bytes;
    this.memory = bytes.length;
  }

  /**
   * What a page holds.
   *
   * @param rows that begin in it
   * @param memory that it takes with what decoders make of it, in bytes
   */
  record Content(long rows, long memory) {}

  /** How long a page's levels are, in bytes. */
  record Levels(int repetitions, int definitions) {
    /** Levels that state their own length. */
    static final Levels PREFIXED = new Levels(-1, -1);
  }

  static Content walk(
      ColumnDescriptor column, int values, Encoding encoding, Levels levels, byte[] bytes)
      throws IOException {
    PageLayout page = new PageLayout(column, values, bytes);
    long rows = page.levels(column.getMaxRepetitionLevel(), levels.repetitions());
    page.levels(column.getMaxDefinitionLevel(), levels.definitions());
    page.values(encoding);
    return new Content(rows, page.memory);
  }

  /** How many of the levels are 0. */
  private long levels(int maxLevel, int stated) throws IOException {
    int length = stated >= 0 ? stated : maxLevel == 0 ? 0 : prefix();
    requireLeft(length);
    int from = at;
    at += length;
    if (maxLevel == 0) {
      return values;
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(maxLevel);
    RunLengths.Totals runs = RunLengths.walk(bytes, from, at, width, values);
    if (runs.values() < values) {
      throw new IOException(
          "a page has levels for " + runs.values() + " of its " + values + " values");
    }
    memory += (long) Integer.BYTES * runs.longest();
    return runs.zeros();
  }

  private void values(Encoding encoding) throws IOException {
    switch (encoding) {
      case PLAIN -> {}
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
        if (at < bytes.length) {
          runs(at + 1, bytes[at] & 0xff);
        }
      }
      case RLE -> booleans();
      case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> differences(at);
      case DELTA_BYTE_ARRAY -> beginnings();
      case BYTE_STREAM_SPLIT -> memory += bytes.length - at;
      default -> throw new IOException("a page's values are encoded as " + encoding);
    }
  }

  private void booleans() throws IOException {
    if (column.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BOOLEAN) {
      throw new IOException("a page's values are encoded as those of booleans alone");
    }
    requireLeft(prefix());
    runs(at, 1);
  }

  /** There are at most as many as there are levels: where a level says so, there is no value. */
  private void runs(int from, int width) throws IOException {
    RunLengths.Totals runs = RunLengths.walk(bytes, from, bytes.length, width, values);
    memory += (long) Integer.BYTES * runs.longest();
  }

  private Differences.Sequence differences(int from) throws IOException {
    memory += (long) Long.BYTES * values;
    return Differences.walk(bytes, from, values);
  }

  /**
   * Each text shares a prefix with the text before it; the decoder allocates the whole before it
   * copies the prefix.
   */
  private void beginnings() throws IOException {
    Differences.Sequence shared = differences(at);
    Differences.Sequence own = differences(shared.end());
    if (shared.count() != own.count()) {
      throw new IOException(
          "a page has " + shared.count() + " beginnings of " + own.count() + " texts");
    }
    memory += 2L * Long.BYTES * values;
    ValuesReader beginnings = numbers(at);
    ValuesReader endings = numbers(shared.end());
    long before = 0;
    for (int i = 0; i < own.count(); i++) {
      long beginning = beginnings.readInteger();
      long ending = endings.readInteger();
      if (beginning < 0 || beginning > before || ending < 0) {
        throw new IOException("a page has a text that shares more than the one before it has");
      }
      before = beginning + ending;
      if (before > Limits.ROW_BYTES) {
        throw new IOException("a page has a text of " + before + " bytes");
      }
    }
  }

  private ValuesReader numbers(int from) throws IOException {
    ValuesReader reader = new DeltaBinaryPackingValuesReader();
    reader.initFromPage(
        values, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes, from, bytes.length - from)));
    return reader;
  }

  private int prefix() throws IOException {
    requireLeft(Integer.BYTES);
    int length = LittleEndian.intAt(bytes, at);
    at += Integer.BYTES;
    return length;
  }

  private void requireLeft(int count) throws IOException {
    if (count < 0 || count > bytes.length - at) {
      throw new IOException("a page's levels should have " + count + " bytes: it is cut off");
    }
  }
}
