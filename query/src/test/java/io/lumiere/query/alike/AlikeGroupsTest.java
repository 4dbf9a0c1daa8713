package io.lumiere.query.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

/** Groups against all pairs compared, on vectors that lie in a cone, as those of photos do. */
class AlikeGroupsTest {
  private static final float COSINE = 0.95f;
  private static final int LENGTH = 128;

  // Always the same: how many are found is a matter of chance.
  private final Random random = new Random(7);
  private final float[] axis = gauss(1);

  private float[] gauss(float scale) {
    float[] vector = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      vector[i] = scale * (float) random.nextGaussian();
    }
    return vector;
  }

  /** Half of what a vector is made of is the same in all. */
  private float[] scene() {
    return sum(axis, gauss(1));
  }

  private static float[] sum(float[] one, float[] other) {
    float[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  private List<float[]> photos() {
    List<float[]> photos = new ArrayList<>();
    for (int scene = 0; scene < 700; scene++) {
      float[] seen = scene();
      for (int shot = random.nextInt(6); shot >= 0; shot--) {
        // The cosine to the scene is .97 and more.
        photos.add(sum(seen, gauss(0.35f * random.nextFloat())));
      }
    }
    float[] drifting = scene();
    for (int i = 0; i < 100; i++) {
      drifting = sum(drifting, gauss(0.1f));
      photos.add(drifting);
    }
    float[] same = scene();
    for (int i = 0; i < 1_500; i++) {
      photos.add(same.clone());
    }
    return photos;
  }

  private static void write(ByteBuffersDirectory directory, List<float[]> photos)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < photos.size(); i++) {
        Document document = new Document();
        document.add(new StringField("id", "" + i, Store.NO));
        float[] vector = VectorUtil.l2normalize(photos.get(i).clone());
        if (i % 50 != 49) {
          document.add(
              new KnnFloatVectorField("vector", vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        writer.addDocument(document);
        if (i % 1_000 == 999) {
          writer.commit();
        }
      }
      for (int i = 7; i < photos.size(); i += 90) {
        writer.deleteDocuments(new Term("id", "" + i));
      }
    }
  }

  /** What is hidden where each photo is compared with all that are shown before it. */
  private static Set<Integer> hidden(ArchiveVectors vectors) throws IOException {
    List<float[]> shown = new ArrayList<>();
    Set<Integer> hidden = new HashSet<>();
    for (int i = 0; i < vectors.size(); i++) {
      float[] vector = vectors.get(i).clone();
      if (shown.stream().anyMatch(one -> VectorUtil.dotProduct(one, vector) >= COSINE)) {
        hidden.add(vectors.doc(i));
      } else {
        shown.add(vector);
      }
    }
    return hidden;
  }

  @Test
  void groupsAreOfNearDuplicatesAndMissFew() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(directory, photos());
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        AlikeGroups groups = AlikeGroups.find(reader, "vector", COSINE, () -> false);
        ArchiveVectors vectors = ArchiveVectors.of(reader, "vector", Integer.MAX_VALUE - 1);
        float[][] ofDoc = new float[reader.maxDoc()][];
        for (int i = 0; i < vectors.size(); i++) {
          ofDoc[vectors.doc(i)] = vectors.get(i).clone();
        }
        Bits live = MultiBits.getLiveDocs(reader);
        Set<Integer> found = new HashSet<>();
        for (int doc = 0; doc < reader.maxDoc(); doc++) {
          int first = groups.of(doc);
          if (first >= 0) {
            assertThat(live.get(doc)).isTrue();
            assertThat(groups.of(first)).isEqualTo(first);
            assertThat(VectorUtil.dotProduct(ofDoc[first], ofDoc[doc]))
                .isGreaterThanOrEqualTo(Math.min(COSINE, 1));
            if (first != doc) {
              found.add(doc);
            }
          }
        }
        Set<Integer> hidden = hidden(vectors);
        assertThat(hidden.size()).isGreaterThan(2_500);
        // 0.988 of them, and .98 of those that are no copies.
        hidden.removeAll(found);
        assertThat(hidden.size()).isLessThan(60);
      }
    }
  }

  @Test
  void copiesAreOneGroupHoweverMany() throws IOException {
    float[] same = scene();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      List<float[]> photos = new ArrayList<>();
      for (int i = 0; i < 3_000; i++) {
        photos.add(same);
      }
      write(directory, photos);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        AlikeGroups groups = AlikeGroups.find(reader, "vector", COSINE, () -> false);
        Set<Integer> numbers = new HashSet<>();
        for (int doc = 0; doc < reader.maxDoc(); doc++) {
          numbers.add(groups.of(doc));
        }
        // Those without a vector, and three of each thousand.
        assertThat(numbers).hasSizeLessThan(6).contains(-1, 0);
      }
    }
  }

  @Test
  void nothingIsFoundWhereNothingIsAlike() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      List<float[]> photos = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        photos.add(scene());
      }
      write(directory, photos);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (String field : List.of("vector", "no_such_field")) {
          AlikeGroups groups = AlikeGroups.find(reader, field, COSINE, () -> false);
          for (int doc = 0; doc < reader.maxDoc(); doc++) {
            assertThat(groups.of(doc)).isEqualTo(-1);
          }
        }
      }
    }
  }

  @Test
  void itStopsWhenToldTo() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(directory, List.of(scene(), scene(), scene()));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThatThrownBy(() -> AlikeGroups.find(reader, "vector", COSINE, () -> true))
            .isInstanceOf(CancellationException.class);
      }
    }
  }
}
