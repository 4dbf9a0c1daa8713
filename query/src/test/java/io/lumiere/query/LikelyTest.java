package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.CutoffReport.Outcome;
import io.lumiere.query.hybrid.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search by relevance says where the likely matches end, and leaves none out. */
class LikelyTest {
  private static final int PHOTOS = 12;

  @TempDir static Path folder;
  private static PhotoSearch search;

  @BeforeAll
  static void index() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < PHOTOS; i++) {
        archive.add("p" + i + ".jpg", i < 4 ? 1 : 0.2f, 0.01f, i < 4 ? 0.01f : 1, 0.01f);
      }
      archive.commit();
    }
    Calibration calibration =
        new Calibration(new Scale.Logistic(0.6, 0.1), new Scale.Logistic(0.75, 0.05));
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode, calibration);
  }

  @AfterAll
  static void close() {
    search.close();
  }

  @Test
  void hitsBelowTheCutAreMarkedAndStay() {
    SearchResult result =
        search.search(SearchRequest.builder().likely(true).text("sunset").build());
    assertThat(result.total()).isEqualTo(PHOTOS);
    assertThat(result.cutoff()).isNull();
    assertThat(result.likely()).isNotNull();
    assertThat(Objects.requireNonNull(result.likely()).outcome()).isEqualTo(Outcome.CUT);
    assertThat(result.hits())
        .hasSize(PHOTOS)
        .allSatisfy(hit -> assertThat(hit.belowCut()).isEqualTo(hit.rank() > 4));
    assertThat(
            search
                .search(
                    SearchRequest.builder()
                        .likely(true)
                        .text("sunset")
                        .cutoff(Cutoff.automatic())
                        .build())
                .hits())
        .hasSize(4)
        .noneMatch(Hit::belowCut);
  }

  @Test
  void pagesAgree() {
    List<Boolean> below = new ArrayList<>();
    SearchRequestBuilder request = SearchRequest.builder().likely(true).text("sunset").limit(3);
    SearchResult page = search.search(request.build());
    page.hits().forEach(hit -> below.add(hit.belowCut()));
    while (page.next() != null) {
      page = search.search(request.after(page.next()).build());
      page.hits().forEach(hit -> below.add(hit.belowCut()));
    }
    assertThat(below).hasSize(PHOTOS);
    assertThat(below.subList(0, 4)).containsOnly(false);
    assertThat(below.subList(4, PHOTOS)).containsOnly(true);
  }

  @Test
  void whereNothingIsLikelyEveryHitIsMarked() {
    SearchResult result = search.search(SearchRequest.builder().likely(true).text("dog").build());
    assertThat(Objects.requireNonNull(result.likely()).outcome()).isEqualTo(Outcome.NO_MATCH);
    assertThat(result.hits()).hasSize(PHOTOS).allMatch(Hit::belowCut);
  }

  @Test
  void nothingIsMarkedThatWasNotAskedFor() {
    SearchResult result = search.search(SearchRequest.builder().text("sunset").build());
    assertThat(result.likely()).isNull();
    assertThat(result.hits()).hasSize(PHOTOS).noneMatch(Hit::belowCut);
  }

  @Test
  void filtersAloneMarkNone() {
    SearchResult result = search.search(SearchRequest.builder().likely(true).build());
    assertThat(result.likely()).isNull();
    assertThat(result.hits()).hasSize(PHOTOS).noneMatch(Hit::belowCut);
  }
}
