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
import io.lumiere.schema.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code has:} tells a photo that has everything from one that has nothing. */
class HasTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());
  private static final ImageInfo IMAGE = new ImageInfo(4, 3, 1, "jpeg");

  private static PhotoFile file(String path) {
    return new PhotoFile(path, "a".repeat(64), 1, Instant.EPOCH);
  }

  private static Photo full() {
    return Photo.builder("full", file("full.jpg"), IMAGE)
        .taken(new Taken(LocalDateTime.of(2021, 7, 4, 12, 0), null, "exif"))
        .camera(
            Camera.builder()
                .make("Canon")
                .model("EOS")
                .serial("3012345")
                .lens("50mm")
                .iso(100)
                .aperture(2f)
                .exposure(0.1)
                .focalLength(50f)
                .focalLength35(75f)
                .flash(true)
                .software("1")
                .build())
        .place(
            new Place(1, 2, 3.0, new PlaceNames("JP", "Japan", "Kyoto", "Kyoto", List.of("Kyoto"))))
        .caption(
            Caption.builder()
                .title("t")
                .description("d")
                .keywords(List.of("k"))
                .people(List.of("Ann"))
                .creators(List.of("c"))
                .copyright("c")
                .rating(3)
                .label("Red")
                .build())
        .notes(List.of("an XMP block is broken"))
        .build();
  }

  @Test
  void everythingThatAPhotoMayHave(@TempDir Path folder) throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add(full(), 1, 1, 1, 1);
      archive.add(Photo.builder("bare", file("bare.jpg"), IMAGE).build(), 1, 1, 1, 1);
      archive.commit();
    }
    String message = PARSER.parse("has:qwrtzuiop").problems().getFirst().text();
    List<String> choices = List.of(message.substring(message.indexOf(" one of ") + 8).split(", "));
    assertThat(choices).contains("note", "people", "date", "iso", "city");
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (String choice : choices) {
        SearchRequest request =
            new SearchRequestBuilder().query(PARSER.parse("has:" + choice).orThrow()).build();
        assertThat(search.search(request).hits())
            .as(choice)
            .singleElement()
            .satisfies(hit -> assertThat(hit.photo().id()).isEqualTo("full"));
      }
    }
  }
}
