package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
  @TempDir Path temp;
  private Path index;

  @BeforeEach
  void write() {
    index = temp.resolve("index");
    TestIndex.write(index, 7, 120, true);
  }

  @Test
  void everyFieldOfTheSchemaIsAColumnOrFollowsFromOne() {
    Set<String> names = new TreeSet<>();
    Stream.concat(Columns.photo().stream(), Columns.failure().stream())
        .map(Column::name)
        .forEach(names::add);
    names.addAll(Set.of("vector", "folders", "filename", "camera", "keyword", "location"));
    names.addAll(Set.of("id_hash", "name_order", "person", "schema"));
    names.addAll(Set.of("name", "language", "note_count"));
    assertThat(names)
        .isEqualTo(new TreeSet<>(PhotoFields.all().stream().map(PhotoField::name).toList()));
  }

  @Test
  void onlyTheFirstLineSaysWhereItComesFrom() {
    List<String> lines = Exchange.lines(index, ExportOptions.DEFAULTS);
    assertThat(lines).hasSize(118);
    assertThat(lines.getFirst())
        .startsWith("{\"lumiere\":{\"lumiere.archive\":\"/photos\"")
        .contains("\"lumiere.schema\":\"" + IndexMetadata.SCHEMA_VERSION + "\"");
    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(line -> assertThat(line).startsWith("{\"id\":\"id-").doesNotContain("lumiere"));
  }

  @Test
  void onlyNamedFieldsAndAVectorsModel() {
    assertThat(
            Exchange.lines(index, ExportOptions.DEFAULTS.withFields(List.of("path", "vector_2"))))
        .allSatisfy(line ->
            assertThat(line)
                .matches(
                    "\\{\"path\":\"[^\"]+\"(,\"vector_2_model\":\"second@(b2){32}\","
                        + "\"vector_2\":\\[[-0-9.,E]+])?}"));
  }

  @Test
  void namedFieldsAndFailures() {
    List<String> lines =
        Exchange.lines(
            index, ExportOptions.DEFAULTS.withFields(List.of("path")).withFailures(true));
    assertThat(lines).hasSize(123);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("{\"failure_path\":\"broken/"))
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).contains("\"failure_reason\":\"it is\\nbroken\""));
  }

  @Test
  void aFilterKeepsPhotosAndNoFailures() {
    PrefixQuery filter = new PrefixQuery(new Term(Fields.PATH, "trips/Straße 3/"));
    assertThat(
            Exchange.lines(
                index, ExportOptions.DEFAULTS.withFilter(filter).withFields(List.of("path"))))
        .hasSizeBetween(10, 20)
        .allSatisfy(line -> assertThat(line).startsWith("{\"path\":\"trips/Straße 3/"));
  }

  @Test
  void withoutVectors() {
    assertThat(Exchange.lines(index, ExportOptions.DEFAULTS.withVectors(false)))
        .noneSatisfy(line -> assertThat(line).contains("\"vector\""));
  }

  @Test
  void aFileThatIsStoppedLeavesNothing() throws IOException {
    Path file = Files.writeString(temp.resolve("photos.jsonl"), "as it was");
    int[] asked = {0};
    ExportReport report =
        new Exporter(index, ExportOptions.DEFAULTS)
            .toFile(
                file, ExportFormat.JSONL, ExchangeProgress.Listener.NONE, () -> ++asked[0] > 50);
    assertThat(report.stopped()).isTrue();
    assertThat(file).hasContent("as it was");
    assertThat(temp.toFile().list()).containsExactlyInAnyOrder("index", "photos.jsonl");
  }

  @Test
  void aLinkToAFileStaysALink() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("large disk"));
    Path there = Files.writeString(folder.resolve("2026.jsonl"), "as it was");
    Path link = Files.createSymbolicLink(temp.resolve("latest.jsonl"), there);
    Path next = Files.createSymbolicLink(temp.resolve("next.jsonl"), Path.of("latest.jsonl"));
    Path lost =
        Files.createSymbolicLink(temp.resolve("lost.jsonl"), Path.of("large disk/none.jsonl"));
    for (Path file : List.of(next, lost)) {
      Exchange.export(index, file, ExportOptions.DEFAULTS);
      assertThat(file).isSymbolicLink();
      assertThat(Files.readAllLines(file.toRealPath())).hasSize(118);
    }
    assertThat(link).isSymbolicLink();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("2026.jsonl", "none.jsonl");
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    assertThatThrownBy(() ->
            new Exporter(index, ExportOptions.DEFAULTS)
                .toFile(
                    Path.of("/dev/null"),
                    ExportFormat.JSONL,
                    ExchangeProgress.Listener.NONE,
                    () -> false))
        .isInstanceOf(LumiereException.class)
        .hasMessage("/dev/null is a device or a pipe: name a file");
    Path circle = temp.resolve("circle.jsonl");
    Files.createSymbolicLink(circle, circle);
    assertThatThrownBy(() -> Exchange.export(index, circle, ExportOptions.DEFAULTS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("circle.jsonl is a link that leads to no file");
  }

  @Test
  void aFileThatFailsLeavesNothing() {
    Path file = temp.resolve("photos.jsonl");
    assertThatThrownBy(() ->
            new Exporter(index, ExportOptions.DEFAULTS)
                .toFile(
                    file,
                    ExportFormat.JSONL,
                    progress -> {
                      throw new IllegalStateException("no more");
                    },
                    () -> false))
        .hasMessage("no more");
    assertThat(temp.toFile().list()).containsExactly("index");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> Exchange.lines(temp.resolve("none"), ExportOptions.DEFAULTS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there is no index at");
    assertThatThrownBy(() ->
            Exchange.lines(index, ExportOptions.DEFAULTS.withFields(List.of("path", "colour"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no field colour to export: fields are id, path,");
    assertThatThrownBy(() -> ExchangeFormat.of(Path.of("photos.jpg")))
        .hasMessageContaining(".jsonl.gz")
        .hasFieldOrPropertyWithValue("fault", Fault.FORMAT_UNKNOWN);
    assertThatThrownBy(
            () -> Exchange.export(index, temp.resolve("no/such.jsonl"), ExportOptions.DEFAULTS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there is no folder");
  }
}
