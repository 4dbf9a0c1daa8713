package io.lumiere.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is alike is what the whole vectors say. */
class AlikeVectorsTest {
  private static final int PHOTOS = 120;
  private static final float COSINE = 0.9f;

  @ParameterizedTest
  @ValueSource(ints = {3, 64, 200})
  void theFirstNumbersDecideNothingWrongly(int dimension, @Seeded Random random)
      throws IOException {
    float[][] vectors = new float[PHOTOS][];
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < PHOTOS; i++) {
        Document photo = new Document();
        // Each is noise, or near the one before it, or has no vector.
        if (random.nextInt(10) > 0) {
          float[] before = i > 0 && random.nextBoolean() ? vectors[i - 1] : null;
          vectors[i] = vector(before, dimension, random);
          photo.add(new KnnFloatVectorField("v", vectors[i], VectorSimilarityFunction.DOT_PRODUCT));
        }
        writer.addDocument(photo);
        if (i % 50 == 49) {
          writer.flush();
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        int[] docs = random.ints(0, PHOTOS).distinct().limit(PHOTOS).toArray();
        AlikeVectors alike = AlikeVectors.of(reader, docs, "v", COSINE);
        for (int i = 0; i < PHOTOS; i++) {
          alike.compareWith(i);
          for (int j = i; j < PHOTOS; j++) {
            float[] first = vectors[docs[i]];
            float[] second = vectors[docs[j]];
            assertThat(alike.isAlike(j))
                .isEqualTo(
                    first != null
                        && second != null
                        && VectorUtil.dotProduct(first, second) >= COSINE);
          }
        }
      }
    }
  }

  private static float[] vector(float[] near, int dimension, Random random) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      float noise = (float) (random.nextGaussian() / Math.sqrt(dimension));
      vector[i] = near == null ? noise : near[i] + noise / 2;
    }
    return VectorUtil.l2normalize(vector);
  }
}
