package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.completion.Completer;
import io.lumiere.query.completion.Completion;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.QueryParser;
import io.lumiere.query.language.WrittenPart;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered at a caret (written as {@code |}), and what parts a search was understood as. */
class HalfWrittenSearchesTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());

  @TempDir Path folder;

  private PhotoSearch search;

  @BeforeEach
  void fill() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      add(archive, 0, "São Paulo", "Zoë Åberg", "red car", "Pixel 6");
      add(archive, 1, "São Paulo", "Ann", "sandcastle", "Pixel 6");
      add(archive, 2, "Santiago", "Ann", "12\" vinyl", "EOS 5D");
      archive.commit();
      add(archive, 3, "New York", "Ann", "red car", "Pixel 7");
      archive.commit();
    }
    search = PhotoSearch.open(folder);
  }

  private static void add(
      TestArchive archive, int i, String city, String person, String keyword, String model)
      throws IOException {
    archive.add(
        Photo.builder(
                "id" + i,
                new PhotoFile("trips/IMG_12" + i + ".jpg", "b".repeat(64), 5, Instant.EPOCH),
                new ImageInfo(4, 3, 1, "jpeg"))
            .place(new Place(1, 2, null, new PlaceNames("XX", "Land", null, city, List.of(city))))
            .camera(Camera.builder().make("Maker").model(model).build())
            .caption(
                Caption.builder()
                    .title("sandy morning")
                    .keywords(List.of(keyword))
                    .people(List.of(person))
                    .build())
            .build(),
        1,
        0,
        0,
        0);
  }

  @AfterEach
  void close() {
    search.close();
  }

  private List<Completion> at(String written) {
    int caret = written.indexOf('|');
    String before = written.substring(0, caret);
    return search.complete(
        before + written.substring(caret + 1), before.codePointCount(0, before.length()));
  }

  /** The search after the first completion that has this label. */
  private String completed(String written, String label) {
    String text = written.replace("|", "");
    Completion taken =
        at(written).stream()
            .filter(completion -> completion.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " is not in " + at(written)));
    int from = text.offsetByCodePoints(0, taken.from());
    int to = text.offsetByCodePoints(0, taken.to());
    return text.substring(0, from) + taken.text() + text.substring(to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          city:sa|                        > São Paulo  > city:"São Paulo"
          sunset -city:SAO|               > São Paulo  > sunset -city:"São Paulo"
          city:Paris,san|                 > Santiago   > city:Paris,Santiago
          (city:san| OR dog)              > Santiago   > (city:Santiago OR dog)
          city:"new y|                    > New York   > city:"New York"
          city="new y|"                   > New York   > city="New York"
          city:s|xyz dog                  > Santiago   > city:Santiago dog
          people:abe|                     > Zoë Åberg  > people:"Zoë Åberg"
          person:zo|                      > Zoë Åberg  > person:"Zoë Åberg"
          camera:pix|                     > Pixel 6    > camera:"Pixel 6"
          place:new|                      > New York   > place:"New York"
          keyword:re|                     > red car    > keyword:"red car"
          is:pano|                        > panorama   > is:panorama
          title:sa|                       > sandy      > title:sandy
          ann|                            > Ann        > people:Ann
          dog sandc|                      > sandcastle > dog keyword:sandcastle
          \uD83C\uDF05 sandc|            > sandcastle > \uD83C\uDF05 keyword:sandcastle
          img_12|                         > img_121.jpg > img_121.jpg
          """)
  void valuesAreCompleted(String written, String label, String expected) {
    assertThat(completed(written, label)).isEqualTo(expected);
  }

  @Test
  void fieldsAreOfferedByTheirNames() {
    assertThat(completed("cam|", fieldLabel("cam|", "camera:"))).isEqualTo("camera:");
    assertThat(at("face|").getFirst().text()).isEqualTo("people:");
    assertThat(at("|").getFirst().kind()).isEqualTo(Completion.Kind.FIELD);
    assertThat(at("sunset |").getFirst().from()).isEqualTo(7);
  }

  private String fieldLabel(String written, String text) {
    return at(written).stream()
        .filter(completion -> completion.text().equals(text))
        .findFirst()
        .orElseThrow()
        .label();
  }

  @Test
  void countsAreThoseOfPhotosAndTheCommonestComesFirst() {
    List<Completion> cities = at("city:|");
    assertThat(cities.stream().map(Completion::label))
        .containsExactly("São Paulo", "New York", "Santiago");
    assertThat(cities.stream().map(Completion::count)).containsExactly(2, 1, 1);
    assertThat(at("keyword:12|")).as("a quote cannot be quoted").isEmpty();
    assertThat(at("nonsense:x|")).isEmpty();
  }

  @Test
  void anythingCanBeHalfWritten(@Seeded Random random) {
    String[] pieces = {
      "city",
      ":",
      "\"",
      "(",
      ")",
      " ",
      "-",
      "OR",
      "san",
      "=",
      ">",
      ",",
      "é",
      "\uD83C\uDF05",
      "~",
      "*"
    };
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(9); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      int length = text.codePointCount(0, text.length());
      int caret = random.nextInt(-1, length + 3);
      List<Completion> found = search.complete(text.toString(), caret);
      assertThat(found.size()).isLessThanOrEqualTo(Completer.MOST);
      assertThat(found)
          .as("'" + text + "' at " + caret + ", seed " + Seeds.ofRun())
          .allSatisfy(completion -> {
            assertThat(completion.from()).isBetween(0, Math.clamp(caret, 0, length));
            assertThat(completion.to()).isBetween(Math.clamp(caret, 0, length), length);
          });
    }
  }

  @Test
  void partsSayWhatASearchWasUnderstoodAs() {
    String text =
        "red sunset -people city:Lisbon date:last june similar:a.jpg \"golden gate\" (cat OR dog)";
    ParsedQuery parsed = PARSER.parse(text);
    assertThat(parsed.parts().stream().map(part -> text.substring(part.from(), part.to())))
        .containsExactly(
            "red sunset",
            "-people",
            "city:Lisbon",
            "date:last june",
            "similar:a.jpg",
            "\"golden gate\"",
            "(cat OR dog)");
    assertThat(parsed.parts().stream().map(WrittenPart::kind))
        .containsExactly(
            WrittenPart.Kind.SHOWS,
            WrittenPart.Kind.AWAY,
            WrittenPart.Kind.FILTER,
            WrittenPart.Kind.FILTER,
            WrittenPart.Kind.SIMILAR,
            WrittenPart.Kind.WORDS,
            WrittenPart.Kind.SHOWS);
    assertThat(parsed.parts().getFirst().label()).isEqualTo("red sunset");
    assertThat(parsed.parts().get(1).label()).isEqualTo("people");
    assertThat(PARSER.parse("IMG (2.JPG").parts()).hasSize(1);
    assertThat(PARSER.parse("city:").parts()).hasSize(1);
  }
}
