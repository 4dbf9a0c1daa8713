package io.lumiere.query.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.eval.Evaluation.Pair;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final EmbeddingModel MODEL = new EmbeddingModel("test", "a".repeat(64), 2);

  @TempDir Path folder;

  /** Twelve photos, n.jpg at n times 5 degrees: a caption "5" looks for photo 5 first. */
  @BeforeEach
  void fill() throws IOException {
    try (var writer =
        new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(Words.analyzer()))) {
      for (int n = 0; n < 12; n++) {
        Photo photo =
            Photo.builder(
                    "id " + n,
                    new PhotoFile("p/" + n + "x.jpg", "b".repeat(64), 1, Instant.EPOCH),
                    new ImageInfo(4, 3, 1, "jpeg"))
                .build();
        writer.addDocument(PhotoDocuments.toDocument(photo, vector(Integer.toString(n))));
      }
      writer.setLiveCommitData(new IndexMetadata(MODEL, "/archive").toUserData().entrySet());
      writer.commit();
    }
  }

  private static float[] vector(String number) {
    double angle = Math.toRadians(5 * Double.parseDouble(number));
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  private Evaluation evaluate(List<Pair> pairs) {
    try (var search = PhotoSearch.open(folder, MODEL, EvaluationTest::vector)) {
      return Evaluation.of(
          search,
          pairs,
          caption -> SearchRequest.builder().text(caption).target(target -> target.inWords(false)));
    }
  }

  private static Pair pair(int photo, String caption) {
    return new Pair("p/" + photo + "x.jpg", caption);
  }

  @Test
  void ranksBecomeRecallAndReciprocalRank() {
    // Looking for 0.1, photo n comes at rank n + 1.
    Evaluation result =
        evaluate(List.of(pair(0, "0.1"), pair(3, "0.2"), pair(9, "0.3"), pair(11, "0.4")));
    assertThat(result.captions()).isEqualTo(4);
    assertThat(result.recallAt1()).isEqualTo(0.25);
    assertThat(result.recallAt5()).isEqualTo(0.5);
    assertThat(result.recallAt10()).isEqualTo(0.75);
    assertThat(result.meanReciprocalRank())
        .isCloseTo((1 + 1 / 4.0 + 1 / 10.0 + 1 / 12.0) / 4, within(1e-9));
  }

  @Test
  void aPhotoMayBeNamedByItsId() {
    Evaluation result = evaluate(List.of(new Pair("id 0", "0.1")));
    assertThat(result.recallAt1()).isEqualTo(1);
  }

  @Test
  void anyPhotoWithTheCaptionIsRight() {
    Evaluation result = evaluate(List.of(pair(11, "0.1"), pair(1, "0.1"), pair(0, "0.3")));
    assertThat(result.meanReciprocalRank()).isCloseTo((1 / 2.0 + 1 / 2.0 + 1) / 3, within(1e-9));
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> evaluate(List.of(pair(99, "1"))))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("p/99x.jpg");
    assertThatThrownBy(() -> evaluate(List.of()))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("no captions");
  }
}
