package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.StoredPhoto;
import io.lumiere.cluster.exchange.CollectionExport;
import io.lumiere.cluster.ingest.CollectionDestination;
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
import io.lumiere.exchange.Importer;
import io.lumiere.indexer.Failure;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.ReindexOptions;
import io.lumiere.indexer.ReindexReport;
import io.lumiere.indexer.Reindexer;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.common.SolrDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The indexes of two archives in one collection of a real SolrCloud. Cameras give the same names,
 * so photos of both are at the same paths: nothing takes them for one, or reads one's file for the
 * other.
 */
class SeveralArchivesTest {
  /** Photos of each archive that have the path of another one of the other archive. */
  private static final int ALIKE = 4;

  /** In both archives the same file is at this path. */
  private static final String SAME = "DCIM/same.jpg";

  private static final String ONLY_SECOND = "more/only.jpg";
  private static final String SIDECAR =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
          + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
          + "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title><rdf:Alt>"
          + "<rdf:li xml:lang='x-default'>boats</rdf:li>"
          + "</rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>";
  private static final int OF_FIRST = ALIKE + 1;
  private static final int OF_SECOND = ALIKE + 2;
  private static final int ALL = OF_FIRST + OF_SECOND;
  private static final PushOptions OPTIONS = new PushOptions(3, 2, 2, 1);
  private static final String OTHER_FIELD = "vector_2";
  private static final ModelEncoder OTHER_MODEL =
      new ModelEncoder(
          new EmbeddingModel("second", "cd".repeat(32), CountingEncoder.MODEL.dimension()),
          CountingEncoder::new);

  @TempDir Path folder;
  private final String name = "several_" + UUID.randomUUID();
  private Map<String, StoredPhoto> first = Map.of();
  private Map<String, StoredPhoto> both = Map.of();

  @BeforeEach
  void pushBoth() throws Exception {
    for (int i = 0; i < ALIKE; i++) {
      PaintedFiles.write(file("first", alike(i)), i);
      PaintedFiles.write(file("second", alike(i)), 100 + i);
    }
    PaintedFiles.write(file("first", SAME), 50);
    PaintedFiles.write(file("second", SAME), 50);
    PaintedFiles.write(file("second", ONLY_SECOND), 60);
    push("first");
    first = photos(name);
    push("second");
    both = photos(name);
    assertThat(first).hasSize(OF_FIRST);
    assertThat(both).hasSize(ALL);
  }

  private static String alike(int number) {
    return "DCIM/100CANON/IMG_000" + number + ".jpg";
  }

  private Path file(String archive, String path) {
    return folder.resolve(archive).resolve(path);
  }

  private PushReport push(String archive) {
    index(folder.resolve(archive), directory(archive));
    return pushTo(name, archive);
  }

  private static void index(Path archive, Path directory) {
    new Indexer(
            archive, directory, List.of(new CountingEncoder().asModel()), IndexerOptions.DEFAULTS)
        .run(ProgressListener.NONE);
  }

  private PushReport pushTo(String into, String archive) {
    try (PhotoCollection collection = connect(into)) {
      return new Push(
              directory(archive), collection, OPTIONS, PushProgress.Listener.NONE, () -> false)
          .run();
    }
  }

  private Path directory(String archive) {
    return folder.resolve(archive + " index");
  }

  @Test
  void aModelComesToPhotosOfTheArchiveAloneAndGoesFromAll() throws Exception {
    try (PhotoCollection collection = connect(name)) {
      Reindexer reindexer =
          new Reindexer(new CollectionDestination(collection, OPTIONS), ReindexOptions.DEFAULTS);
      ReindexReport added = reindexer.add(OTHER_MODEL, ProgressListener.NONE);
      assertThat(added.photos()).isEqualTo(ALL);
      // Where both have the same file, it is the file of both.
      assertThat(added.encoded()).isEqualTo(OF_FIRST + 1).isEqualTo(added.withVector());
      assertThat(added.isDefault()).isFalse();
      Map<String, String> failures =
          added.failures().stream().collect(Collectors.toMap(Failure::path, Failure::reason));
      assertThat(failures).hasSize(ALIKE + 1).containsKey(ONLY_SECOND);
      for (int i = 0; i < ALIKE; i++) {
        assertThat(failures.get(alike(i))).contains("not the one that was indexed");
      }
      Map<String, StoredPhoto> encoded = photos(name);
      assertThat(encoded.keySet()).isEqualTo(both.keySet());
      encoded.forEach(this::hasOnlyTheVectorOfItsOwnFile);

      assertThat(reindexer.drop("second", ProgressListener.NONE).rewritten())
          .isEqualTo(OF_FIRST + 1);
      assertThat(facts(photos(name))).isEqualTo(facts(both));
      hasSecond(name);
    }
  }

  /** Both models are the same one. */
  private void hasOnlyTheVectorOfItsOwnFile(String id, StoredPhoto photo) {
    float[] vector = photo.vectors().get(OTHER_FIELD);
    boolean isRead = first.containsKey(id) || photo.photo().file().path().equals(SAME);
    assertThat(vector != null).as("%s has a vector", photo.photo().file()).isEqualTo(isRead);
    if (vector != null) {
      assertThat(vector).isEqualTo(photo.vectors().get(Fields.VECTOR));
    }
  }

  /** The indexes have no vectors of the second model. */
  @Test
  void anotherPushKeepsTheVectorsOfOtherModels() throws Exception {
    try (PhotoCollection collection = connect(name)) {
      new Reindexer(new CollectionDestination(collection, OPTIONS), ReindexOptions.DEFAULTS)
          .add(OTHER_MODEL, ProgressListener.NONE);
    }
    Map<String, StoredPhoto> encoded = photos(name);
    assertThat(push("first").unchanged()).isEqualTo(OF_FIRST);
    assertThat(push("second").unchanged()).isEqualTo(OF_SECOND);
    assertThat(facts(photos(name))).isEqualTo(facts(encoded));

    // A photo that is read again keeps the vector; one whose file is another picture does not.
    Files.writeString(file("first", alike(0) + ".xmp"), SIDECAR);
    PaintedFiles.write(file("first", alike(1)), 70);
    assertThat(push("first").sent()).isEqualTo(2);
    for (StoredPhoto photo : photos(name).values()) {
      String path = photo.photo().file().path();
      if (first.containsKey(photo.photo().id())) {
        assertThat(photo.vectors().containsKey(OTHER_FIELD)).isNotEqualTo(path.equals(alike(1)));
        assertThat("boats".equals(photo.photo().caption().title()))
            .isEqualTo(path.equals(alike(0)));
      }
    }
  }

  /** Both name the model, and only the collection has a photo's vector of it. */
  @Test
  void anotherPushKeepsAVectorThatTheIndexLacks() throws Exception {
    try (PhotoCollection collection = connect(name)) {
      Reindexer inCollection =
          new Reindexer(new CollectionDestination(collection, OPTIONS), ReindexOptions.DEFAULTS);
      inCollection.add(OTHER_MODEL, ProgressListener.NONE);
      new Reindexer(directory("first"), ReindexOptions.DEFAULTS)
          .add(OTHER_MODEL, ProgressListener.NONE);
      PaintedFiles.write(file("first", "DCIM/new.jpg"), 80);
      assertThat(push("first").sent()).isEqualTo(1);
      assertThat(inCollection.add(OTHER_MODEL, ProgressListener.NONE).encoded()).isEqualTo(1);
    }
    Map<String, StoredPhoto> encoded = photos(name);
    assertThat(push("first").unchanged()).isEqualTo(OF_FIRST + 1);
    assertThat(facts(photos(name))).isEqualTo(facts(encoded));
  }

  /** The second begins while the collection is there and has no photo of the first yet. */
  @Test
  void twoArchivesThatArePushedAtTheSameTimeAreBothNoted() throws Exception {
    String into = name + "_both";
    try (PhotoCollection collection = connect(into)) {
      CompletableFuture<?>[] other = {null};
      BooleanSupplier beforeEachPhoto =
          () -> {
            if (other[0] == null) {
              other[0] = CompletableFuture.runAsync(() -> pushTo(into, "second"));
              awaitArchive(collection, "second");
            }
            return false;
          };
      new Push(directory("first"), collection, OPTIONS, PushProgress.Listener.NONE, beforeEachPhoto)
          .run();
      other[0].get(1, TimeUnit.MINUTES);
      assertThat(photos(into)).hasSize(ALL);
      IndexMetadata metadata = collection.metadata();
      assertThat(metadata.archive()).isEqualTo(folder.resolve("first").toString());
      assertThat(metadata.otherArchives()).containsExactly(folder.resolve("second").toString());
    }
  }

  /** Or until it is clear that the other one waits. */
  private void awaitArchive(PhotoCollection collection, String archive) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    while (System.nanoTime() - end < 0
        && !collection.metadata().archive().equals(folder.resolve(archive).toString())) {
      Thread.onSpinWait();
    }
  }

  @Test
  void recordsOfAllComeBack() throws Exception {
    Path file = folder.resolve("all.jsonl");
    try (PhotoCollection collection = connect(name)) {
      new Exporter(
              stopped -> new CollectionExport(collection, null, LocalDate.EPOCH, stopped),
              ExportOptions.DEFAULTS)
          .toFile(file, ExportFormat.JSONL, ExchangeProgress.Listener.NONE, () -> false);
    }
    imported(file, name, ImportOptions.DEFAULTS);
    assertThat(facts(photos(name))).isEqualTo(facts(both));
    String copy = "copy_" + UUID.randomUUID();
    imported(file, copy, ImportOptions.DEFAULTS);
    assertThat(facts(photos(copy))).isEqualTo(facts(both));
    hasSecond(copy);
  }

  private void hasSecond(String collectionName) {
    try (PhotoCollection collection = connect(collectionName)) {
      assertThat(collection.metadata().otherArchives()).isEqualTo(second());
    }
  }

  private Path exportOfSecond() throws IOException {
    Path file = folder.resolve("second.jsonl");
    new Exporter(directory("second"), ExportOptions.DEFAULTS)
        .toFile(file, ExportFormat.JSONL, ExchangeProgress.Listener.NONE, () -> false);
    return file;
  }

  @Test
  void recordsOfOneArchiveComeBesideTheOther() throws Exception {
    Path file = exportOfSecond();
    String copy = "beside_" + UUID.randomUUID();
    pushTo(copy, "first");
    imported(file, copy, ImportOptions.DEFAULTS);
    hasSecond(copy);
    Map<String, StoredPhoto> all = photos(copy);
    // The same file at the same path is the same photo, under another id.
    assertThat(all).hasSize(ALL - 1);
    assertThat(both.keySet()).containsAll(all.keySet());
  }

  /** What took the place of a photo before the end is known by its own id then. */
  @Test
  void anImportThatBrokeOffIsRunAgain() throws Exception {
    Path file = exportOfSecond();
    String copy = "again_" + UUID.randomUUID();
    pushTo(copy, "first");
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), Files.readString(file) + "{\n");
    assertThatThrownBy(() -> imported(broken, copy, ImportOptions.DEFAULTS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("the same import may be run again");
    imported(file, copy, ImportOptions.DEFAULTS);
    assertThat(photos(copy)).hasSize(ALL - 1);
  }

  @Test
  void aRecordWithoutAnIdIsOfThePhotoThatItCanMean() throws Exception {
    ImportOptions update = ImportOptions.DEFAULTS.withUpdate(true);
    Path file = folder.resolve("title.jsonl");
    Files.writeString(file, "{\"path\":\"" + ONLY_SECOND + "\",\"title\":\"boats\"}\n");
    imported(file, name, update);
    Files.writeString(file, "{\"path\":\"" + alike(0) + "\",\"title\":\"boats\"}\n");
    assertThatThrownBy(() -> imported(file, name, update))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("several photos are at its path " + alike(0));
    Map<String, StoredPhoto> after = photos(name);
    assertThat(after.keySet()).isEqualTo(both.keySet());
    assertThat(after.values())
        .filteredOn(photo -> "boats".equals(photo.photo().caption().title()))
        .extracting(photo -> photo.photo().file().path())
        .containsExactly(ONLY_SECOND);
  }

  /** Batches of both are under way at a time. */
  @Test
  void ofTwoRecordsOfOnePhotoTheLaterOneCounts() throws Exception {
    String id = first.keySet().iterator().next();
    String record =
        "{\"id\":\"" + id + "\",\"path\":\"" + alike(0) + "\",\"title\":\"number %d\"}\n";
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i <= 50; i++) {
      lines.append(String.format(record, i));
      for (int other = 0; other < OPTIONS.batch() - 1; other++) {
        lines.append(String.format("{\"path\":\"new/%d-%d.jpg\"}%n", i, other));
      }
    }
    Path file = Files.writeString(folder.resolve("same.jsonl"), lines);
    imported(file, name, ImportOptions.DEFAULTS);
    assertThat(photos(name).get(id).photo().caption().title()).isEqualTo("number 50");
  }

  /** The collection cannot be made before a vector says of which model they are. */
  @Test
  void manyRecordsWithoutVectorsAreNotTheFirstOfANewCollection() throws Exception {
    Path file = folder.resolve("bare.jsonl");
    Files.writeString(file, "{\"path\":\"a.jpg\"}\n{\"path\":\"b.jpg\"}\n{\"path\":\"c.jpg\"}\n");
    assertThatThrownBy(
            () -> imported(file, name + "_bare", ImportOptions.DEFAULTS.withArchive(folder)))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("the first 3 records have none");
  }

  @Test
  void anIndexRunIsRefused() throws Exception {
    try (PhotoCollection collection = connect(name)) {
      IndexerOptions insisting = IndexerOptions.DEFAULTS.withRootMoved(true).withAllowEmpty(true);
      for (String archive : List.of("first", "second")) {
        refuses(new CollectionDestination(collection, OPTIONS), archive, insisting);
        refuses(CollectionDestination.shared(collection, OPTIONS), archive, insisting);
      }
    }
    assertThat(facts(photos(name))).isEqualTo(facts(both));
  }

  private void refuses(CollectionDestination into, String archive, IndexerOptions options) {
    assertThatThrownBy(() ->
            new Indexer(
                    folder.resolve(archive),
                    into,
                    List.of(new CountingEncoder().asModel()),
                    options)
                .run(ProgressListener.NONE))
        .isInstanceOf(LumiereException.class)
        .hasFieldOrPropertyWithValue("fault", Fault.SEVERAL_ARCHIVES)
        .hasMessageContaining(
            "photos of several archives ("
                + folder.resolve("first")
                + "; "
                + folder.resolve("second")
                + ")");
  }

  /** The first look found one archive; what is read after that may be of two. */
  @Test
  void whatIsPushedWhileARunBeginsIsLeftAlone() throws Exception {
    String meanwhile = "meanwhile_" + UUID.randomUUID();
    pushTo(meanwhile, "first");
    try (PhotoCollection collection = connect(meanwhile);
        PhotoStore store = new CollectionDestination(collection, OPTIONS).open(() -> false)) {
      IndexMetadata before = collection.metadata();
      before.requireOneArchive(meanwhile);
      pushTo(meanwhile, "second");
      assertThatThrownBy(() -> store.photosOfOneArchive(() -> false))
          .hasFieldOrPropertyWithValue("fault", Fault.SEVERAL_ARCHIVES);
      store.describe(before.withArchive("/elsewhere"));
      assertThat(collection.metadata())
          .isEqualTo(before.withArchive("/elsewhere").withOtherArchives(second()));
    }
    assertThat(facts(photos(meanwhile))).isEqualTo(facts(both));
  }

  private Set<String> second() {
    return Set.of(folder.resolve("second").toString());
  }

  /** Each at the same path of a machine of its own. */
  @Test
  void archivesAtOnePathAreSeveral() throws Exception {
    String alike = "alike_" + UUID.randomUUID();
    pushTo(alike, "first");
    pushTo(alike, "first");
    Path path = folder.resolve("first");
    try (PhotoCollection collection = connect(alike)) {
      collection.metadata().requireOneArchive(alike);
      Files.move(path, folder.resolve("the first"));
      Files.move(folder.resolve("second"), path);
      Path directory = folder.resolve("index of the other machine");
      index(path, directory);
      new Push(directory, collection, OPTIONS, PushProgress.Listener.NONE, () -> false).run();
      assertThat(collection.metadata().otherArchives()).containsExactly(path.toString());
    }
    assertThat(photos(alike)).hasSize(ALL);
  }

  /** Nothing is there to lose. */
  @Test
  void anEmptyCollectionIsOfTheArchiveThatComes() throws Exception {
    String empty = "empty_" + UUID.randomUUID();
    Files.createDirectories(folder.resolve("nothing"));
    index(folder.resolve("nothing"), folder.resolve("nothing index"));
    pushTo(empty, "nothing");
    pushTo(empty, "second");
    try (PhotoCollection collection = connect(empty)) {
      assertThat(collection.metadata().archive()).isEqualTo(folder.resolve("second").toString());
      assertThat(collection.metadata().otherArchives()).isEmpty();
    }
  }

  private static void imported(Path file, String into, ImportOptions options) {
    try (PhotoCollection collection = connect(into)) {
      new Importer(new CollectionImport.Opening(collection, OPTIONS, few -> {}), options)
          .run(file, ExchangeFormat.JSONL, ExchangeProgress.Listener.NONE, () -> false);
    }
  }

  /** The photos of a collection by their ids. */
  private static Map<String, StoredPhoto> photos(String name) throws Exception {
    Map<String, StoredPhoto> photos = new TreeMap<>();
    try (PhotoCollection collection = connect(name)) {
      collection.commit();
      SolrQuery all = new SolrQuery("*:*").setRows(10 * ALL).setFields("*");
      for (SolrDocument document : collection.tryQuery(all).getResults()) {
        StoredPhoto photo = StoredPhoto.of(document);
        photos.put(photo.photo().id(), photo);
      }
    }
    return photos;
  }

  /** What can be compared. */
  private static Map<String, String> facts(Map<String, StoredPhoto> photos) {
    Map<String, String> facts = new TreeMap<>();
    photos.forEach((id, photo) -> {
      Map<String, String> vectors = new TreeMap<>();
      photo.vectors().forEach((field, vector) -> vectors.put(field, Arrays.toString(vector)));
      facts.put(id, photo.photo() + " " + vectors);
    });
    return facts;
  }

  private static PhotoCollection connect(String name) {
    return PhotoCollection.connect(CollectionAddress.parse(TestCluster.address() + "/" + name));
  }
}
