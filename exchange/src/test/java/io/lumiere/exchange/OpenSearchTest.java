package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import io.lumiere.schema.Words;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export in a real OpenSearch holds, finds and orders what the index does. */
class OpenSearchTest {
  private static final int PHOTOS = 1500;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path temp;
  private static OpenSearchNode node;
  private static LoadedPhotos loaded;
  private static IndexedPhotos photos;
  private static List<String> lines;

  @BeforeAll
  static void load() throws IOException, InterruptedException {
    node = OpenSearchNode.start();
    Path index = temp.resolve("index");
    TestIndex.write(index, 7, PHOTOS, true);
    photos = IndexedPhotos.open(index);
    List<String> mapping =
        Exchange.lines(index, ExportOptions.DEFAULTS, ExportFormat.OPENSEARCH_MAPPING);
    node.send("PUT", "/photos", String.join("\n", mapping));
    lines = Exchange.lines(index, ExportOptions.DEFAULTS, ExportFormat.OPENSEARCH_BULK);
    loaded = new LoadedPhotos(node);
    loaded.load(lines);
  }

  @AfterAll
  static void end() throws IOException {
    try {
      if (photos != null) {
        photos.close();
      }
    } finally {
      if (node != null) {
        node.close();
      }
    }
  }

  @Test
  void eachPhotoIsThereOnceHoweverOftenItIsLoaded() throws IOException, InterruptedException {
    assertThat(loaded.count("{\"match_all\": {}}")).isEqualTo(photos.all().size());
    loaded.load(lines);
    assertThat(loaded.count("{\"match_all\": {}}")).isEqualTo(photos.all().size());
  }

  @Test
  void everyFieldOfAPhotoIsAsTheIndexHasIt(@Seeded Random random)
      throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      Photo photo = photos.all().get(random.nextInt(photos.all().size()));
      JsonNode hit = loaded.hit(photo.id());
      for (PhotoField<?> field : PhotoFields.all()) {
        JsonNode source = hit.get("_source").path(field.name());
        List<?> values = field.of(photo);
        if (values.isEmpty()) {
          assertThat(source.isMissingNode() || field.name().matches("vector|failure_.*"))
              .describedAs("%s of %s", field.name(), photo.id())
              .isTrue();
        } else if (values.getFirst() instanceof String) {
          assertThat(LoadedPhotos.texts(source)).describedAs(field.name()).isEqualTo(values);
        } else if (values.getFirst() instanceof Double number) {
          assertThat(source.asDouble()).describedAs(field.name()).isEqualTo(number);
        }
        if (LoadedPhotos.isInColumn(field)) {
          assertThat(LoadedPhotos.column(hit, field))
              .describedAs(field.name())
              .isEqualTo(LoadedPhotos.asInColumn(values));
        }
      }
      assertVectorIs(photos.vector(photo.id(), "vector"), hit.get("_source").path("vector"));
      assertVectorIs(photos.vector(photo.id(), "vector_2"), hit.get("_source").path("vector_2"));
    }
  }

  private static void assertVectorIs(float[] expected, JsonNode source) {
    assertThat(source.isMissingNode()).isEqualTo(expected == null);
    if (expected != null) {
      float[] vector = new float[source.size()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = source.get(i).floatValue();
      }
      assertThat(vector).containsExactly(expected);
    }
  }

  @Test
  void aWordIsFoundInAsManyPhotos(@Seeded Random random) throws IOException, InterruptedException {
    for (String field : List.of("title", "description", "filename", "people", "place", "camera")) {
      List<String> terms = photos.words(field);
      assertThat(terms).isNotEmpty();
      for (int i = 0; i < 10; i++) {
        String term = terms.get(random.nextInt(terms.size()));
        assertThat(
                loaded.count(
                    "{\"term\": {\"" + field + "\": " + JSON.writeValueAsString(term) + "}}"))
            .describedAs("%s:%s", field, term)
            .isEqualTo(photos.countOfTerm(field, term));
      }
    }
  }

  @Test
  void captionsOfManyLanguagesHaveTheSameWords() throws IOException, InterruptedException {
    Analyzer analyzer = Words.analyzer();
    for (String caption : ManyLanguages.CAPTIONS) {
      ObjectNode request = JSON.createObjectNode();
      request.put("analyzer", "lumiere_words").put("text", caption);
      List<String> tokens = new ArrayList<>();
      node.send("POST", "/photos/_analyze", request.toString())
          .get("tokens")
          .forEach(token -> tokens.add(token.get("token").asText()));
      List<String> words = tokens(analyzer, caption);
      words.remove(""); // A sign of length that stands alone, of which nothing is left.
      assertThat(tokens).describedAs(caption).isEqualTo(words);
    }
  }

  private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("words", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    }
    return tokens;
  }

  @Test
  void pluralsMeetTheirSingulars() throws IOException, InterruptedException {
    JsonNode tokens =
        node.send(
                "POST",
                "/photos/_analyze",
                "{\"analyzer\": \"lumiere_english\", \"text\": \"Beaches and café dogs\"}")
            .get("tokens");
    assertThat(tokens.findValuesAsText("token")).containsExactly("beach", "and", "cafe", "dog");
  }

  @Test
  void filtersKeepTheSamePhotos(@Seeded Random random) throws IOException, InterruptedException {
    for (int i = 0; i < 20; i++) {
      int year = random.nextInt(1905, 2035);
      Query inYear =
          LongField.newRangeQuery(
              Fields.TAKEN,
              LocalTimes.startOf(LocalDate.of(year, 1, 1)),
              LocalTimes.endOf(LocalDate.of(year, 12, 31)));
      assertThat(
              loaded.count(
                  "{\"range\": {\"taken\": {\"gte\": \"%d\", \"lt\": \"%d\"}}}"
                      .formatted(year, year + 1)))
          .isEqualTo(photos.count(inYear));
      double latitude = random.nextDouble(-80, 80);
      double longitude = random.nextDouble(-180, 180);
      assertThat(
              loaded.count(
                  "{\"geo_distance\": {\"distance\": \"2000km\", \"location\": [%s, %s]}}"
                      .formatted(longitude, latitude)))
          .isEqualTo(
              photos.count(
                  LatLonPoint.newDistanceQuery(Fields.LOCATION, latitude, longitude, 2e6)));
    }
  }

  @Test
  void namesAndRandomNumbersSortTheSame() throws IOException, InterruptedException {
    assertThat(loaded.ids("{\"size\": 2000, \"sort\": [\"name_order\", \"id\"]}"))
        .isEqualTo(photos.sortedByName());
    assertThat(loaded.ids("{\"size\": 2000, \"sort\": [\"id_hash\"]}"))
        .isEqualTo(photos.sortedByHash());
  }

  @Test
  void theNearestAreTheSame(@Seeded Random random) throws IOException, InterruptedException {
    for (int i = 0; i < 20; i++) {
      for (EmbeddingModel model : List.of(RichPhotos.FIRST, RichPhotos.SECOND)) {
        String field = model.equals(RichPhotos.FIRST) ? "vector" : "vector_2";
        float[] target = new RichPhotos(random.nextLong()).vector(model);
        assertNearest(field, target, exact(field, target));
        assertNearest(
            field,
            target,
            "{\"knn\": {\"%s\": {\"vector\": %s, \"k\": %d}}}"
                .formatted(field, Arrays.toString(target), PHOTOS));
      }
    }
  }

  private static String exact(String field, float[] target) {
    return """
    {"script_score": {
      "query": {"exists": {"field": "%s"}},
      "script": {"source": "knn_score", "lang": "knn", "params":
        {"field": "%s", "query_value": %s, "space_type": "innerproduct"}}}}\
    """
        .formatted(field, field, Arrays.toString(target));
  }

  /** At each rank stands a photo as near as the index's, in float's precision. */
  private static void assertNearest(String field, float[] target, String query)
      throws IOException, InterruptedException {
    List<String> found = loaded.ids("{\"size\": 10, \"_source\": false, \"query\": " + query + "}");
    List<Double> expected = photos.nearest(field, target, 10);
    assertThat(found).hasSize(10).doesNotHaveDuplicates();
    for (int i = 0; i < 10; i++) {
      assertThat(IndexedPhotos.dot(target, photos.vector(found.get(i), field)))
          .isCloseTo(expected.get(i), within(1e-6));
    }
  }

  /** Search and answer as the page on export shows them. */
  @Test
  void theExampleOfTheDocumentationFindsPhotos(@Seeded Random random)
      throws IOException, InterruptedException {
    String page = Files.readString(Path.of("..", "docs", "exchange.md"));
    Matcher body = Pattern.compile("_search -d '(\\{.*?\n *})'", Pattern.DOTALL).matcher(page);
    assertThat(body.find()).isTrue();
    float[] target = new RichPhotos(random.nextLong()).vector(RichPhotos.FIRST);
    JsonNode hits =
        node.send(
                "POST",
                "/photos/_search",
                body.group(1).replace("'\"$VECTOR\"'", Arrays.toString(target)))
            .at("/hits/hits");
    assertThat(hits).isNotEmpty();
    assertThat(hits)
        .allSatisfy(hit -> assertThat(hit.at("/_source/taken").asText()).startsWith("2021-"));
  }
}
