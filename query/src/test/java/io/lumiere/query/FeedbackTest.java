package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.LumiereException;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos that are liked and unliked move a search as Rocchio's formula says. */
class FeedbackTest {
  private static final float[] DUSK = {3, 1, 0, 0};
  private static final float[] SHORE = {1, 3, 0, 0};
  private static final float[] CROWD = {1, 1, 3, 0};
  private static final float[] HOUND = {0, 1, 0, 3};

  @TempDir Path folder;
  private PhotoSearch search;

  @BeforeEach
  void open() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("dusk.jpg", DUSK);
      archive.add("shore.jpg", SHORE);
      archive.add("crowd.jpg", CROWD);
      archive.add(
          "a b/hound.jpg",
          "2021-05-01T10:00",
          Camera.UNKNOWN,
          new Caption("beach", null, List.of()),
          HOUND);
      archive.commit();
    }
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() {
    search.close();
  }

  /** {@code query + .75 * mean(yes) - .15 * mean(no)}, at length 1. */
  private static float[] rocchio(float[] query, List<float[]> yes, List<float[]> no) {
    float[] sum = query.clone();
    for (int i = 0; i < sum.length; i++) {
      for (float[] vector : yes) {
        sum[i] += (float) (SearchRequest.LIKE_WEIGHT * unit(vector)[i] / yes.size());
      }
      for (float[] vector : no) {
        sum[i] -= (float) (SearchRequest.UNLIKE_WEIGHT * unit(vector)[i] / no.size());
      }
    }
    return VectorUtil.l2normalize(sum);
  }

  private static float[] unit(float[] vector) {
    return VectorUtil.l2normalize(vector.clone());
  }

  private void ranksBy(float[] wanted, SearchRequestBuilder request) {
    List<Hit> hits =
        search.search(request.target(photos -> photos.keepFeedbackPhotos(true)).build()).hits();
    assertThat(hits).hasSize(4);
    for (Hit hit : hits) {
      float[] photo = search.findVector(hit.photo().id()).orElseThrow();
      assertThat(hit.similarity()).isCloseTo(VectorUtil.dotProduct(wanted, photo), within(1e-5f));
    }
  }

  private List<String> paths(SearchRequestBuilder request) {
    return search.search(request.build()).hits().stream()
        .map(hit -> hit.photo().file().path())
        .toList();
  }

  private static SearchRequestBuilder text(String text) {
    return SearchRequest.builder().text(text);
  }

  private static ParsedQuery parsed(String text) {
    return new QueryParser(Clock.systemUTC()).parse(text).orThrow();
  }

  @Test
  void feedbackIsRocchios() {
    float[] query = TestArchive.encode("people");
    ranksBy(
        rocchio(query, List.of(DUSK, SHORE), List.of(CROWD, HOUND)),
        text("people")
            .like("dusk.jpg")
            .like("id of shore.jpg")
            .unlike("crowd.jpg")
            .unlike("id of a b/hound.jpg"));
    ranksBy(rocchio(query, List.of(), List.of(DUSK)), text("people").unlike("dusk.jpg"));
    ranksBy(
        rocchio(query, List.of(HOUND), List.of(SHORE)),
        text("people")
            .target(target -> target.feedback(FeedbackPhoto.liked(unit(HOUND), 5)))
            .target(target -> target.feedback(FeedbackPhoto.unliked(unit(SHORE), 0.1))));
    ranksBy(
        rocchio(query, List.of(DUSK, DUSK, SHORE), List.of()),
        text("people")
            .target(target -> target.feedback(FeedbackPhoto.liked("dusk.jpg", 2)))
            .target(target -> target.feedback(FeedbackPhoto.liked("shore.jpg", 1))));
  }

  @Test
  void likesAloneAreTheQuery() {
    float[] mean = rocchio(new float[4], List.of(DUSK, HOUND), List.of());
    ranksBy(mean, SearchRequest.builder().like("dusk.jpg").like("a b/hound.jpg"));
    ranksBy(
        unit(DUSK),
        SearchRequest.builder()
            .target(target -> target.feedback(FeedbackPhoto.liked("dusk.jpg", 0.2))));
  }

  @Test
  void theLanguageLikesAndUnlikes() {
    ranksBy(
        rocchio(TestArchive.encode("people"), List.of(DUSK), List.of(HOUND)),
        SearchRequest.builder()
            .query(parsed("people similar:dusk.jpg -similar:\"a b/hound.jpg\"")));
    ranksBy(
        rocchio(TestArchive.encode("people"), List.of(CROWD, SHORE), List.of()),
        SearchRequest.builder()
            .query(
                parsed("people like:./shore.jpg similar:x.png"),
                Map.of("./shore.jpg", "shore.jpg"),
                Map.of("x.png", unit(CROWD))));
  }

  @Test
  void markedPhotosAreNoHitsUnlessAsked() {
    assertThat(paths(text("beach").like("shore.jpg").unlike("id of crowd.jpg")))
        .containsExactlyInAnyOrder("dusk.jpg", "a b/hound.jpg");
    assertThat(
            paths(
                text("beach").like("shore.jpg").target(target -> target.keepFeedbackPhotos(true))))
        .hasSize(4);
    assertThat(
            paths(
                text("beach")
                    .target(target -> target.feedback(FeedbackPhoto.liked(unit(SHORE), 1)))))
        .hasSize(4);
    assertThat(paths(SearchRequest.builder().query(parsed("-similar:dusk.jpg has:date"))))
        .containsExactly("a b/hound.jpg");
    assertThat(paths(SearchRequest.builder().unlike("dusk.jpg"))).hasSize(3);
  }

  @Test
  void feedbackWorksWithEverySortAndFusion() {
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      for (Fusion fusion : List.of(Fusion.reciprocalRank(), Fusion.weightedSum())) {
        assertThat(
                paths(
                    text("beach")
                        .like("dusk.jpg")
                        .unlike("crowd.jpg")
                        .sort(sort)
                        .ranking(ranking -> ranking.fusion(fusion))))
            .containsExactlyInAnyOrder("shore.jpg", "a b/hound.jpg");
      }
    }
  }

  /** A photo that is as likely as not for each part is so for their sum. */
  @Test
  void theScaleOfASumIsTheSumOfScales() {
    Scale.Logistic text = new Scale.Logistic(0.25, 0.05);
    Scale.Logistic image = new Scale.Logistic(0.6, 0.1);
    Direction sum =
        Direction.add(
            Direction.add(null, 1, Direction.of(unit(DUSK), text)),
            0.75,
            Direction.of(unit(SHORE), image));
    double length = Math.sqrt(1 + 0.75 * 0.75 + 2 * 0.75 * 0.6);
    Scale.Logistic scale = (Scale.Logistic) sum.unit().scaleOr(text);
    assertThat(scale.midpoint()).isCloseTo((0.25 + 0.75 * 0.6) / length, within(1e-6));
    assertThat(scale.width()).isCloseTo((0.05 + 0.75 * 0.1) / length, within(1e-6));
    Direction less = Direction.add(sum, -0.15, Direction.of(unit(HOUND), image));
    assertThat(less.midpoint()).isCloseTo(0.25 + 0.75 * 0.6 - 0.15 * 0.3, within(1e-6));
    assertThat(less.width()).isCloseTo(0.05 + 0.75 * 0.1, within(1e-6));
    Scale straight = new Scale.Linear(0, 1);
    assertThat(Direction.add(sum, 1, Direction.of(unit(DUSK), straight)).scaleOr(straight))
        .isEqualTo(straight);
  }

  @Test
  void whatCannotBeLikedIsSaid() {
    assertThatThrownBy(() -> paths(text("x").unlike("no.jpg")))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("'no.jpg' to be unlike");
    assertThatThrownBy(
            () -> text("x").target(target -> target.feedback(FeedbackPhoto.liked("dusk.jpg", 0))))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() ->
            text("x")
                .target(target -> target.feedback(FeedbackPhoto.unliked("dusk.jpg", Double.NaN))))
        .hasMessageContaining("at most 100");
    assertThatThrownBy(() -> text("x").like(" ")).hasMessageContaining("no name");
    assertThatThrownBy(() ->
            paths(
                text("x")
                    .target(target -> target.feedback(FeedbackPhoto.liked(new float[] {1}, 1)))))
        .hasMessageContaining("1 dimensions");
    assertThatThrownBy(() ->
            paths(
                text("x")
                    .target(target ->
                        target.feedback(FeedbackPhoto.liked(new float[] {1, 1, 0, 0}, 1)))))
        .hasMessageContaining("has length");
    SearchRequestBuilder many = SearchRequest.builder();
    for (int i = 0; i < SearchRequest.MAX_TERMS; i++) {
      many.like("dusk.jpg");
    }
    assertThatThrownBy(() -> many.unlike("dusk.jpg")).hasMessageContaining("more than 100 photos");
  }

  @Test
  void theNearestPathIsGuessed() {
    for (String wrong :
        Arrays.asList("hound.jpg", "a b/huond.jpg", "x/y/HOUND.JPG", "hound.png", "a b/hound")) {
      assertThat(search.nearestPath(wrong)).as(wrong).contains("a b/hound.jpg");
    }
    for (String other : List.of("", "/", "nothing.jpg", "x".repeat(10_000), "(((", "*", "日落")) {
      assertThat(search.nearestPath(other)).as(other).isEmpty();
    }
  }
}
