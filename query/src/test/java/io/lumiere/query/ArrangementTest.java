package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What groups, near duplicates and diverse orders do at their edges, and what they refuse. */
class ArrangementTest {
  @TempDir Path folder;
  private TestArchive archive;
  private PhotoSearch search;

  @BeforeEach
  void open() throws IOException {
    archive = new TestArchive(folder);
    archive.commit();
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    archive.close();
  }

  private void commit() throws IOException {
    archive.commit();
    search.refresh();
  }

  /** Photos a minute apart, each turned by an angle from the one before. */
  private void addSeries(int photos, double radians) throws IOException {
    LocalDateTime start = LocalDateTime.of(2021, 7, 4, 12, 0);
    for (int i = 0; i < photos; i++) {
      Photo photo =
          Photo.builder(
                  "id" + i,
                  new PhotoFile(i + ".jpg", String.format("%064d", i), 1000, Instant.EPOCH),
                  new ImageInfo(40, 30, 1, "jpeg"))
              .taken(new Taken(start.plusMinutes(i), null, "exif"))
              .build();
      archive.add(photo, (float) Math.cos(i * radians), (float) Math.sin(i * radians), 0, 0);
    }
    commit();
  }

  private static SearchRequestBuilder oldest() {
    return SearchRequest.builder().sort(SearchRequest.Sort.OLDEST);
  }

  private List<String> ids(SearchRequestBuilder request) {
    return search.search(request.build()).hits().stream().map(hit -> hit.photo().id()).toList();
  }

  @Test
  void anEmptyResultHasNoGroups() throws IOException {
    assertThat(search.search(oldest().group(GroupBy.DAY, 2).collapse().build()).groups()).isZero();
    addSeries(3, 0.1);
    SearchRequestBuilder nothing = oldest().year(1999).collapse();
    for (GroupBy by : GroupBy.values()) {
      assertThat(search.search(nothing.group(by, 2).build()).hits()).isEmpty();
    }
    assertThat(ids(SearchRequest.builder().text("dog").year(1999).diversify(0.5).collapse()))
        .isEmpty();
  }

  @Test
  void aSeriesThatDriftsKeepsWhatItDriftsTo() throws IOException {
    // One photo and the next are near duplicates, one and the next but one are not.
    addSeries(7, 0.1);
    float between = (float) Math.cos(0.15);
    assertThat(ids(oldest().collapse(between))).containsExactly("id0", "id2", "id4", "id6");
    Hit second = search.search(oldest().collapse(between).build()).hits().get(1);
    assertThat(second.alike()).containsExactly("id1", "id3");
  }

  @Test
  void aLongSeriesIsDecidedFromAnyPlace() throws IOException {
    addSeries(600, 0.1);
    float between = (float) Math.cos(0.15);
    // Of a circle's 62 photos, every second one, and in later rounds what falls between them.
    List<String> all = ids(oldest().collapse(between).limit(600));
    SearchResult page = search.search(oldest().collapse(between).limit(5).build());
    List<String> paged = new ArrayList<>(ids(oldest().collapse(between).limit(5)));
    while (page.next() != null) {
      page = search.search(oldest().collapse(between).limit(5).after(page.next()).build());
      page.hits().forEach(hit -> paged.add(hit.photo().id()));
    }
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void manyLikeOneStandBehindIt() throws IOException {
    addSeries(900, 0);
    Hit only = search.search(oldest().collapse().build()).hits().getFirst();
    assertThat(only.alike()).hasSize(899);
    assertThat(search.search(oldest().collapse().build()).next()).isNull();
    assertThat(search.search(oldest().collapse().build()).total()).isEqualTo(900);
  }

  @Test
  void groupsAndDiverseOrdersAreCutByDefault() throws IOException {
    addSeries(16, 0.1);
    int cut =
        search
            .search(SearchRequest.builder().text("sunset").cutoff(Cutoff.automatic()).build())
            .total();
    SearchRequestBuilder grouped = SearchRequest.builder().text("sunset").group(GroupBy.DAY, 1);
    assertThat(search.search(grouped.build()).total()).isEqualTo(cut).isLessThan(16);
    SearchRequestBuilder diverse = SearchRequest.builder().text("sunset").diversify(0.5);
    assertThat(search.search(diverse.build()).total()).isEqualTo(cut);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    SearchRequestBuilder filters = SearchRequest.builder().diversify(0.5);
    assertThatThrownBy(filters::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs scores");
    SearchRequestBuilder sorted =
        SearchRequest.builder().text("dog").sort(SearchRequest.Sort.NEWEST).diversify(0.5);
    assertThatThrownBy(sorted::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave out sort NEWEST");
    SearchRequestBuilder grouped =
        SearchRequest.builder().text("dog").group(GroupBy.DAY, 1).diversify(0.5);
    assertThatThrownBy(grouped::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave out group or diversify");
    SearchRequestBuilder tooLong = SearchRequest.builder().limit(5_000).group(GroupBy.DAY, 3);
    assertThatThrownBy(tooLong::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("take a lower limit");
    assertThatThrownBy(() -> SearchRequest.builder().group(GroupBy.DAY, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SearchRequest.builder().collapse(Float.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SearchRequest.builder().diversify(1.1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
