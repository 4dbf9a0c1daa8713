package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is marked in one photo with words of all kinds. */
class HighlightSearchTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());
  private static final Caption CAPTION =
      Caption.builder()
          .title("A harbour at dusk, the old harbour wall")
          .description("Les cafés du port; 海边的日落很美")
          .keywords(List.of("old bridge", "sea", "at dusk"))
          .people(List.of("Grandma Zelda"))
          .creators(List.of("Zoë Ångström"))
          .copyright("All rights reserved")
          .build();

  @TempDir static Path folder;

  @BeforeAll
  static void index() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("other/IMG_1.jpg", 1, 1, 1, 1);
      archive.commit();
      archive.add(
          Photo.builder(
                  "it",
                  new PhotoFile(
                      "Trips 2021/oldTown/DSC01234_myHarbour2.v1.jpg",
                      "b".repeat(64),
                      1,
                      Instant.EPOCH),
                  new ImageInfo(4, 3, 1, "jpeg"))
              .camera(
                  Camera.builder().make("Canon").model("EOS R5").lens("EF 50mm").iso(100).build())
              .place(
                  new Place(
                      38.7,
                      -9.1,
                      null,
                      new PlaceNames(
                          "PT",
                          "Portugal",
                          "Lisboa",
                          "Lisbon",
                          List.of("Lisbon", "里斯本", "Portugal"))))
              .caption(CAPTION)
              .build(),
          1,
          0,
          0,
          0);
      archive.commit();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          harbour         | title: A [harbour] at dusk, the old [harbour] wall; filename: DSC01234_my[Harbour]2.v1.jpg
          HÂRBOUR         | title: A [harbour] at dusk, the old [harbour] wall; filename: DSC01234_my[Harbour]2.v1.jpg
          "at dusk"       | title: A harbour [at dusk], the old harbour wall; keywords: [at dusk]
          "dusk sea"      |
          "sea at"        |
          "dusk the old"  | title: A harbour at [dusk, the old] harbour wall
          CAFES           | description: Les [cafés] du port, 海边的日落很美
          日落            | description: Les cafés du port, 海边的[日落]很美
          里斯本 的日落   | description: Les cafés du port, 海边的[日落]很美; place: [里斯本]
          myHarbour2      | filename: DSC01234_[myHarbour2].v1.jpg
          "my harbour"    | filename: DSC01234_[myHarbour]2.v1.jpg
          dsc01234        | filename: [DSC01234]_myHarbour2.v1.jpg
          01234           | filename: DSC[01234]_myHarbour2.v1.jpg
          V1              | filename: DSC01234_myHarbour2.[v1].jpg
          oldtown         | folders: Trips 2021/[oldTown]
          town            | folders: Trips 2021/old[Town]
          brid*           | keywords: old [bridge]
          dus*            | title: A harbour at [dusk], the old harbour wall; keywords: at [dusk]
          harbuor~        | title: A [harbour] at dusk, the old [harbour] wall; filename: DSC01234_my[Harbour]2.v1.jpg
          zelda           | people: Grandma [Zelda]
          people:grandma  | people: [Grandma] Zelda
          angstrom        | creator: Zoë [Ångström]
          eos canon       | camera: [Canon] [EOS] R5
          title:old       | title: A harbour at dusk, the [old] harbour wall
          keyword:old,sea | keywords: [old] bridge; keywords: [sea]
          sea OR angstrom | keywords: [sea]; creator: Zoë [Ångström]
          sea -people     | keywords: [sea]
          sea -old        |
          title:old -absent | title: A harbour at dusk, the [old] harbour wall
          title:old OR iso:>800 | title: A harbour at dusk, the [old] harbour wall
          (title:old iso:>800) OR sea* | keywords: [sea]
          -title:absent   |
          iso:100         |
          camera:canon    | camera: [Canon] EOS R5
          "harbour wall" wall | title: A harbour at dusk, the old [harbour wall]
          """)
  void justWhatMatchedIsMarked(String query, String marked) throws IOException {
    assertThat(marked(SearchRequest.builder().query(PARSER.parse(query))))
        .containsExactlyInAnyOrder(marked == null ? new String[0] : marked.split("; "));
  }

  @Test
  void filtersOfTheRequestAreMarked() {
    assertThat(
            marked(
                SearchRequest.builder()
                    .filter(new TermQuery(new Term("copyright", "reserved")))
                    .camera("canon r5")))
        .containsExactly("camera: [Canon] EOS [R5]", "copyright: All rights [reserved]");
  }

  @Test
  void nothingIsMarkedUnasked() {
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      SearchResult result = search.search(SearchRequest.builder().text("harbour").build());
      assertThat(result.hits()).hasSize(1);
      assertThat(result.hits().getFirst().highlights()).isEmpty();
    }
  }

  private static List<String> marked(SearchRequestBuilder request) {
    try (PhotoSearch search = PhotoSearch.open(folder, null, TestArchive::encode)) {
      return search.search(request.highlight(true).build()).hits().stream()
          .filter(hit -> hit.photo().id().equals("it"))
          .flatMap(hit -> hit.highlights().stream())
          .map(found -> found.field() + ": " + found.marked("[", "]").replace(';', ','))
          .toList();
    }
  }
}
