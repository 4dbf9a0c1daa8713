package io.lumiere.query.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/** The first value of a keyword field in one segment's documents. Not thread-safe. */
public final class KeywordOrds {
  /** Where a document has no value. */
  public static final int NONE = -1;

  private final SortedSetDocValues values;

  /** Reads the values of a segment, which may have none at all. */
  public KeywordOrds(LeafReader reader, String field) throws IOException {
    this.values = DocValues.getSortedSet(reader, field);
  }

  /** How many values the segment has; their numbers are below it. */
  public int size() {
    return Math.toIntExact(values.getValueCount());
  }

  /** The number of a document's value; documents must come in order. */
  public int ord(int doc) throws IOException {
    return values.advanceExact(doc) ? (int) values.nextOrd() : NONE;
  }

  /** The value with this number. */
  public String term(int ord) throws IOException {
    return values.lookupOrd(ord).utf8ToString();
  }
}
