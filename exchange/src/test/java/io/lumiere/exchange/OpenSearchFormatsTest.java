package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported for OpenSearch, without one; {@link OpenSearchTest} has one. */
class OpenSearchFormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path temp;
  private Path index;

  @BeforeEach
  void write() {
    index = temp.resolve("index");
    TestIndex.write(index, 7, 120, true);
  }

  private List<JsonNode> bulk(ExportOptions options) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Exchange.lines(index, options, ExportFormat.OPENSEARCH_BULK)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private JsonNode mapping(ExportOptions options) throws IOException {
    return JSON.readTree(
        String.join("\n", Exchange.lines(index, options, ExportFormat.OPENSEARCH_MAPPING)));
  }

  @Test
  void aPhotoIsAnActionThatNamesItsIdAndADocument() throws IOException {
    List<JsonNode> lines = bulk(ExportOptions.DEFAULTS);
    assertThat(lines).hasSize(2 * 118);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < lines.size(); i += 2) {
      String id = lines.get(i).at("/index/_id").asText();
      assertThat(lines.get(i + 1).get(Fields.ID).asText()).isEqualTo(id);
      ids.add(id);
    }
    assertThat(ids).hasSize(118);
  }

  @Test
  void everyFieldOfTheSchemaIsMappedAndNoDocumentHasAnother() throws IOException {
    JsonNode mappings = mapping(ExportOptions.DEFAULTS).get("mappings");
    assertThat(mappings.get("dynamic").asText()).isEqualTo("strict");
    Set<String> mapped = new TreeSet<>();
    mappings.get("properties").fieldNames().forEachRemaining(mapped::add);
    Set<String> expected = new TreeSet<>(PhotoFields.all().stream().map(PhotoField::name).toList());
    expected.removeIf(name -> name.startsWith("failure_"));
    expected.add("vector_2");
    assertThat(mapped).isEqualTo(expected);

    Set<String> written = new TreeSet<>();
    bulk(ExportOptions.DEFAULTS).forEach(line -> line.fieldNames().forEachRemaining(written::add));
    written.remove("index"); // The action.
    expected.remove("language"); // The random words are of none.
    assertThat(written).isEqualTo(expected);
  }

  @Test
  void vectorsHaveTheirDimensionsAndTheMappingSaysWhoseTheyAre() throws IOException {
    JsonNode mappings = mapping(ExportOptions.DEFAULTS).get("mappings");
    assertThat(mappings.at("/properties/vector/dimension").asInt()).isEqualTo(16);
    assertThat(mappings.at("/properties/vector_2/dimension").asInt()).isEqualTo(5);
    assertThat(mappings.at("/_meta/lumiere").get("lumiere.model.vector_2.id").asText())
        .isEqualTo("second");
  }

  @Test
  void onlyNamedFields() throws IOException {
    ExportOptions some = ExportOptions.DEFAULTS.withFields(List.of("path", "filename", "vector_2"));
    List<JsonNode> lines = bulk(some);
    Set<String> written = new TreeSet<>();
    for (int i = 1; i < lines.size(); i += 2) {
      lines.get(i).fieldNames().forEachRemaining(written::add);
    }
    assertThat(written).containsExactly("filename", "path", "vector_2");
    assertThat(mapping(some).at("/mappings/properties")).hasSize(3);
    assertThatThrownBy(() -> bulk(some.withFields(List.of("path", "vector_model"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no field vector_model to export: fields are id, schema,");
  }

  @Test
  void withoutVectorsThereIsNoGraph() throws IOException {
    ExportOptions none = ExportOptions.DEFAULTS.withVectors(false);
    assertThat(bulk(none)).noneSatisfy(line -> assertThat(line.has("vector")).isTrue());
    assertThat(mapping(none).at("/settings/index")).isEmpty();
    assertThat(mapping(none).toString()).doesNotContain("knn");
  }

  @Test
  void aFileIsCompressedWhereItsNameSaysSo() throws IOException {
    Path file = temp.resolve("photos.bulk.gz");
    new Exporter(index, ExportOptions.DEFAULTS)
        .toFile(file, ExportFormat.OPENSEARCH_BULK, ExchangeProgress.Listener.NONE, () -> false);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).endsWith("}\n"); // OpenSearch asks for it.
      assertThat(text.lines())
          .isEqualTo(Exchange.lines(index, ExportOptions.DEFAULTS, ExportFormat.OPENSEARCH_BULK));
    }
  }

  @Test
  void filesThatCouldNotBeReadAndIdsThatAreTooLongAreRefused() throws IOException {
    assertThatThrownBy(() -> bulk(ExportOptions.DEFAULTS.withFailures(true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no id");
    Path other = temp.resolve("other");
    write(other, "é".repeat(257), LocalDateTime.of(2021, 7, 4, 12, 0));
    assertThatThrownBy(
            () -> Exchange.lines(other, ExportOptions.DEFAULTS, ExportFormat.OPENSEARCH_BULK))
        .isInstanceOf(LumiereException.class)
        .hasMessage("the id of photo a.jpg has 514 bytes: OpenSearch takes ids of at most 512");
  }

  @Test
  void yearsThatOpenSearchDoesNotReadInDatesAreNumbers() throws IOException {
    Path other = temp.resolve("other");
    LocalDateTime taken = LocalDateTime.of(12345, 7, 4, 12, 0);
    write(other, "id", taken);
    assertThat(Exchange.lines(other, ExportOptions.DEFAULTS, ExportFormat.OPENSEARCH_BULK).get(1))
        .contains("\"taken\":" + LocalTimes.toMillis(taken) + ",");
  }

  private static void write(Path folder, String id, LocalDateTime taken) throws IOException {
    Photo like = new RichPhotos(1).photo(1);
    Photo photo =
        Photo.builder(
                id,
                new PhotoFile("a.jpg", like.file().contentHash(), 1, like.file().modified()),
                like.image())
            .taken(new Taken(taken, null, null, "exif", Confidence.HIGH, Precision.TIME))
            .build();
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
      writer.addDocument(
          PhotoDocuments.toDocument(photo, new RichPhotos(1).vector(RichPhotos.FIRST)));
      writer.setLiveCommitData(
          new IndexMetadata(IndexModels.of(RichPhotos.FIRST), "/photos").toUserData().entrySet());
    }
  }
}
