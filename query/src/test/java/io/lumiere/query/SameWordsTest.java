package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.QueryParser;
import io.lumiere.query.spelling.Suggestion;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is offered for misspelt and half-written words is the same of one directory and of several
 * that hold the same photos.
 */
class SameWordsTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());
  private static final int PHOTOS = 120;

  private static final List<String> WORDS =
      List.of(
          ("harbour harbor harbours arbour labour lighthouse lighthouses castle cattle castles"
                  + " sunset sunsets sunrise beach beaches peach bench bridge bridges ridge glacier"
                  + " glaciers mountain mountains fountain fountains Zürich zurich café Grandma"
                  + " garden gardens gardener berge bergen étoile étoiles")
              .split(" "));

  private static final TextEncoder KNOWING = TestArchive.knowing("fountane", "montain");

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private final List<TestArchive> archives = new ArrayList<>();
  private final List<ShardsInProcess> shards = new ArrayList<>();

  SameWordsTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    List<List<TestArchive>> cuts = new ArrayList<>();
    for (int count : new int[] {1, 1, 2, 4}) {
      List<TestArchive> cut = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        archives.add(new TestArchive(folder.resolve("a" + archives.size())));
        cut.add(archives.getLast());
      }
      cuts.add(cut);
    }
    for (int i = 0; i < PHOTOS; i++) {
      add(i, cuts);
    }
    for (TestArchive archive : archives) {
      archive.commit();
    }
    for (List<TestArchive> cut : cuts.subList(1, cuts.size())) {
      shards.add(new ShardsInProcess(cut));
    }
  }

  private void add(int photo, List<List<TestArchive>> cuts) throws IOException {
    Camera camera =
        Camera.builder()
            .make(random.nextBoolean() ? "Canon" : "Nikon")
            .model(random.nextBoolean() ? "EOS R5" : "Coolpix " + word())
            .lens(random.nextBoolean() ? "Summilux 50mm" : null)
            .build();
    Caption caption =
        Caption.builder()
            .title(random.nextInt(3) == 0 ? null : word() + " " + word())
            .description(random.nextInt(3) == 0 ? word() + " at the " + word() : null)
            .keywords(List.of(word(), word() + " " + word()))
            .people(random.nextInt(4) == 0 ? List.of("Anna " + word()) : List.of())
            .build();
    String path = word() + "/IMG_" + photo + ".jpg";
    boolean commits = random.nextInt(20) == 0;
    for (List<TestArchive> cut : cuts) {
      TestArchive archive = cut.get(random.nextInt(cut.size()));
      archive.add(path, null, camera, caption, 1, photo, 1, 1);
      if (commits) {
        archive.commit();
      }
    }
  }

  private String word() {
    // Some words are far commoner than others.
    int first = random.nextInt(WORDS.size());
    return WORDS.get(random.nextBoolean() ? first : first / 4);
  }

  @AfterEach
  void close() throws IOException {
    IOUtils.close(shards);
    for (TestArchive archive : archives) {
      archive.close();
    }
  }

  private PhotoSearch open() {
    return PhotoSearch.open(archives.getFirst().folder(), TestArchive.MODEL, KNOWING);
  }

  private static SharedSearch search(ShardsInProcess cut) {
    return new SharedSearch(
        cut,
        new IndexMetadata(TestArchive.MODEL, "/archive"),
        IndexModels.of(TestArchive.MODEL).expect("test", "test"),
        KNOWING,
        Calibration.DEFAULT);
  }

  /** A word with a letter or two left out, added or swapped. */
  private String misspelt() {
    StringBuilder word = new StringBuilder(word());
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = 1 + random.nextInt(word.length() - 2);
      switch (random.nextInt(3)) {
        case 0 -> word.deleteCharAt(at);
        case 1 -> word.insert(at, (char) ('a' + random.nextInt(26)));
        default -> word.insert(at - 1, word.charAt(at)).deleteCharAt(at + 1);
      }
    }
    return word.toString();
  }

  private List<String> queries() {
    List<String> queries =
        new ArrayList<>(
            List.of(
                "camera:cannon",
                "lens:sumilux sunsett",
                "make:nikkon OR haarbour",
                "people:Ana",
                "folder:Norwegy",
                "fountane montain",
                "bech bech",
                "date:2021",
                "\"a lighthuose\" -casle"));
    for (int i = 0; i < 60; i++) {
      String field = List.of("", "", "", "title:", "keyword:", "camera:").get(random.nextInt(6));
      queries.add(field + misspelt() + (random.nextBoolean() ? "" : " " + misspelt()));
    }
    return queries;
  }

  @Test
  void anotherSpellingIsTheSame() {
    int offered = 0;
    try (PhotoSearch alone = open()) {
      for (String query : queries()) {
        ParsedQuery parsed = PARSER.parse(query);
        SearchRequest request = SearchRequest.builder().query(parsed).limit(2).build();
        SearchRequest plain = SearchRequest.builder().text(query).limit(2).build();
        List<Suggestion> expected = alone.search(request).suggestions();
        List<Suggestion> inPlainText = alone.search(plain).suggestions();
        offered += expected.size();
        for (ShardsInProcess cut : shards) {
          String what = "'%s' in %s, seed %s".formatted(query, shards.indexOf(cut), seed);
          SharedSearch search = search(cut);
          assertThat(search.search(request).suggestions()).as(what).isEqualTo(expected);
          assertThat(search.search(plain).suggestions()).as(what).isEqualTo(inPlainText);
          try (ResultOrder order = search.order(request)) {
            assertThat(order.suggestions()).as(what).isEqualTo(expected);
          }
        }
      }
    }
    assertThat(offered).as("seed %s", seed).isGreaterThan(15);
  }

  @Test
  void nothingIsOfferedWhereItIsNotAskedForAndOnLaterPages() {
    SearchRequestBuilder request = SearchRequest.builder().text("lighthuose").limit(1);
    SearchResult first = search(shards.getLast()).search(request.build());
    assertThat(first.suggestions()).hasSize(1);
    assertThat(search(shards.getLast()).search(request.after(first.next()).build()).suggestions())
        .isEmpty();
    SearchRequest silent = SearchRequest.builder().text("lighthuose").suggest(false).build();
    assertThat(search(shards.getLast()).search(silent).suggestions()).isEmpty();
  }

  @Test
  void whatMayBeMeantIsTheSame() {
    List<String> texts =
        new ArrayList<>(
            List.of("", "people:", "camera:", "keyword:", "img", "city:x", "ca", "make:n", "s e"));
    for (int i = 0; i < 40; i++) {
      String word = word();
      String field = List.of("", "", "title:", "keyword:", "people:an").get(random.nextInt(5));
      texts.add(field + word.substring(0, 1 + random.nextInt(word.length())));
    }
    try (PhotoSearch alone = open()) {
      for (String text : texts) {
        int caret = text.codePointCount(0, text.length());
        for (ShardsInProcess cut : shards) {
          assertThat(search(cut).complete(text, caret))
              .as("'%s' in %s, seed %s", text, shards.indexOf(cut), seed)
              .isEqualTo(alone.complete(text, caret));
        }
      }
    }
  }
}
