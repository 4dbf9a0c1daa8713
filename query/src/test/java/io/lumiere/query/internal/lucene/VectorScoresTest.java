package io.lumiere.query.internal.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class VectorScoresTest {
  /** Every third document has no vector, so the ordinals of vectors are not documents. */
  @Test
  void vectorsOfDocumentsAreReadAtOnceByTheirOrdinals() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      List<Integer> ordinals = new ArrayList<>();
      try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
        int vectors = 0;
        for (int n = 0; n < 400; n++) {
          Document document = new Document();
          if (n % 3 != 2) {
            document.add(new KnnFloatVectorField("vector", new float[] {1, n}));
            if (n >= 100 && n < 300) {
              ordinals.add(vectors);
            }
            vectors++;
          }
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        var values =
            new Prefetched(reader.leaves().getFirst().reader().getFloatVectorValues("vector"));
        VectorScores.prefetch(values, DocIdSetIterator.range(100, 300));
        assertThat(values.ordinals).isEqualTo(ordinals);
        assertThat(values.calls).isLessThan(5);
      }
    }
  }

  /** Notes what is to be read. */
  private static final class Prefetched extends FloatVectorValues {
    private final FloatVectorValues values;
    private final List<Integer> ordinals = new ArrayList<>();
    private int calls;

    Prefetched(FloatVectorValues values) {
      this.values = values;
    }

    @Override
    public void prefetch(int[] wanted, int count) {
      calls++;
      for (int i = 0; i < count; i++) {
        ordinals.add(wanted[i]);
      }
    }

    @Override
    public DocIndexIterator iterator() {
      return values.iterator();
    }

    @Override
    public int dimension() {
      return values.dimension();
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public float[] vectorValue(int ordinal) throws IOException {
      return values.vectorValue(ordinal);
    }

    @Override
    public FloatVectorValues copy() throws IOException {
      return new Prefetched(values.copy());
    }
  }
}
