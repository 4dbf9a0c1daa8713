package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.PhotoOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations of photos of which more score the same than a window has room for. */
class ExplainTiesTest {
  private static final int PHOTOS = 6;

  @TempDir Path folder;

  @Test
  void oneThatTheWindowHasNoRoomForIsSaidToBeOutside() throws IOException {
    try (var archive = new TestArchive(folder)) {
      for (int i = 0; i < PHOTOS; i++) {
        archive.addWithoutVector(i + ".jpg", "harbour");
      }
      archive.commit();
    }
    SearchRequest request =
        SearchRequest.builder()
            .text("harbour")
            .limit(1)
            .ranking(ranking -> ranking.window(2))
            .build();
    List<PhotoOutcome> outcomes = new ArrayList<>();
    try (var search = PhotoSearch.open(folder)) {
      for (int i = 0; i < PHOTOS; i++) {
        PhotoExplanation explanation = search.explain(request, i + ".jpg");
        outcomes.add(explanation.outcome());
        assertThat(explanation.inWords().getLast())
            .contains(
                explanation.outcome() == PhotoOutcome.HIT
                    ? "rank 1 of 2; adds 0.9"
                    : "rank 1, outside of the 2 that are looked at");
      }
    }
    assertThat(outcomes).containsOnly(PhotoOutcome.HIT, PhotoOutcome.OUTSIDE_WINDOW);
    assertThat(outcomes).filteredOn(PhotoOutcome.HIT::equals).hasSize(2);
  }

  @Test
  void wordsThatOthersHaveMoreOfAreNotSaidToBeUnwanted() throws IOException {
    try (var archive = new TestArchive(folder)) {
      for (int i = 0; i < PHOTOS; i++) {
        archive.addWithoutVector(i + ".jpg", "dog harbour");
      }
      archive.add("dog.jpg", 0, 0, 0, 1);
      archive.commit();
    }
    SearchRequest request =
        SearchRequest.builder()
            .text("dog harbour")
            .limit(3)
            .ranking(ranking -> ranking.window(3))
            .build();
    try (var search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode)) {
      List<Hit> hits = search.search(request).hits();
      List<PhotoExplanation> explanations = search.explain(request, hits);
      PhotoExplanation dog =
          explanations.stream()
              .filter(explanation -> explanation.photo().equals("dog.jpg"))
              .findFirst()
              .orElseThrow();
      assertThat(dog.inWords().getLast())
          .contains("file's name holds 'dog'", "or those of 3 other photos count for more");
    }
  }
}
