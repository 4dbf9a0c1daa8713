package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetValue;
import io.lumiere.query.language.QueryParser;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras are told apart by their serial numbers, in indexes that have them and in older ones. */
class CameraSerialTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());

  @TempDir private Path folder;

  private PhotoSearch index(String... serials) throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < serials.length; i++) {
        String serial = serials[i].isEmpty() ? null : serials[i];
        Camera camera = Camera.builder().make("Nikon").serial(serial).build();
        archive.add(i + ".jpg", null, camera, Caption.NONE, 1, 0, 0, 0);
      }
      archive.commit();
    }
    return PhotoSearch.open(folder);
  }

  private static List<String> found(PhotoSearch search, String query) {
    SearchRequest request = SearchRequest.builder().query(PARSER.parse(query).orThrow()).build();
    return search.search(request).hits().stream()
        .map(hit -> hit.photo().file().path())
        .sorted()
        .toList();
  }

  private static FacetCounts serials(PhotoSearch search) {
    Facet facet =
        QueryFields.facets().stream()
            .filter(each -> each.name().equals("serial"))
            .findFirst()
            .orElseThrow();
    return search.search(SearchRequest.builder().facets(facet).build()).facets().getFirst();
  }

  @Test
  void findsPhotosOfOneBody() throws IOException {
    try (PhotoSearch search = index("3012345", "3012399", "", "SN-00A7")) {
      assertThat(found(search, "serial:3012345")).containsExactly("0.jpg");
      assertThat(found(search, "serial:30123*")).containsExactly("0.jpg", "1.jpg");
      assertThat(found(search, "serial:=SN-00A7")).containsExactly("3.jpg");
      assertThat(found(search, "serial:sn-00a7")).containsExactly("3.jpg");
      assertThat(found(search, "serial=sn-00a7")).isEmpty();
      assertThat(found(search, "-has:serial")).containsExactly("2.jpg");
      assertThat(serials(search).values())
          .extracting(FacetValue::label)
          .containsExactly("3012345", "3012399", "SN-00A7");
      assertThat(serials(search).values())
          .extracting(FacetValue::text)
          .containsExactly("serial=3012345", "serial=3012399", "serial=\"SN-00A7\"");
    }
  }

  @Test
  void saysWhichBodyAPhotoIsOf() throws IOException {
    try (PhotoSearch search = index("3012345", "")) {
      SearchRequest request =
          SearchRequest.builder().query(PARSER.parse("serial:77").orThrow()).build();
      assertThat(search.explain(request, "0.jpg").inWords().toString())
          .contains("its camera's serial number is 3012345");
      assertThat(search.explain(request, "1.jpg").inWords().toString())
          .contains("its camera's serial number is not known");
    }
  }

  @Test
  void anIndexWithoutTheFieldFindsNothingByIt() throws IOException {
    try (PhotoSearch search = index("", "")) {
      assertThat(found(search, "serial:3012345")).isEmpty();
      assertThat(found(search, "has:serial")).isEmpty();
      assertThat(found(search, "-has:serial")).containsExactly("0.jpg", "1.jpg");
      assertThat(found(search, "make:nikon -serial:3012345")).containsExactly("0.jpg", "1.jpg");
      assertThat(serials(search).values()).isEmpty();
      assertThat(serials(search).missing()).isEqualTo(2);
    }
  }
}
