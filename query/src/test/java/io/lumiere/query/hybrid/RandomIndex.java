package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.util.TestUtil;

/**
 * A random index and all that an oracle needs to know of it. Documents have a number {@code n}, a
 * number by which equal ones are ordered, some of three words, each with a weight that is its
 * score, and mostly a vector; some are deleted; there are several segments, some without any
 * vector.
 */
final class RandomIndex {
  static final int DIMENSION = 16;
  static final int WORDS = 3;

  /** A live document as it was indexed; {@code vector} is null where it has none. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by identity.
  record Doc(int n, long tie, float[] vector, int[] words) {}

  final List<Doc> live = new ArrayList<>();

  RandomIndex(Random random, Directory directory, int documents) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, config())) {
      boolean vectors = true;
      for (int n = 0; n < documents; n++) {
        Doc doc =
            new Doc(
                n,
                random.nextLong(),
                vectors && random.nextInt(5) > 0 ? unit(random) : null,
                random.ints(WORDS, -6, 8).toArray());
        writer.addDocument(document(doc));
        live.add(doc);
        if (random.nextInt(20) == 0) {
          writer.commit();
          vectors = random.nextInt(4) > 0;
        }
      }
      for (int n = 0; n < documents; n++) {
        if (random.nextInt(6) == 0) {
          writer.deleteDocuments(new Term("id", Integer.toString(n)));
          int deleted = n;
          live.removeIf(doc -> doc.n() == deleted);
        }
      }
      writer.commit();
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig()
        .setMergePolicy(NoMergePolicy.INSTANCE)
        .setCodec(TestUtil.getDefaultCodec());
  }

  /**
   * Writes the same documents into other directories, each into one of them, in another order, with
   * other segments and other deletions.
   */
  void writeAgain(Random random, List<Directory> directories) throws IOException {
    List<Doc> docs = new ArrayList<>(live);
    Collections.shuffle(docs, random);
    for (int i = 0; i < directories.size(); i++) {
      try (IndexWriter writer = new IndexWriter(directories.get(i), config())) {
        for (int at = i; at < docs.size(); at += directories.size()) {
          writer.addDocument(document(docs.get(at)));
          if (random.nextInt(10) == 0) {
            writer.addDocument(document(new Doc(-1, 0, unit(random), new int[] {9, 9, 9})));
          }
          if (random.nextInt(25) == 0) {
            writer.commit();
          }
        }
        writer.deleteDocuments(new Term("id", "-1"));
        if (random.nextInt(3) == 0) {
          writer.getConfig().setMergePolicy(new TieredMergePolicy());
          writer.forceMerge(1);
        }
        writer.commit();
      }
    }
  }

  /**
   * A unit vector of which every dot product is exact in floats, in whatever order it is summed up:
   * its components are halves, quarters and eighths. Many are equally near, which tests ties.
   */
  static float[] unit(Random random) {
    int[][] halvesQuartersEighths = {
      {4, 0, 0}, {3, 4, 0}, {3, 3, 4}, {2, 8, 0}, {2, 7, 4}, {0, 16, 0}
    };
    int[] counts = halvesQuartersEighths[random.nextInt(halvesQuartersEighths.length)];
    List<Float> values = new ArrayList<>();
    for (int kind = 0; kind < counts.length; kind++) {
      for (int i = 0; i < counts[kind]; i++) {
        values.add((random.nextBoolean() ? 1 : -1) / (float) (2 << kind));
      }
    }
    while (values.size() < DIMENSION) {
      values.add(0f);
    }
    Collections.shuffle(values, random);
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = values.get(i);
    }
    return vector;
  }

  private static Document document(Doc doc) {
    Document document = new Document();
    document.add(new StringField("id", Integer.toString(doc.n()), Store.NO));
    document.add(new IntField("n", doc.n(), Store.YES));
    document.add(new NumericDocValuesField("tie", doc.tie()));
    if (doc.vector() != null) {
      document.add(
          new KnnFloatVectorField("vector", doc.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    }
    for (int word = 0; word < WORDS; word++) {
      if (doc.words()[word] > 0) {
        document.add(new FeatureField("words", "word" + word, doc.words()[word]));
      }
    }
    return document;
  }
}
