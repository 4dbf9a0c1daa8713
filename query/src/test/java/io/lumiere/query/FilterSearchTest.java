package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.LongField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters keep what they should, sorts sort, and pages follow each other. */
class FilterSearchTest {
  @TempDir Path folder;
  private TestArchive archive;
  private PhotoSearch search;

  @BeforeEach
  void fill() throws IOException {
    archive = new TestArchive(folder);
    add("trips/2020/last.jpg", "2020-12-31T23:59:59.999", camera("Canon", "Canon EOS 5D"));
    add("trips/2021/first.jpg", "2021-01-01T00:00", camera("Google", "Pixel 6"));
    add("trips/2021/summer/mid.JPG", "2021-07-04T12:00", camera("Citroën", "Appareil Photo É7"));
    add("2021 [end].png", "2021-12-31T23:59:59.999", Camera.UNKNOWN);
    add("trips/2022/next.jpg", "2022-01-01T00:00", camera("Google", "Pixel 6a"));
    add("undated.jpg", null, Camera.UNKNOWN);
    archive.commit();
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    archive.close();
  }

  private void add(String path, String taken, Camera camera) throws IOException {
    archive.add(path, taken, camera, Caption.NONE, 1, 0, 0, 0);
  }

  private static Camera camera(String make, String model) {
    return Camera.builder().make(make).model(model).build();
  }

  private List<String> names(SearchRequestBuilder request) {
    return search.search(request.build()).hits().stream()
        .map(hit -> hit.photo().file().name())
        .toList();
  }

  private static SearchRequestBuilder request() {
    return SearchRequest.builder();
  }

  @Test
  void aYearHasItsFirstAndItsLastMillisecond() {
    assertThat(names(request().year(2021)))
        .containsExactly("2021 [end].png", "mid.JPG", "first.jpg");
    assertThat(names(request().text("sunset").year(2021))).hasSize(3);
  }

  @Test
  void daysAreInclusiveAtBothEnds() {
    LocalDate day = LocalDate.of(2021, 7, 4);
    assertThat(names(request().from(day).to(day))).containsExactly("mid.JPG");
    assertThat(names(request().from(day.plusDays(1))))
        .containsExactly("next.jpg", "2021 [end].png");
    assertThat(names(request().to(LocalDate.of(2020, 12, 31)))).containsExactly("last.jpg");
    assertThatThrownBy(() -> request().from(day).to(day.minusDays(1)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2021-07-04");
  }

  @Test
  void globs() {
    assertThat(names(request().path("trips/**"))).hasSize(4);
    assertThat(names(request().path("trips/*"))).isEmpty();
    assertThat(names(request().path("trips/*/*.jpg"))).hasSize(3);
    assertThat(names(request().path("**/mid.JPG"))).containsExactly("mid.JPG");
    assertThat(names(request().path("**/undated.jpg"))).containsExactly("undated.jpg");
    assertThat(names(request().path("*.jpg"))).hasSize(4);
    assertThat(names(request().path("*.JPG"))).containsExactly("mid.JPG");
    assertThat(names(request().path("2021 [end].???"))).containsExactly("2021 [end].png");
    assertThat(names(request().path("trips/202?/first.jpg"))).containsExactly("first.jpg");
    assertThat(names(request().path("/trips/2021/first.jpg"))).containsExactly("first.jpg");
    assertThat(names(request().path(""))).isEmpty();
  }

  @Test
  void anyStringIsAGlob(@Seeded Random random) {
    long seed = Seeds.ofRun();
    String alphabet = "*?/ab.[]{}\\|()+^$é\uD83D\uDE00\uD800 ";
    for (int i = 0; i < 300; i++) {
      StringBuilder glob = new StringBuilder();
      random
          .ints(random.nextInt(60), 0, alphabet.length())
          .forEach(at -> glob.append(alphabet.charAt(at)));
      assertThat(search.search(request().path(glob.toString()).build()).total())
          .as("glob '%s', seed %d", glob, seed)
          .isBetween(0, 6);
    }
    assertThat(names(request().path("*i" + "?".repeat(200)))).isEmpty();
    assertThat(names(request().path("*f" + "?".repeat(8)))).containsExactly("first.jpg");
  }

  @Test
  void cameraWordsMustAllMatchWhateverTheirCaseAndAccents() {
    assertThat(names(request().camera("pixel 6"))).containsExactly("next.jpg", "first.jpg");
    assertThat(names(request().camera("GOOGLE"))).hasSize(2);
    assertThat(names(request().camera("google canon"))).isEmpty();
    assertThat(names(request().camera("eos5d"))).containsExactly("last.jpg");
    assertThat(names(request().camera("citroen"))).containsExactly("mid.JPG");
    assertThat(names(request().camera("CÏTROËN e7"))).containsExactly("mid.JPG");
    assertThatThrownBy(() -> names(request().camera("?!")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("?!");
  }

  @Test
  void anyLuceneQueryFilters() {
    assertThat(names(request().text("sunset").filter(LongField.newExactQuery("size", 999))))
        .isEmpty();
    assertThat(names(request().filter(LongField.newExactQuery("size", 1000)))).hasSize(6);
  }

  @Test
  void sortedByDateUndatedLast() {
    List<String> oldest = names(request().text("sunset").sort(SearchRequest.Sort.OLDEST));
    assertThat(oldest)
        .containsExactly(
            "last.jpg", "first.jpg", "mid.JPG", "2021 [end].png", "next.jpg", "undated.jpg");
    assertThat(names(request().sort(SearchRequest.Sort.NEWEST)))
        .startsWith("next.jpg")
        .endsWith("undated.jpg");
  }

  @Test
  void pagesGiveEachHitOnceInEveryOrder() {
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      for (String text : List.of("sunset", "")) {
        List<String> all = names(request().text(text).sort(sort));
        for (int size = 1; size <= 6; size++) {
          assertThat(paged(request().text(text).sort(sort).limit(size)))
              .as("%s '%s' by %d", sort, text, size)
              .isEqualTo(all);
        }
      }
    }
  }

  private List<String> paged(SearchRequestBuilder request) {
    List<String> names = new ArrayList<>();
    SearchResult page = search.search(request.build());
    while (true) {
      for (Hit hit : page.hits()) {
        names.add(hit.photo().file().name());
        assertThat(hit.rank()).isEqualTo(names.size());
      }
      if (page.next() == null) {
        return names;
      }
      page = search.search(request.after(PageToken.parse(page.next().toString())).build());
    }
  }

  @Test
  void aPageFollowsAfterItsLastPhotoIsGone() throws IOException {
    SearchRequestBuilder newest = request().sort(SearchRequest.Sort.NEWEST).limit(2);
    PageToken after = search.search(newest.build()).next();
    archive.delete("2021 [end].png");
    archive.commit();
    assertThat(search.refresh()).isTrue();
    assertThat(names(newest.after(after))).containsExactly("mid.JPG", "first.jpg");
  }

  @Test
  void tokensOfOtherRequestsAreRefused() {
    PageToken after = search.search(request().limit(1).build()).next();
    assertThatThrownBy(() -> names(request().sort(SearchRequest.Sort.OLDEST).after(after)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NEWEST");
    for (String junk : List.of("", "x", "?", "AAAAAAAAAAAAAAAAAAAAAAAA")) {
      assertThatThrownBy(() -> PageToken.parse(junk))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + junk + "'");
    }
  }

  @Test
  void limitsAreChecked() {
    for (int limit : new int[] {-1, 10_001}) {
      assertThatThrownBy(() -> request().limit(limit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("10000");
    }
    assertThat(names(request().text("sunset").limit(10_000))).hasSize(6);
    assertThat(names(request().text("sunset").limit(0))).isEmpty();
    for (float score : new float[] {-0.1f, 1.1f, Float.NaN}) {
      assertThatThrownBy(() -> request().minScore(score))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
