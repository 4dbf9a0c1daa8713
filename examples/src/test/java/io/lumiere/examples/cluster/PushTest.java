package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.CollectionDocuments;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.exchange.CollectionExport;
import io.lumiere.cluster.ingest.CollectionImport;
import io.lumiere.cluster.push.Push;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.push.PushProgress;
import io.lumiere.cluster.push.PushReport;
import io.lumiere.exchange.ExchangeFormat;
import io.lumiere.exchange.ExchangeProgress;
import io.lumiere.exchange.ExportFormat;
import io.lumiere.exchange.ExportOptions;
import io.lumiere.exchange.Exporter;
import io.lumiere.exchange.ImportOptions;
import io.lumiere.exchange.ImportReport;
import io.lumiere.exchange.ImportTarget;
import io.lumiere.exchange.Importer;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.FieldType;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.store.OpenIndex;
import io.lumiere.schema.store.PhotoWriter;
import io.lumiere.testing.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory and what a real SolrCloud has of it. */
class PushTest {
  private static final int PHOTOS = 2_000;

  @TempDir static Path folder;
  private static RandomPhotos photos;
  private static Path index;

  @BeforeAll
  static void startAndPush() throws IOException {
    photos = new RandomPhotos(Seeds.random("PushTest"));
    index = folder.resolve("index");
    photos.write(index, PHOTOS);
    PushReport report = push("whole", new PushOptions(100, 4, 2, 1));
    assertThat(report.sent()).isEqualTo(PHOTOS - 1); // One was deleted.
    assertThat(report.unchanged()).isZero();
    assertThat(report.files()).isEqualTo(3);
    assertThat(report.withFewerCopies()).isZero();
    assertThat(report.stopped()).isFalse();
  }

  @Test
  void theTermsOfEveryFieldAreTheSame() throws Exception {
    try (OpenIndex open = OpenIndex.at(index);
        PhotoCollection collection = connect("whole")) {
      int texts = 0;
      for (PhotoField<?> field : PhotoFields.all()) {
        if (isOfTerms(field.type()) && !field.name().startsWith("failure_")) {
          Map<String, String> expected = SolrTerms.of(open.reader(), field.name());
          Map<String, String> found = SolrTerms.of(collection, field.name());
          texts += expected.size();
          assertThat(without(found, expected)).as("terms of %s", field.name()).isEmpty();
          assertThat(without(expected, found)).as("terms of %s", field.name()).isEmpty();
        }
      }
      assertThat(texts).isGreaterThan(10_000);
    }
  }

  private static Map<String, String> without(Map<String, String> all, Map<String, String> others) {
    Map<String, String> rest = new TreeMap<>(all);
    rest.entrySet().removeAll(others.entrySet());
    return rest;
  }

  private static boolean isOfTerms(FieldType<?> type) {
    return type == FieldType.WORDS
        || type == FieldType.STEMMED_WORDS
        || type == FieldType.KEYWORD
        || type == FieldType.TERM;
  }

  @Test
  void theDocumentsAreTheSame() throws Exception {
    try (OpenIndex open = OpenIndex.at(index);
        PhotoCollection collection = connect("whole")) {
      Map<String, SolrDocument> stored = new TreeMap<>();
      SolrQuery all = new SolrQuery("*:*").setRows(PHOTOS).setFields("*");
      for (SolrDocument document : query(collection, all)) {
        stored.put((String) document.getFieldValue(Fields.ID), document);
      }
      for (SolrInputDocument expected : documents(open)) {
        SolrDocument found = stored.remove((String) expected.getFieldValue(Fields.ID));
        for (String field : expected.getFieldNames()) {
          assertThat(values(found.getFieldValues(field)))
              .as("%s of %s", field, expected.getFieldValue(Fields.ID))
              .isEqualTo(values(expected.getFieldValues(field)));
        }
      }
      assertThat(stored).isEmpty();
    }
  }

  /** What a push sends of an index. */
  static List<SolrInputDocument> documents(OpenIndex open) throws IOException {
    List<SolrInputDocument> documents = new ArrayList<>();
    IndexSearcher searcher = new IndexSearcher(open.reader());
    for (ScoreDoc hit : searcher.search(new FieldExistsQuery(Fields.ID), PHOTOS).scoreDocs) {
      documents.add(
          CollectionDocuments.of(
              open.reader().storedFields().document(hit.doc),
              PhotoVectors.readAll(open.reader(), hit.doc, RandomPhotos.METADATA.models().all())));
    }
    return documents;
  }

  @Test
  void exportsAreTheSame() {
    LocalDate today = LocalDate.of(2026, 11, 29);
    for (String filter : new String[] {null, "year:1950..2000 has:gps", "city:faro rating:>2"}) {
      Query kept =
          filter == null
              ? null
              : new QueryParser(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                  .parse(filter)
                  .interpretation()
                  .filter();
      List<String> expected =
          exported(new Exporter(index, ExportOptions.DEFAULTS.withFilter(kept)));
      try (PhotoCollection collection = connect("whole")) {
        assertThat(
                exported(
                    new Exporter(
                        stopped -> new CollectionExport(collection, filter, today, stopped),
                        ExportOptions.DEFAULTS)))
            .as(filter)
            .isEqualTo(expected)
            .hasSizeGreaterThan(10);
      }
    }
  }

  @Test
  void importedPhotosAreTheSame() throws IOException {
    Path file = folder.resolve("photos.jsonl");
    Exporter exporter = new Exporter(index, ExportOptions.DEFAULTS);
    exporter.toFile(file, ExportFormat.JSONL, ExchangeProgress.Listener.NONE, () -> false);
    List<String> expected = exported(exporter);
    try (PhotoCollection collection = connect("imported")) {
      ImportReport report = imported(collection, file);
      assertThat(report.added()).isEqualTo(report.photos()).isEqualTo(PHOTOS - 1);
      assertThat(exported(collection)).isEqualTo(expected);

      // The same content at the path of one takes its place, under other ids.
      String old = expected.stream().filter(line -> line.contains("\"id-7\"")).findFirst().get();
      String other = old.replace("\"id-7\"", "\"other\"");
      String last = old.replace("\"id-7\"", "\"last\"");
      Files.write(file, List.of(Files.readAllLines(file).getFirst(), other, last));
      assertThat(imported(collection, file).photos()).isEqualTo(PHOTOS);
      List<String> replaced = new ArrayList<>(expected);
      replaced.remove(old);
      replaced.addAll(List.of(other, last));
      assertThat(exported(collection)).containsExactlyInAnyOrderElementsOf(replaced);
    }
  }

  private static ImportReport imported(PhotoCollection collection, Path file) {
    ImportTarget.Opening into =
        new CollectionImport.Opening(
            collection, new PushOptions(100, 4, 2, 1), withFewerCopies -> {});
    return new Importer(into, ImportOptions.DEFAULTS)
        .run(file, ExchangeFormat.JSONL, ExchangeProgress.Listener.NONE, () -> false);
  }

  private static List<String> exported(PhotoCollection collection) {
    return exported(
        new Exporter(
            stopped -> new CollectionExport(collection, null, LocalDate.EPOCH, stopped),
            ExportOptions.DEFAULTS));
  }

  /** The lines of photos, in any order. */
  private static List<String> exported(Exporter exporter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exporter.toStream(out, ExportFormat.JSONL, ExchangeProgress.Listener.NONE, () -> false);
    // The first line says also where they come from.
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("^\\{\"[a-z_]+\":\\{[^}]*\\},", "{"))
        .sorted()
        .toList();
  }

  /** A vector comes back as the list of its numbers. */
  private static List<Object> values(Collection<Object> values) {
    List<Object> flat = new ArrayList<>();
    for (Object value : values == null ? List.of() : values) {
      if (value instanceof float[] vector) {
        for (float component : vector) {
          flat.add(component);
        }
      } else {
        flat.add(value);
      }
    }
    return flat;
  }

  @Test
  void theOrdersAreTheSame() throws Exception {
    try (OpenIndex open = OpenIndex.at(index);
        PhotoCollection collection = connect("whole")) {
      sameOrder(
          open, collection, Fields.ID_HASH, new SortField(Fields.ID_HASH, SortField.Type.LONG));
      sameOrder(
          open,
          collection,
          Fields.NAME_ORDER,
          new SortField(Fields.NAME_ORDER, SortField.Type.STRING));
    }
  }

  private static void sameOrder(
      OpenIndex open, PhotoCollection collection, String field, SortField sort) throws Exception {
    IndexSearcher searcher = new IndexSearcher(open.reader());
    Query photo = new FieldExistsQuery(Fields.ID);
    Sort order = new Sort(sort, new SortField(Fields.ID_HASH, SortField.Type.LONG));
    List<String> expected = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(photo, PHOTOS, order).scoreDocs) {
      expected.add(open.reader().storedFields().document(hit.doc).get(Fields.ID));
    }
    SolrQuery query = new SolrQuery("*:*").setRows(PHOTOS).setFields(Fields.ID);
    query.set("sort", field + " asc," + Fields.ID_HASH + " asc");
    assertThat(query(collection, query).stream().map(document -> document.getFieldValue(Fields.ID)))
        .as("order by %s", field)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void onlyWhatIsNewIsSent() throws Exception {
    Path own = folder.resolve("own");
    RandomPhotos some = new RandomPhotos(Seeds.random("PushTest.onlyWhatIsNewIsSent"));
    some.write(own, 300);
    PushReport begun = push(own, "resumed", PushOptions.DEFAULT, stopAfter(120));
    assertThat(begun.stopped()).isTrue();
    assertThat(begun.sent()).isLessThan(299);
    PushReport rest = push(own, "resumed", PushOptions.DEFAULT, () -> false);
    assertThat(rest.sent() + rest.unchanged()).isEqualTo(299);
    assertThat(rest.unchanged()).isEqualTo(begun.sent());
    some.change(own, 7);
    PushReport changed = push(own, "resumed", PushOptions.DEFAULT, () -> false);
    assertThat(changed.sent()).isEqualTo(1);
    try (PhotoCollection collection = connect("resumed")) {
      assertThat(collection.count()).isEqualTo(299);
    }
  }

  /** The ids of such a batch are longer than an address may be. */
  @Test
  void aLargeBatchIsComparedToo() {
    PushReport again = push("whole", new PushOptions(1_000, 2, 2, 1));
    assertThat(again.unchanged()).isEqualTo(PHOTOS - 1);
    assertThat(again.sent()).isZero();
  }

  private static BooleanSupplier stopAfter(int documents) {
    AtomicInteger asked = new AtomicInteger();
    return () -> asked.incrementAndGet() > documents;
  }

  @Test
  void whatADirectoryWouldNotTakeIsRefused() throws Exception {
    try (OpenIndex open = OpenIndex.at(index);
        PhotoCollection collection = connect("whole")) {
      SolrInputDocument document = documents(open).getFirst();
      document.setField(Fields.VECTOR, new float[16]);
      assertThatThrownBy(() -> collection.client().add(collection.name(), document))
          .isInstanceOf(SolrException.class)
          .hasMessageContaining("not 1");
    }
  }

  @Test
  void otherModelsAreRefused() {
    Path other = folder.resolve("other");
    try (PhotoWriter writer = PhotoWriter.open(other, () -> false, "nothing is lost")) {
      writer.describe(
          new IndexMetadata(new EmbeddingModel("third", "c3".repeat(32), 16), "/archive"));
      writer.commit();
    }
    assertThatThrownBy(() -> push(other, "whole", PushOptions.DEFAULT, () -> false))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("has no vectors of model third@c3c3c3c3c3c3");
  }

  @Test
  void theCollectionSaysWhatItHolds() {
    try (PhotoCollection collection = connect("whole")) {
      assertThat(collection.metadata()).isEqualTo(RandomPhotos.METADATA);
      assertThat(collection.shards()).isEqualTo(2);
      assertThat(collection.copies()).isEqualTo(1);
    }
    try (PhotoCollection none = connect("none")) {
      assertThat(none.exists()).isFalse();
      assertThatThrownBy(none::metadata).hasMessageContaining("there is no collection solr://");
    }
  }

  private static SolrDocumentList query(PhotoCollection collection, SolrQuery query)
      throws IOException, SolrServerException {
    return collection
        .client()
        .query(collection.name(), query, SolrRequest.METHOD.POST)
        .getResults();
  }

  private static PushReport push(String name, PushOptions options) {
    return push(index, name, options, () -> false);
  }

  private static PushReport push(
      Path from, String name, PushOptions options, BooleanSupplier stopped) {
    try (PhotoCollection collection = connect(name)) {
      return new Push(from, collection, options, PushProgress.Listener.NONE, stopped).run();
    }
  }

  private static PhotoCollection connect(String name) {
    return PhotoCollection.connect(CollectionAddress.parse(TestCluster.address() + "/" + name));
  }
}
