package io.lumiere.query.internal.lucene;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;

/** Walks through documents segment by segment, as doc values must be read. Thread-safe. */
public final class LeafDocs {
  private static final int BLOCK = 1024;

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
          NumericDocValues places = FieldNumbers.of(leaf.reader(), Fields.LOCATION);
          return (index, doc) -> {
            if (places.advanceExact(doc)) {
              visitor.visit(index, places.longValue());
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
    int[] sorted = new int[docs.length];
    sort(docs, reader.maxDoc(), sorted, places);
    visitSorted(
        reader,
        sorted,
        leaf -> {
          Visitor visitor = opener.open(leaf);
          return (index, doc) -> visitor.visit(places[index], doc);
        });
  }

  /** Reads the numbers of many documents of a segment at once. */
  @FunctionalInterface
  public interface BlockVisitor {
    /**
     * Reads them.
     *
     * @param index the place of the first in the array that is gone through; the others follow
     * @param inLeaf their numbers in the segment; the first {@code size} are read
     */
    void visit(int index, int[] inLeaf, int size) throws IOException;
  }

  /** Opens what is read of a segment. */
  @FunctionalInterface
  public interface BlockOpener {
    BlockVisitor open(LeafReaderContext leaf) throws IOException;
  }

  /**
   * Visits documents in blocks.
   *
   * @param docs their numbers in the index, in its order
   */
  public static void visitBlocks(IndexReader reader, int[] docs, BlockOpener opener)
      throws IOException {
    int[] block = new int[BLOCK];
    List<LeafReaderContext> leaves = reader.leaves();
    for (int at = 0; at < docs.length; ) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[at], leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      BlockVisitor visitor = opener.open(leaf);
      while (at < docs.length && docs[at] < end) {
        int from = at;
        int size = 0;
        for (; size < BLOCK && at < docs.length && docs[at] < end; at++) {
          block[size++] = docs[at] - leaf.docBase;
        }
        visitor.visit(from, block, size);
      }
    }
  }

  /**
   * Sorts documents.
   *
   * @param sorted takes them
   * @param places takes where each was
   */
  private static void sort(int[] docs, int maxDoc, int[] sorted, int[] places) {
    if (docs.length < maxDoc / 16) {
      long[] keys = new long[docs.length];
      for (int i = 0; i < docs.length; i++) {
        places[i] = i;
        keys[i] = docs[i];
      }
      RadixSort.sort(keys, places, 0);
      Arrays.setAll(sorted, i -> docs[places[i]]);
      return;
    }
    // Where there are many, a look at every number of the index is faster.
    int[] placeOf = new int[maxDoc];
    for (int i = 0; i < docs.length; i++) {
      placeOf[docs[i]] = i + 1;
    }
    int size = 0;
    for (int doc = 0; doc < maxDoc; doc++) {
      if (placeOf[doc] > 0) {
        sorted[size] = doc;
        places[size++] = placeOf[doc] - 1;
      }
    }
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
