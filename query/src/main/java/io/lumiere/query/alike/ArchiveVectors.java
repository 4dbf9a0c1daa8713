package io.lumiere.query.alike;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * The vectors of one field of all photos, by their place among the photos that have one. Places are
 * in the order of the hashes of ids, so that they do not depend on where photos stand in the index.
 */
final class ArchiveVectors {
  /** So many give the mean: more change it by less than matters. */
  private static final int OF_MEAN = 10_000;

  private final List<FloatVectorValues> segments = new ArrayList<>();

  /** The row of each segment's first vector; rows are in the order of the index. */
  private final List<Integer> starts = new ArrayList<>();

  private int[] docs = new int[1024];
  private int[] ords = new int[1024];
  private long[] hashes = new long[1024];
  private int[] rowOfPlace = {};
  private int size;

  private ArchiveVectors() {}

  /**
   * Those of an index.
   *
   * @param most where there are more, one more is counted and the rest passed over
   */
  static ArchiveVectors of(IndexReader reader, String field, int most) throws IOException {
    ArchiveVectors all = new ArchiveVectors();
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
      if (values != null) {
        all.add(values, leaf, most);
      }
    }
    all.order();
    return all;
  }

  private void add(FloatVectorValues values, LeafReaderContext leaf, int most) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Fields.ID_HASH);
    segments.add(values);
    starts.add(size);
    DocIndexIterator each = values.iterator();
    while (size <= most && each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(each.docID())) {
        if (size == docs.length) {
          docs = Arrays.copyOf(docs, 2 * size);
          ords = Arrays.copyOf(ords, 2 * size);
          hashes = Arrays.copyOf(hashes, 2 * size);
        }
        docs[size] = leaf.docBase + each.docID();
        hashes[size] = ids.advanceExact(each.docID()) ? ids.longValue() : 0;
        ords[size++] = each.index();
      }
    }
  }

  /** Sorts by as much of the hash as there is room for beside the row. */
  private void order() {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
    long row = (1L << bits) - 1;
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = (hashes[i] & ~row) | i;
    }
    Arrays.sort(sorted);
    rowOfPlace = new int[size];
    Arrays.setAll(rowOfPlace, place -> (int) (sorted[place] & row));
    hashes = new long[0];
  }

  int size() {
    return size;
  }

  /** The number of the document in the index. */
  int doc(int place) {
    return docs[rowOfPlace[place]];
  }

  /** All places, in the order in which the index has the vectors. */
  int[] inIndexOrder() {
    int[] places = new int[size];
    for (int place = 0; place < size; place++) {
      places[rowOfPlace[place]] = place;
    }
    return places;
  }

  /** A vector, whose array the next call may fill again. */
  float[] get(int place) throws IOException {
    int row = rowOfPlace[place];
    int segment = segments.size() - 1;
    while (starts.get(segment) > row) {
      segment--;
    }
    return segments.get(segment).vectorValue(ords[row]);
  }

  /** The mean of vectors from everywhere. */
  float[] mean() throws IOException {
    int step = 1 + (size - 1) / OF_MEAN;
    float[] sum = new float[get(0).length];
    int added = 0;
    for (int place = 0; place < size; place += step, added++) {
      float[] vector = get(place);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= added;
    }
    return sum;
  }
}
