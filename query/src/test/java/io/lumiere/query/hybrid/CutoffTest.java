package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.hybrid.CutoffReport.Outcome;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Where hits end. */
class CutoffTest {
  private static final Cutoff.Automatic AUTOMATIC = new Cutoff.Automatic();
  private static final float[] EAST = {1, 0};

  private static int keep(float... scores) {
    return AUTOMATIC.keep(scores, false);
  }

  @Test
  void theCutIsAtTheWidestGap() {
    assertThat(keep(0.9f, 0.85f, 0.62f, 0.31f, 0.3f, 0.29f)).isEqualTo(3);
    assertThat(keep(0.9f, 0.3f, 0.29f, 0.28f)).isEqualTo(1);
    // Relatively: from .3 to .15 is more than from .9 to .6.
    assertThat(keep(0.95f, 0.9f, 0.6f, 0.5f, 0.45f, 0.25f)).isEqualTo(5);
  }

  @Test
  void whatIsAsGoodAsTheBestStaysTogether() {
    assertThat(keep(0.9f, 0.88f, 0.8f, 0.75f, 0.7f)).isEqualTo(5);
    assertThat(keep(0.9f)).isEqualTo(1);
    assertThat(keep(0.5f, 0.5f, 0.5f, 0.1f)).isEqualTo(3);
    assertThat(keep(0.11f, 0.09f, 0.05f)).isEqualTo(2);
  }

  @Test
  void equalScoresAreNeverParted() {
    Random random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      float[] scores = new float[1 + random.nextInt(12)];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(8) / 8f;
      }
      Arrays.sort(scores);
      for (int i = 0; i < scores.length / 2; i++) {
        float low = scores[i];
        scores[i] = scores[scores.length - 1 - i];
        scores[scores.length - 1 - i] = low;
      }
      int keep = keep(scores);
      assertThat(keep).isBetween(scores[0] < 0.1f ? 0 : 1, scores[0] < 0.1f ? 0 : scores.length);
      if (keep > 0 && keep < scores.length) {
        assertThat(scores[keep]).isLessThan(scores[keep - 1]);
      }
    }
  }

  @Test
  void nothingMatchesBelowTheFloor() {
    assertThat(keep()).isZero();
    assertThat(keep(0.079f, 0.01f)).isZero();
    assertThat(AUTOMATIC.keep(new float[] {0.079f, 0.01f}, true)).isEqualTo(1);
    assertThat(keep(0.2f, 0.05f)).isEqualTo(1);
  }

  /** Cosines to {@link #EAST}; scores are the same. */
  private static HybridQuery.Builder likeEast() {
    return new HybridQuery.Builder().vector("vector", EAST, 1).fusion(Fusion.weightedSum());
  }

  private interface Check {
    void on(IndexSearcher searcher) throws IOException;
  }

  private static void with(Check check, double... cosines) throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < cosines.length; i++) {
          Document document = new Document();
          float[] vector = {(float) cosines[i], (float) Math.sqrt(1 - cosines[i] * cosines[i])};
          document.add(
              new KnnFloatVectorField("vector", vector, VectorSimilarityFunction.DOT_PRODUCT));
          if (i % 2 == 0) {
            document.add(new FeatureField("words", "sea", 1));
          }
          writer.addDocument(document);
          if (i % 3 == 0) {
            writer.commit();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        check.on(new IndexSearcher(reader));
      }
    }
  }

  @Test
  void theReportSaysWhatWasDone() throws IOException {
    with(
        searcher -> {
          FusedQuery cut = likeEast().cutoff(Cutoff.automatic()).build().run(searcher);
          CutoffReport report = cut.cutoff();
          assertThat(report.outcome()).isEqualTo(Outcome.CUT);
          assertThat(report.kept()).isEqualTo(2).isEqualTo(searcher.count(cut));
          assertThat(report.dropped()).isEqualTo(3);
          assertThat(report.sentence("photos"))
              .isEqualTo("cut at the gap between 0.62 and 0.31: 2 of 5 photos kept");
          assertThat(searcher.search(cut, 10).scoreDocs).extracting(hit -> hit.doc).contains(1, 3);

          FusedQuery all = likeEast().build().run(searcher);
          assertThat(all.cutoff()).isNull();
          assertThat(searcher.count(all)).isEqualTo(5);
        },
        0.1,
        0.62,
        0.31,
        0.7,
        0.2);
  }

  @Test
  void aMinimumScoreComesFirst() throws IOException {
    with(
        searcher -> {
          CutoffReport report =
              likeEast().minScore(0.5f).cutoff(Cutoff.automatic()).build().run(searcher).cutoff();
          assertThat(report.outcome()).isEqualTo(Outcome.NO_GAP);
          assertThat(report.kept()).isEqualTo(2);
          assertThat(report.sentence("photos"))
              .isEqualTo("not cut, since there is no gap between the scores: 2 photos kept");
        },
        0.7,
        0.62,
        0.31);
  }

  @Test
  void nothingIsKeptWhereNothingMatches() throws IOException {
    with(
        searcher -> {
          FusedQuery cut = likeEast().cutoff(Cutoff.automatic()).build().run(searcher);
          CutoffReport report = cut.cutoff();
          assertThat(report.outcome()).isEqualTo(Outcome.NO_MATCH);
          assertThat(report.sentence("photos"))
              .isEqualTo(
                  "none of 3 photos kept: the best score is 0.01, and below 0.08 nothing is a"
                      + " match");
          assertThat(searcher.count(cut)).isZero();
          // A document that has all the words is a match, however little it counts.
          Query words =
              searcher.rewrite(
                  likeEast()
                      .words(
                          "words",
                          FeatureField.newLinearQuery("words", "sea", 1),
                          0.01f,
                          new Scale.Linear(0, 1))
                      .cutoff(Cutoff.automatic())
                      .build());
          assertThat(searcher.count(words)).isPositive();
        },
        0.002,
        0.004,
        0.006);
  }

  @Test
  void ranksAreNotCut() throws IOException {
    with(
        searcher -> {
          FusedQuery ranks =
              likeEast()
                  .fusion(Fusion.reciprocalRank())
                  .cutoff(Cutoff.automatic())
                  .build()
                  .run(searcher);
          assertThat(ranks.cutoff().outcome()).isEqualTo(Outcome.RANKS);
          assertThat(searcher.count(ranks)).isEqualTo(3);
        },
        0.9,
        0.1,
        0.01);
  }

  @Test
  void explanationsSayWhyADocumentWasCut() throws IOException {
    with(
        searcher -> {
          HybridQuery cut = likeEast().minScore(0.05f).cutoff(Cutoff.automatic()).build();
          Explanation dropped = searcher.explain(cut, 2);
          assertThat(dropped.isMatch()).isFalse();
          assertThat(dropped.getDescription())
              .contains("0.3", "below the cut", "gap between 0.62 and 0.31", "2 of 3 documents");
          assertThat(searcher.explain(cut, 3).getDescription())
              .contains("below the minimum score 0.05");
          for (ScoreDoc hit : searcher.search(cut, 10).scoreDocs) {
            assertThat(searcher.explain(cut, hit.doc).isMatch()).isTrue();
          }
        },
        0.7,
        0.62,
        0.31,
        0.01);
  }

  @Test
  void theCutOffIsPartOfTheQuery() {
    HybridQuery cut = likeEast().cutoff(Cutoff.automatic()).build();
    assertThat(cut).isEqualTo(likeEast().cutoff(Cutoff.automatic()).build());
    assertThat(cut).hasSameHashCodeAs(likeEast().cutoff(Cutoff.automatic()).build());
    assertThat(cut).isNotEqualTo(likeEast().build());
    assertThat(likeEast().build()).isEqualTo(likeEast().cutoff(Cutoff.none()).build());
    assertThat(cut.toString("")).contains("cutoff automatic");
    assertThat(likeEast().build().toString("")).doesNotContain("cutoff");
  }
}
