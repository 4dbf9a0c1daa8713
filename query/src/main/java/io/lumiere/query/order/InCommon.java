package io.lumiere.query.order;

import io.lumiere.schema.Fields;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;

/**
 * What makes hits near duplicates whatever they look like: bursts and copies, as a number for each
 * hit, {@link #NONE} where it shares nothing. Thread-safe, as nobody writes to it.
 *
 * @param bursts the burst of each
 * @param contents what each file holds
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
public record InCommon(int[] bursts, int[] contents) {
  /** The number of a hit that shares nothing. */
  public static final int NONE = SharedValues.NONE;

  /**
   * That of documents.
   *
   * @param copies those of the reader
   */
  public static InCommon of(IndexReader reader, int[] docs, Copies copies) throws IOException {
    return new InCommon(SharedValues.of(reader, Fields.BURST, docs), copies.numbers(docs));
  }

  boolean isSame(int i, int j) {
    return isSame(bursts, i, j) || isSame(contents, i, j);
  }

  private static boolean isSame(int[] values, int i, int j) {
    return values[i] != NONE && values[i] == values[j];
  }
}
