package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.LumiereException;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search finds, and in which order. */
class PhotoSearchTest {
  @TempDir Path folder;
  private TestArchive archive;
  private PhotoSearch search;

  @BeforeEach
  void fill() throws IOException {
    archive = new TestArchive(folder);
    archive.add("a/IMG_1.jpg", 1, 0.1f, 0, 0); // a sunset, with no word of it
    archive.add("a/IMG_2.jpg", 0.1f, 1, 0, 0); // a beach
    archive.add("a/IMG_3.jpg", 1, 0, 1, 0); // people at sunset
    archive.add("b/SunsetBoulevard.png", 0, 0, 0.1f, 1); // a dog
    archive.add(
        "b/IMG_5.jpg",
        null,
        Camera.UNKNOWN,
        new Caption("Our dog", "a walk in the fields", List.of("pets", "golden hour")),
        0.1f,
        0.1f,
        0.1f,
        1);
    archive.commit();
    archive.addFailure("a/broken.jpg", "the file is cut off");
    archive.commit();
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    archive.close();
  }

  private List<String> paths(SearchRequestBuilder request) {
    return search.search(request.build()).hits().stream()
        .map(hit -> hit.photo().file().path())
        .toList();
  }

  private static SearchRequestBuilder text(String text) {
    return SearchRequest.builder().text(text);
  }

  @Test
  void whatAPhotoShowsAndItsWordsBothFindIt() {
    SearchResult result = search.search(text("sunset").build());
    assertThat(result.total()).isEqualTo(5);
    assertThat(result.hits().getFirst().photo().file().path()).isEqualTo("a/IMG_1.jpg");
    assertThat(paths(text("sunset").minScore(0.5f)))
        .containsExactly("a/IMG_1.jpg", "a/IMG_3.jpg", "b/SunsetBoulevard.png");
  }

  @Test
  void theBestOfWhatIsNotThereScoresLow() throws IOException {
    archive.delete("b/SunsetBoulevard.png");
    archive.delete("b/IMG_5.jpg");
    archive.commit();
    search.refresh();
    Hit noDog = search.search(text("dog").build()).hits().getFirst();
    assertThat(noDog.score()).isLessThan(0.1f);
    Hit byRank =
        search
            .search(
                text("dog")
                    .target(target -> target.inWords(false))
                    .ranking(ranking -> ranking.fusion(Fusion.reciprocalRank()))
                    .build())
            .hits()
            .getFirst();
    assertThat(byRank.score()).as("a rank cannot tell").isEqualTo(1);
  }

  @Test
  void scoresAreOrderedAndWithinOne() {
    List<Hit> hits = search.search(text("dog").build()).hits();
    assertThat(hits).extracting(Hit::score).isSortedAccordingTo((a, b) -> Float.compare(b, a));
    assertThat(hits).allSatisfy(hit -> assertThat(hit.score()).isBetween(0f, 1f));
    assertThat(hits).extracting(Hit::rank).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void similarityIsTheCosine() {
    Hit best =
        search
            .search(SearchRequest.builder().vector(new float[] {0, 0, 0, 1}).build())
            .hits()
            .getFirst();
    assertThat(best.photo().file().path()).isEqualTo("b/SunsetBoulevard.png");
    assertThat(best.similarity()).isCloseTo((float) (1 / Math.sqrt(1.01)), within(1e-5f));
  }

  @Test
  void sharesSayWhichLegFoundAPhoto() {
    Hit boulevard =
        search
            .search(text("sunset").ranking(ranking -> ranking.minSimilarity(0.5f)).build())
            .hits()
            .stream()
            .filter(hit -> hit.photo().file().path().startsWith("b/Sunset"))
            .findFirst()
            .orElseThrow();
    assertThat(boulevard.legs()).extracting(LegShare::leg).containsExactly("vector", "words");
    assertThat(boulevard.legs()).extracting(LegShare::rank).containsExactly(0, 1);
    assertThat(boulevard.legs().get(1).share()).isCloseTo(boulevard.score(), within(1e-5f));
  }

  @Test
  void stopWordsFindNothingUnlessAlone() throws IOException {
    archive.add(
        "c/who.jpg",
        null,
        Camera.UNKNOWN,
        new Caption("The one of us", null, List.of()),
        0,
        0,
        1,
        0);
    archive.commit();
    search.refresh();
    assertThat(wordsRankOf("c/who.jpg", "a photo of the dog")).isZero();
    assertThat(wordsRankOf("c/who.jpg", "the")).isEqualTo(1);
  }

  @Test
  void moreAndRarerWordsCountMore() throws IOException {
    for (int i = 0; i < 8; i++) {
      archive.add("lake " + i + ".jpg", 0, 1, 0, 0);
    }
    archive.add("heron/1.jpg", 0, 1, 0, 0); // a folder counts less than a file's name
    archive.add("heron/lake.jpg", 0, 1, 0, 0);
    archive.commit();
    search.refresh();
    assertThat(wordsRankOf("heron/lake.jpg", "heron lake")).isEqualTo(1);
    assertThat(wordsRankOf("heron/1.jpg", "heron lake")).isEqualTo(2);
    assertThat(wordsRankOf("lake 0.jpg", "heron lake")).isEqualTo(3);
  }

  private int wordsRankOf(String path, String text) {
    return search.search(text(text).build()).hits().stream()
        .filter(hit -> hit.photo().file().path().equals(path))
        .map(hit -> hit.legs().get(1).rank())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesTakenApartAreFoundByTheWholeAndByParts() {
    try (PhotoSearch words = PhotoSearch.open(folder)) {
      for (String text :
          List.of("SunsetBoulevard", "sunsetboulevard", "boulevard", "Sunset_Boulevard")) {
        assertThat(words.search(text(text).build()).hits()).as(text).hasSize(1);
      }
      assertThat(words.search(text("golden-hour").build()).hits()).hasSize(1);
      assertThat(words.search(text("volcano").build()).hits()).isEmpty();
      assertThat(words.search(text("!?*").build()).hits()).isEmpty();
    }
  }

  @Test
  void notMovesAwayInPicturesAndWords() {
    assertThat(paths(text("sunset")).subList(0, 2)).containsExactly("a/IMG_1.jpg", "a/IMG_3.jpg");
    assertThat(paths(text("sunset people").target(target -> target.notWeight(0)).not("people")))
        .startsWith("a/IMG_3.jpg");
    assertThat(paths(text("sunset people").not("people"))).startsWith("a/IMG_1.jpg");
    assertThat(wordsShare(text("sunset"), "b/SunsetBoulevard.png")).isPositive();
    assertThat(wordsShare(text("sunset").not("boulevard"), "b/SunsetBoulevard.png")).isZero();
    assertThatThrownBy(() ->
            search.search(
                text("sunset").not("sunset").target(target -> target.notWeight(1)).build()))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("nothing is left");
  }

  private float wordsShare(SearchRequestBuilder request, String path) {
    return search.search(request.build()).hits().stream()
        .filter(hit -> hit.photo().file().path().equals(path))
        .map(hit -> hit.legs().get(1).share())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void likeFindsOthersByIdOrPath() {
    assertThat(paths(SearchRequest.builder().like("b/IMG_5.jpg")))
        .startsWith("b/SunsetBoulevard.png")
        .doesNotContain("b/IMG_5.jpg");
    assertThat(paths(SearchRequest.builder().like("id of b/IMG_5.jpg")))
        .isEqualTo(paths(SearchRequest.builder().like("b/IMG_5.jpg")));
    assertThatThrownBy(() -> paths(SearchRequest.builder().like("no/such.jpg")))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("no/such.jpg");
  }

  @Test
  void textAndVectorAddUp() {
    assertThat(
            paths(
                text("sunset")
                    .target(target -> target.inWords(false))
                    .vector(new float[] {0, 0, 1, 0})))
        .startsWith("a/IMG_3.jpg");
  }

  @Test
  void minSimilarityLeavesWordsAlone() {
    assertThat(paths(text("sunset").ranking(ranking -> ranking.minSimilarity(0.99f))))
        .containsExactlyInAnyOrder("a/IMG_1.jpg", "b/SunsetBoulevard.png");
  }

  @Test
  void reciprocalRankAndWeightedSumCanBeChosen() {
    for (Fusion fusion : List.of(Fusion.reciprocalRank(), Fusion.weightedSum())) {
      List<Hit> hits =
          search.search(text("sunset").ranking(ranking -> ranking.fusion(fusion)).build()).hits();
      assertThat(hits).hasSize(5);
      assertThat(hits).allSatisfy(hit -> assertThat(hit.score()).isBetween(0f, 1f));
    }
  }

  @Test
  void wrongVectorsAreRefused() {
    assertThatThrownBy(() -> paths(SearchRequest.builder().vector(new float[] {1, 0, 0})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 dimensions")
        .hasMessageContaining("4");
    assertThatThrownBy(() -> paths(SearchRequest.builder().vector(new float[] {1, 1, 0, 0})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("length");
  }

  @Test
  void filtersAloneFindAllPhotosAndNoFailures() {
    SearchResult all = search.search(SearchRequest.builder().build());
    assertThat(all.total()).isEqualTo(5);
    assertThat(all.hits()).allSatisfy(hit -> assertThat(hit.score()).isEqualTo(1));
    assertThat(paths(SearchRequest.builder().path("*broken*"))).isEmpty();
  }

  @Test
  void explainAgreesWithTheHit() {
    SearchRequest request = text("sunset").build();
    Hit hit = search.search(request).hits().getFirst();
    assertThat(search.explain(request, hit).getValue().floatValue()).isEqualTo(hit.score());
  }
}
