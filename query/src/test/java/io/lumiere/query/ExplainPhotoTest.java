package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.PhotoOutcome;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why photos are hits, and why they are none, on random photos of known kinds. */
class ExplainPhotoTest {
  private static final int PHOTOS = 200;

  private final long seed = Seeds.ofRun();
  @TempDir static Path folder;
  private static PhotoSearch search;

  @BeforeAll
  static void open() throws IOException {
    Random random = Seeds.random("ExplainPhotoTest");
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < PHOTOS; i++) {
        boolean isTitled = i % 10 == 0;
        archive.add(
            "trip/" + i + ".jpg",
            i % 2 == 0 ? "2021-07-0" + (1 + i % 9) + "T10:00" : null,
            Camera.UNKNOWN,
            new Caption(
                isTitled ? "Harbour at dusk" : null,
                i % 20 == 5 ? "a dog in the harbour" : null,
                i % 20 == 0 ? List.of("boats") : List.of()),
            random.nextFloat() + 0.1f,
            random.nextFloat(),
            random.nextFloat(),
            random.nextFloat());
        if (i % 70 == 0) {
          archive.commit();
        }
      }
      archive.addFailure("trip/broken.jpg", "not a JPEG file");
      archive.delete("trip/7.jpg");
      archive.commit();
    }
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterAll
  static void close() {
    search.close();
  }

  private static SearchRequestBuilder text(String text) {
    return SearchRequest.builder().text(text);
  }

  private static SearchRequestBuilder written(String text) {
    return SearchRequest.builder().query(new QueryParser(Clock.systemUTC()).parse(text).orThrow());
  }

  private PhotoExplanation explain(SearchRequestBuilder request, String photo) {
    return search.explain(request.build(), photo);
  }

  @Test
  void hitsHaveTheirRankScoreAndLegs() {
    for (Fusion fusion :
        List.of(Fusion.reciprocalRank(), Fusion.weightedSum(), Fusion.probabilisticSum())) {
      for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
        SearchRequestBuilder request =
            text("harbour boats").ranking(ranking -> ranking.fusion(fusion)).sort(sort).limit(300);
        List<Hit> hits = search.search(request.build()).hits();
        List<PhotoExplanation> explained = search.explain(request.build(), hits);
        for (int i = 0; i < hits.size(); i += 17) {
          Hit hit = hits.get(i);
          PhotoExplanation one = explain(request, hit.photo().id());
          String what = fusion + " " + sort + " " + hit.photo().file().path() + ", seed " + seed;
          assertThat(one.outcome()).as(what).isEqualTo(PhotoOutcome.HIT);
          assertThat(one.rank()).as(what).isEqualTo(hit.rank());
          assertThat(one.score()).as(what).isCloseTo(hit.score(), within(1e-6f));
          assertThat(one.legs()).as(what).hasSameSizeAs(hit.legs());
          assertThat(explained.get(i).legs()).isEqualTo(hit.legs());
          assertThat(explained.get(i).words()).isEqualTo(one.words());
        }
      }
    }
  }

  /** What the words count adds up to the score of the leg of words. */
  @Test
  void wordsAddUpToTheirLegsScore() {
    for (String text :
        List.of(
            "harbour boats dog",
            "(cat OR harbour) boats",
            "(harbour dusk) OR boats dog",
            "harbor~ boa*")) {
      SearchRequestBuilder request = written(text).limit(300);
      List<Hit> hits = search.search(request.build()).hits();
      List<PhotoExplanation> explained = search.explain(request.build(), hits);
      for (int i = 0; i < hits.size(); i++) {
        double sum = explained.get(i).words().stream().mapToDouble(WordShare::counts).sum();
        LegShare words = hits.get(i).legs().getLast();
        assertThat(words.leg()).isEqualTo("words");
        assertThat(sum)
            .as("%s: %s, seed %d", text, explained.get(i), seed)
            .isCloseTo(words.score(), within(1e-5));
      }
    }
    assertThat(explain(text("harbour boats"), "trip/0.jpg").words())
        .extracting(word -> word.field() + " " + word.word())
        .containsExactly("title harbour", "keywords boats");
    assertThat(explain(text("harbour"), "trip/5.jpg").inWords())
        .anySatisfy(line ->
            assertThat(line).startsWith("its words: description holds 'harbour', which counts"));
  }

  @Test
  void theCosineAndItsChanceAreSaid() {
    PhotoExplanation explanation = explain(text("dog"), "trip/1.jpg");
    LegShare shown = explanation.legs().getFirst();
    assertThat(shown.chance())
        .isCloseTo((float) Calibration.DEFAULT.text().apply(shown.score()), within(1e-6f));
    assertThat(explanation.inWords())
        .contains(
            String.format(
                Locale.ROOT,
                "what it shows: cosine %.3f to what was searched for, a chance of %.2f on the"
                    + " model's scale, rank %d of 199; adds %.3f",
                shown.score(),
                shown.chance(),
                shown.rank(),
                shown.share()));
  }

  @Test
  void eachFilterThatLeavesItOutIsSaid() {
    PhotoExplanation two =
        explain(
            written("harbour iso:>800 -type:jpeg").from(LocalDate.of(2021, 8, 1)).path("x/**"),
            "trip/2.jpg");
    assertThat(two.outcome()).isEqualTo(PhotoOutcome.FILTERED);
    assertThat(two.reasons())
        .containsExactly(
            "the search keeps only photos with ISO above 800: its ISO is not known",
            "the search keeps only photos without type jpeg: its type is jpeg",
            "the search keeps only photos taken on 2021-08-01 or later: it was taken on"
                + " 2021-07-03 10:00",
            "the search keeps only photos whose path matches x/**: its path is trip/2.jpg");
    assertThat(explain(written("\"golden gate\""), "trip/2.jpg").reasons())
        .containsExactly("the search keeps only photos whose words have \"golden gate\"");
    assertThat(explain(text("dog").like("trip/2.jpg"), "trip/2.jpg").reasons())
        .containsExactly("it is one of the photos that others are to be like or unlike");
    assertThat(explain(written("has:date"), "trip/1.jpg").outcome())
        .isEqualTo(PhotoOutcome.FILTERED);
    assertThat(explain(written("has:date"), "trip/2.jpg").outcome()).isEqualTo(PhotoOutcome.HIT);
  }

  @Test
  void aLowScoreIsSaid() {
    PhotoExplanation low = explain(text("dog").minScore(0.9999f), "trip/1.jpg");
    assertThat(low.outcome()).isEqualTo(PhotoOutcome.BELOW_MIN_SCORE);
    assertThat(low.reasons()).containsExactly("the lowest score asked for is 0.9999");
    assertThat(low.score()).isCloseTo(explain(text("dog"), "trip/1.jpg").score(), within(1e-6f));
  }

  /** Outside of the window, the rank is the one that a wide window gives. */
  @Test
  void outsideOfTheWindowTheRankIsSaid() {
    SearchRequestBuilder wide =
        text("dog").target(target -> target.inWords(false)).path("trip/1*").limit(300);
    SearchRequestBuilder narrow =
        text("dog")
            .target(target -> target.inWords(false))
            .path("trip/1*")
            .limit(1)
            .ranking(ranking -> ranking.window(5));
    for (Hit hit : search.search(wide.build()).hits()) {
      PhotoExplanation explanation = explain(narrow, hit.photo().file().path());
      LegShare leg = explanation.legs().getFirst();
      assertThat(leg.rank()).as("seed %d", seed).isEqualTo(hit.legs().getFirst().rank());
      assertThat(leg.score()).isCloseTo(hit.similarity(), within(1e-5f));
      assertThat(explanation.outcome())
          .isEqualTo(leg.rank() <= 5 ? PhotoOutcome.HIT : PhotoOutcome.OUTSIDE_WINDOW);
      if (leg.rank() > 5) {
        assertThat(explanation.inWords().getLast())
            .contains("rank " + leg.rank() + ", outside of the 5 that are looked at");
      }
    }
    PhotoExplanation far =
        explain(
            text("dog")
                .target(target -> target.inWords(false))
                .ranking(ranking -> ranking.minSimilarity(0.9999f)),
            "trip/1.jpg");
    assertThat(far.reasons().getFirst()).contains("is below the lowest asked for, 0.9999");
  }

  @Test
  void whatTheIndexDoesNotHoldIsSaid() {
    PhotoExplanation failed = explain(text("dog"), "trip/broken.jpg");
    assertThat(failed.outcome()).isEqualTo(PhotoOutcome.FAILED);
    assertThat(failed.inWords()).contains("not a JPEG file");
    PhotoExplanation missing = explain(text("dog"), "trip/12.jpeg");
    assertThat(missing.outcome()).isEqualTo(PhotoOutcome.NOT_IN_INDEX);
    assertThat(explain(text("dog"), "trip/7.jpg").outcome()).isEqualTo(PhotoOutcome.NOT_IN_INDEX);
    try (PhotoSearch words = PhotoSearch.open(folder)) {
      SearchRequest request = text("harbour").build();
      assertThat(words.explain(request, "trip/0.jpg").outcome()).isEqualTo(PhotoOutcome.HIT);
      assertThat(words.explain(request, "trip/1.jpg").outcome()).isEqualTo(PhotoOutcome.NO_MATCH);
      assertThat(words.explain(text("...").build(), "trip/1.jpg").outcome())
          .isEqualTo(PhotoOutcome.NO_MATCH);
    }
  }

  @Test
  void wordsThatAreNotWantedCountForNothing() {
    PhotoExplanation explanation = explain(written("dog -harbour"), "trip/5.jpg");
    assertThat(explanation.outcome()).isEqualTo(PhotoOutcome.HIT);
    assertThat(explanation.inWords().getLast())
        .contains("'dog'", "count for nothing: others of its words are not wanted");
  }

  @Test
  void aDiverseOrderIsSaidToMoveAHit() {
    SearchRequestBuilder diverse = text("dog").diversify(0.5);
    Hit last = search.search(diverse.build()).hits().getLast();
    assertThat(explain(diverse, last.photo().id()).reasons())
        .containsExactly("that is its place by score: in a diverse order it may stand elsewhere");
  }
}
