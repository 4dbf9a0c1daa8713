package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.hybrid.NearestEffort.Way;
import io.lumiere.schema.store.PhotoCodec;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

/**
 * Where some segments have short codes and others have not, as after an upgrade, as many of the
 * nearest that have codes are found as without the others.
 */
class SomeCodesTest {
  private static final int DIMENSION = 128;
  private static final int QUERIES = 200;
  private static final int CODED = 1_500;
  private static final int WINDOW = 10;
  private static final NearestEffort EFFORT = NearestEffort.DEFAULT.withCandidates(30);

  private final Random random = new Random(31);
  private final float[] mean = unit(new float[DIMENSION]);

  /** Near a mean, and in some directions more spread than in others, as vectors of photos are. */
  private float[] unit(float[] around) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian() / (4 + i) + around[i];
    }
    return VectorUtil.l2normalize(vector);
  }

  private void add(Directory directory, Codec codec, int documents) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig().setCodec(codec).setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int n = 0; n < documents; n++) {
        Document document = new Document();
        document.add(
            new KnnFloatVectorField("vector", unit(mean), VectorSimilarityFunction.DOT_PRODUCT));
        writer.addDocument(document);
      }
    }
  }

  /** Which part of the nearest that have codes is found by estimates, in the mean of queries. */
  private double found(Codec... others) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      add(directory, new PhotoCodec(), CODED);
      for (Codec codec : others) {
        add(directory, codec, CODED);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        int nearest = 0;
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
          float[] vector = unit(mean);
          Set<Integer> coded = found(searcher, vector, Way.COMPARE_ALL);
          coded.removeIf(doc -> doc >= CODED);
          nearest += coded.size();
          coded.retainAll(found(searcher, vector, Way.ESTIMATE_ALL));
          found += coded.size();
        }
        return found / (double) nearest;
      }
    }
  }

  private static Set<Integer> found(IndexSearcher searcher, float[] vector, Way way)
      throws IOException {
    List<AcceptedLeaf> leaves = AcceptedLeaf.of(searcher, null, "vector");
    Ranked found = new NearestSearch(searcher, "vector", vector, WINDOW, EFFORT).by(way, leaves);
    assertThat(found.size()).isEqualTo(WINDOW);
    return Arrays.stream(found.docs()).boxed().collect(Collectors.toSet());
  }

  @Test
  void segmentsWithoutCodesTakeNoPlacesOfThoseWithCodes() throws IOException {
    double alone = found();
    double together = found(Codec.getDefault());
    // The others are among the nearest, too: of those with codes fewer, which are nearer, are left.
    assertThat(together).isGreaterThanOrEqualTo(alone);
  }
}
