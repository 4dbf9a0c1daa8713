package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.LumiereException;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and vectors that are added to a search with weights. */
class WeightedTermsTest {
  private static final float[] PHOTO = TestArchive.unit(1, 2, 3, 4);

  @TempDir Path folder;
  private TestArchive archive;
  private PhotoSearch search;

  @BeforeEach
  void fill() throws IOException {
    archive = new TestArchive(folder);
    archive.add("photo.jpg", PHOTO);
    archive.add("sunset.jpg", 1, 0, 0, 0);
    archive.add("beach.jpg", 0, 1, 0, 0);
    archive.add("crowd.jpg", null, Camera.UNKNOWN, caption("people in town"), 1, 0, 1, 0);
    archive.add("kennel.jpg", null, Camera.UNKNOWN, caption("a dog in town"), 1, 0, 0, 1);
    archive.commit();
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    archive.close();
  }

  @Test
  void theDirectionIsThatOfTheWeightedSum() {
    float[] picture = TestArchive.unit(0, 0, 1, 1);
    SearchRequestBuilder request =
        text("sunset")
            .vector(picture)
            .target(target -> target.add("beach", 0.5))
            .target(target -> target.add(PHOTO, 2.5))
            .target(target -> target.add("dog", -0.25));
    float[] sum = new float[4];
    add(sum, 1, TestArchive.encode("sunset"));
    add(sum, 1, picture);
    add(sum, 0.5f, TestArchive.encode("beach"));
    add(sum, 2.5f, PHOTO);
    add(sum, -0.25f, TestArchive.encode("dog"));
    assertThat(similarity(request)).isCloseTo(cosine(sum), within(1e-5f));

    float[] moved = VectorUtil.l2normalize(sum);
    add(moved, -0.5f, TestArchive.encode("people"));
    assertThat(similarity(request.not("people"))).isCloseTo(cosine(moved), within(1e-5f));
  }

  @Test
  void weightOneIsAsTextAndVectorAre() {
    assertThat(similarity(SearchRequest.builder().target(target -> target.add("sunset", 1))))
        .isEqualTo(similarity(text("sunset")));
    assertThat(similarity(text("dog").target(target -> target.add(PHOTO, 1))))
        .isEqualTo(similarity(text("dog").vector(PHOTO)));
    assertThat(similarity(text("dog").target(target -> target.add("people", -0.5))))
        .isCloseTo(similarity(text("dog").not("people")), within(1e-5f));
  }

  @Test
  void weightsOrderHits() {
    assertThat(
            first(
                text("sunset")
                    .target(target -> target.inWords(false))
                    .target(target -> target.add("beach", 0.5))))
        .isEqualTo("sunset.jpg");
    assertThat(
            first(
                text("sunset")
                    .target(target -> target.inWords(false))
                    .target(target -> target.add("beach", 2))))
        .isEqualTo("beach.jpg");
  }

  @Test
  void whatIsAddedIsNotLookedForInWords() {
    assertThat(explained(SearchRequest.builder().target(target -> target.add("people", 1))))
        .doesNotContain("words");
    assertThat(search.luceneQuery(text("town").target(target -> target.add("people", 1)).build()))
        .isEqualTo(
            search.luceneQuery(
                text("town")
                    .target(target -> target.add(TestArchive.encode("people"), 1))
                    .build()));
  }

  @Test
  void severalTextsAreUnwantedEachInWords() {
    assertThat(inWords(text("town"))).containsExactlyInAnyOrder("crowd.jpg", "kennel.jpg");
    assertThat(inWords(text("town").not("dog"))).containsExactly("crowd.jpg");
    assertThat(inWords(text("town").not("dog").not("people"))).isEmpty();
    QueryParser parser = new QueryParser(Clock.systemUTC());
    assertThat(inWords(SearchRequest.builder().query(parser.parse("town -dog")).not("people")))
        .isEmpty();
  }

  @Test
  void picturesAreReadOnTheScaleOfPictures() {
    float asText = score(SearchRequest.builder().target(target -> target.add("sunset", 1)));
    float asPicture =
        score(
            SearchRequest.builder().target(target -> target.add(TestArchive.encode("sunset"), 1)));
    float awayFromPicture =
        score(
            SearchRequest.builder()
                .target(target -> target.add("sunset", 1))
                .target(target -> target.add(PHOTO, -1e-4)));
    assertThat(asPicture).isNotCloseTo(asText, within(1e-3f));
    assertThat(awayFromPicture).isCloseTo(asText, within(1e-3f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 101, -100.5, Double.NaN, Double.POSITIVE_INFINITY})
  void weightsHaveBounds(double weight) {
    SearchRequestBuilder request = SearchRequest.builder();
    assertThatThrownBy(() -> request.target(target -> target.add("beach", weight)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight of 'beach' is " + weight)
        .hasMessageContaining("-100..100");
    assertThatThrownBy(() -> request.target(target -> target.add(PHOTO, weight)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mistakesAreSaid() {
    assertThatThrownBy(() -> SearchRequest.builder().target(target -> target.add(" ", 1)))
        .hasMessageContaining("blank");
    assertThatThrownBy(
            () -> SearchRequest.builder().target(target -> target.add("people", -1)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs something that is searched for");
    assertThatThrownBy(() ->
            similarity(
                text("dog")
                    .target(target -> target.add("dog", 2))
                    .target(target -> target.add("dog", -3))))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("nothing is left");
    assertThatThrownBy(
            () -> similarity(text("dog").target(target -> target.add(new float[] {1, 1, 0, 0}, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("length");
    assertThatThrownBy(
            () -> similarity(text("dog").target(target -> target.add(new float[] {1}, 1))))
        .hasMessageContaining("dimensions");
    SearchRequestBuilder full = SearchRequest.builder();
    for (int i = 0; i < SearchRequest.MAX_TERMS; i++) {
      full.target(target -> target.add("dog", 1));
    }
    assertThatThrownBy(() -> full.target(target -> target.add("dog", 1)))
        .hasMessageContaining("more than 100");
  }

  @Test
  void textsTakeAModel() {
    try (PhotoSearch words = PhotoSearch.open(folder)) {
      assertThatThrownBy(
              () -> words.search(text("dog").target(target -> target.add("people", 1)).build()))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("'people'");
      assertThat(
              words
                  .search(SearchRequest.builder().target(target -> target.add(PHOTO, 3)).build())
                  .hits())
          .hasSize(5);
    }
  }

  @Test
  void aVectorIsTakenAsItWas() {
    float[] mine = PHOTO.clone();
    SearchRequest request = SearchRequest.builder().target(target -> target.add(mine, 1)).build();
    mine[0] = 9;
    assertThat(search.search(request).hits().getFirst().similarity()).isCloseTo(1f, within(1e-5f));
  }

  private static SearchRequestBuilder text(String text) {
    return SearchRequest.builder().text(text);
  }

  private static Caption caption(String title) {
    return new Caption(title, null, List.of());
  }

  private static void add(float[] sum, float weight, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * vector[i];
    }
  }

  private static float cosine(float[] sum) {
    return VectorUtil.dotProduct(VectorUtil.l2normalize(sum.clone()), PHOTO);
  }

  private Hit photo(SearchRequestBuilder request) {
    return search.search(request.build()).hits().stream()
        .filter(hit -> hit.photo().file().path().equals("photo.jpg"))
        .findFirst()
        .orElseThrow();
  }

  private float similarity(SearchRequestBuilder request) {
    return photo(request).similarity();
  }

  private float score(SearchRequestBuilder request) {
    return photo(request).score();
  }

  private String first(SearchRequestBuilder request) {
    return search.search(request.build()).hits().getFirst().photo().file().path();
  }

  private String explained(SearchRequestBuilder request) {
    return search.luceneQuery(request.build());
  }

  private List<String> inWords(SearchRequestBuilder request) {
    return search.search(request.build()).hits().stream()
        .filter(
            hit -> hit.legs().stream().anyMatch(leg -> leg.leg().equals("words") && leg.rank() > 0))
        .map(hit -> hit.photo().file().path())
        .toList();
  }
}
