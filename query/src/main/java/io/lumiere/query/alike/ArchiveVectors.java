package io.lumiere.query.alike;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The vectors of one field of all photos, by their place among the photos that have one. */
final class ArchiveVectors {
  /** So many give the mean: more change it by less than matters. */
  private static final int OF_MEAN = 10_000;

  private final List<FloatVectorValues> segments = new ArrayList<>();

  /** The place of each segment's first vector. */
  private final List<Integer> starts = new ArrayList<>();

  private int[] docs = new int[1024];
  private int[] ords = new int[1024];
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
        all.add(values, leaf.docBase, leaf.reader().getLiveDocs(), most);
      }
    }
    return all;
  }

  private void add(FloatVectorValues values, int base, @Nullable Bits live, int most)
      throws IOException {
    segments.add(values);
    starts.add(size);
    DocIndexIterator each = values.iterator();
    while (size <= most && each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(each.docID())) {
        if (size == docs.length) {
          docs = Arrays.copyOf(docs, 2 * size);
          ords = Arrays.copyOf(ords, 2 * size);
        }
        docs[size] = base + each.docID();
        ords[size++] = each.index();
      }
    }
  }

  int size() {
    return size;
  }

  /** The number of the document in the index. */
  int doc(int place) {
    return docs[place];
  }

  /** A vector, whose array the next call may fill again. */
  float[] get(int place) throws IOException {
    int segment = segments.size() - 1;
    while (starts.get(segment) > place) {
      segment--;
    }
    return segments.get(segment).vectorValue(ords[place]);
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
