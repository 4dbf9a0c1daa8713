package io.lumiere.query.order;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;

/** Walks through documents segment by segment, as doc values must be read. Thread-safe. */
public final class LeafDocs {
  private LeafDocs() {}

  /** Opens what is read of a segment. */
  @FunctionalInterface
  public interface Opener {
    Visitor open(LeafReaderContext leaf) throws IOException;
  }

  /** Reads one document. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Reads it.
     *
     * @param index its place in the array that is walked through
     * @param doc its number in the segment
     */
    void visit(int index, int doc) throws IOException;
  }

  /** Takes where a photo was taken. */
  @FunctionalInterface
  public interface PlaceVisitor {
    /**
     * Takes it.
     *
     * @param index the document's place in the array that is walked through
     * @param place latitude and longitude as {@link
     *     org.apache.lucene.document.LatLonDocValuesField} encodes them
     */
    void visit(int index, long place);
  }

  /** Visits the documents with a place, otherwise as {@link #visit}. */
  public static void visitPlaces(IndexReader reader, int[] docs, PlaceVisitor visitor)
      throws IOException {
    visit(
        reader,
        docs,
        leaf -> {
          SortedNumericDocValues places =
              DocValues.getSortedNumeric(leaf.reader(), Fields.LOCATION);
          return (index, doc) -> {
            if (places.advanceExact(doc)) {
              visitor.visit(index, places.nextValue());
            }
          };
        });
  }

  /**
   * Visits each document, in the order of the index.
   *
   * @param docs their numbers in the index, in any order, none twice
   */
  public static void visit(IndexReader reader, int[] docs, Opener opener) throws IOException {
    if (isSorted(docs)) {
      visitSorted(reader, docs, opener);
      return;
    }
    int[] places = new int[docs.length];
    long[] keys = new long[docs.length];
    for (int i = 0; i < docs.length; i++) {
      places[i] = i;
      keys[i] = docs[i];
    }
    RadixSort.sort(keys, places, 0);
    int[] sorted = new int[docs.length];
    for (int i = 0; i < docs.length; i++) {
      sorted[i] = (int) keys[i];
    }
    visitSorted(
        reader,
        sorted,
        leaf -> {
          Visitor visitor = opener.open(leaf);
          return (index, doc) -> visitor.visit(places[index], doc);
        });
  }

  private static boolean isSorted(int[] docs) {
    for (int i = 1; i < docs.length; i++) {
      if (docs[i] < docs[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static void visitSorted(IndexReader reader, int[] docs, Opener opener)
      throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    for (int at = 0; at < docs.length; ) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[at], leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      Visitor visitor = opener.open(leaf);
      for (; at < docs.length && docs[at] < end; at++) {
        visitor.visit(at, docs[at] - leaf.docBase);
      }
    }
  }
}
