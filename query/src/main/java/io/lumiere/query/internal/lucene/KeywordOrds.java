package io.lumiere.query.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.SortedSetSelector;
import org.jspecify.annotations.Nullable;

/** The first value of a keyword field in one segment's documents. Not thread-safe. */
public final class KeywordOrds {
  /** Where a document has no value. */
  public static final int NONE = -1;

  private final SortedDocValues values;

  /** Reads the values of a segment, which may have none at all. */
  public KeywordOrds(LeafReader reader, String field) throws IOException {
    this.values =
        SortedSetSelector.wrap(DocValues.getSortedSet(reader, field), SortedSetSelector.Type.MIN);
  }

  /** The value of any document of an index; null where it has none. */
  public static @Nullable String value(IndexReader reader, String field, int doc)
      throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    KeywordOrds values = new KeywordOrds(leaf.reader(), field);
    int ord = values.ord(doc - leaf.docBase);
    return ord == NONE ? null : values.term(ord);
  }

  /** How many values the segment has; their numbers are below it. */
  public int size() {
    return values.getValueCount();
  }

  /** The number of a document's value; documents must come in order. */
  public int ord(int doc) throws IOException {
    return values.advanceExact(doc) ? values.ordValue() : NONE;
  }

  /**
   * The numbers of some documents' values, for one after the other: several times as fast as {@link
   * #ord} for each where few documents have one.
   *
   * @param docs the first {@code size} are read; they must come in order
   * @param ords takes the numbers, in the order of the documents
   */
  public void read(int[] docs, int size, int[] ords) throws IOException {
    int at = values.docID();
    for (int i = 0; i < size; i++) {
      if (at < docs[i]) {
        at = values.advance(docs[i]);
      }
      ords[i] = at == docs[i] ? values.ordValue() : NONE;
    }
  }

  /** The value with this number. */
  public String term(int ord) throws IOException {
    return values.lookupOrd(ord).utf8ToString();
  }
}
