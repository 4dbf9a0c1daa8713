package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.ReindexOptions.DefaultChange;
import io.lumiere.schema.Caption;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexMismatchException;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.Place;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second model in an index that exists. */
class ReindexerTest {
  private static final ReindexOptions OPTIONS =
      ReindexOptions.DEFAULTS.withWorkers(2).withCommitInterval(Duration.ofMillis(200));

  @TempDir private Path temp;
  private Workspace work;
  private final GreyEncoder greys = new GreyEncoder();

  @BeforeEach
  void photos() {
    work = new Workspace(temp).withPhotos("p", 5);
    work.run();
  }

  private ReindexReport add(ReindexOptions options) {
    return new Reindexer(work.index, options)
        .add(new ModelEncoder(GreyEncoder.MODEL, () -> greys), ProgressListener.NONE);
  }

  private IndexReport indexBoth() {
    return new Indexer(
            work.archive,
            work.index,
            List.of(
                new ModelEncoder(ColourEncoder.MODEL, () -> work.encoder),
                new ModelEncoder(GreyEncoder.MODEL, () -> greys)),
            IndexerOptions.DEFAULTS)
        .run(ProgressListener.NONE);
  }

  private IndexMetadata metadata() {
    return IndexMetadata.fromUserData(work.open().userData(), "index");
  }

  private String defaultModel() {
    return metadata().model().id();
  }

  private long having(String field) {
    return IndexDump.read(work.index).values().stream()
        .filter(lines -> lines.stream().anyMatch(line -> line.startsWith("vector " + field + " ")))
        .count();
  }

  /** Gives a photo what the small pictures of these tests do not have. */
  private void enrich(String path) throws IOException {
    Photo bare = work.open().photos().get(path);
    Photo rich =
        Photo.builder(bare.id(), bare.file(), bare.image())
            .taken(bare.taken())
            .camera(bare.camera())
            .place(new Place(35.0116, 135.768_123_456_789, -3.5))
            .caption(new Caption("Old Town", "seen from the sea", List.of("sea", "old town")))
            .build();
    try (FSDirectory directory = FSDirectory.open(work.index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
      writer.updateDocument(
          new Term("id", rich.id()),
          PhotoDocuments.toDocument(rich, unit(ColourEncoder.MODEL.dimension())));
      writer.setLiveCommitData(work.open().userData().entrySet());
      writer.commit();
    }
  }

  private static float[] unit(int dimension) {
    float[] vector = new float[dimension];
    vector[1] = 0.6f;
    vector[2] = -0.8f;
    return vector;
  }

  @Test
  void addingAModelLosesNothingOfAnyDocument() throws IOException {
    enrich("p/3.jpg");
    Map<String, Set<String>> before = IndexDump.read(work.index);
    assertThat(before.get("p/3.jpg")).hasSizeGreaterThan(40);

    ReindexReport report = add(OPTIONS);

    assertThat(report.failures()).isEmpty();
    assertThat(report.encoded()).isEqualTo(5);
    assertThat(report.withVector()).isEqualTo(5);
    assertThat(greys.calls).hasValue(5);
    Map<String, Set<String>> after = IndexDump.read(work.index);
    assertThat(after.values())
        .allSatisfy(lines ->
            assertThat(lines).filteredOn(line -> line.startsWith("vector vector_2 ")).hasSize(1));
    after.values().forEach(lines -> lines.removeIf(line -> line.startsWith("vector vector_2 ")));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void theNewModelBecomesTheDefaultAndTheOldOneCanGo() throws IOException {
    ReindexReport report = add(OPTIONS);

    assertThat(report.isDefault()).isTrue();
    assertThat(defaultModel()).isEqualTo("greys");
    assertThat(metadata().models().all()).extracting(IndexedModel::id).hasSize(2);
    Map<String, Set<String>> before = IndexDump.read(work.index);
    DropReport dropped = new Reindexer(work.index, OPTIONS).drop("colours", ProgressListener.NONE);
    assertThat(dropped.rewritten()).isEqualTo(5);
    assertThat(metadata().models().all()).extracting(IndexedModel::id).containsExactly("greys");
    assertThat(metadata().models().dropped()).isEmpty();
    before.values().forEach(lines -> lines.removeIf(line -> line.startsWith("vector vector ")));
    assertThat(IndexDump.read(work.index)).isEqualTo(before);
  }

  @Test
  void switchingBackReadsNothing() {
    add(OPTIONS);
    ReindexReport back =
        new Reindexer(work.index, OPTIONS)
            .add(new ModelEncoder(ColourEncoder.MODEL, () -> work.encoder), ProgressListener.NONE);
    assertThat(back.bytes()).isZero();
    assertThat(back.isDefault()).isTrue();
    assertThat(defaultModel()).isEqualTo("colours");
  }

  @Test
  void theDefaultStaysWhereThatIsSaidAndMovesWhereThatIsForced() throws IOException {
    Files.delete(work.file("p/0.jpg"));
    assertThat(add(OPTIONS.withDefaultChange(DefaultChange.NEVER)).isDefault()).isFalse();
    assertThat(add(OPTIONS).isDefault()).as("a photo lacks the vector").isFalse();
    assertThat(defaultModel()).isEqualTo("colours");
    assertThat(add(OPTIONS.withDefaultChange(DefaultChange.ALWAYS)).isDefault()).isTrue();
    assertThat(defaultModel()).isEqualTo("greys");
  }

  @Test
  void photosThatAreGoneOrChangedKeepWhatTheyHave() throws IOException {
    Map<String, Set<String>> before = IndexDump.read(work.index);
    Files.delete(work.file("p/0.jpg"));
    Pictures.write(work.file("p/1.jpg"), 77);

    ReindexReport report = add(OPTIONS);

    assertThat(report.failures()).extracting(Failure::path).containsExactly("p/0.jpg", "p/1.jpg");
    assertThat(report.failures().get(1).reason()).contains("changed", "indexing the archive");
    assertThat(report.withVector()).isEqualTo(3);
    assertThat(IndexDump.read(work.index).get("p/0.jpg")).isEqualTo(before.get("p/0.jpg"));
    assertThat(IndexDump.read(work.index).get("p/1.jpg")).isEqualTo(before.get("p/1.jpg"));
    IndexReport next = indexBoth();
    assertThat(next.counts().updated()).isEqualTo(1);
    assertThat(next.counts().deleted()).isEqualTo(1);
    assertThat(having("vector_2")).isEqualTo(4);
    assertThat(add(OPTIONS).isDefault()).as("now it is complete").isTrue();
  }

  @Test
  void aStoppedRunGoesOnWhereItWas() throws Exception {
    work.withPhotos("many", 100);
    work.run();
    GreyEncoder slow = new GreyEncoder(20);
    Reindexer reindexer = new Reindexer(work.index, OPTIONS);
    CompletableFuture<ReindexReport> run =
        CompletableFuture.supplyAsync(() ->
            reindexer.add(new ModelEncoder(GreyEncoder.MODEL, () -> slow), ProgressListener.NONE));
    while (slow.calls.get() < 20) {
      Thread.sleep(5);
    }

    reindexer.stop();
    slow.gate.countDown();

    ReindexReport report = run.get(60, TimeUnit.SECONDS);
    assertThat(report.stopped()).isTrue();
    assertThat(report.isDefault()).isFalse();
    assertThat(report.encoded()).isBetween(20L, 104L).isEqualTo(slow.calls.get());
    assertThat(work.open().photos()).hasSize(105);
    assertThat(having("vector")).isEqualTo(105);
    assertThat(having("vector_2")).isEqualTo(report.encoded());
    assertThat(metadata().models().all()).as("usable already").hasSize(2);
    ReindexReport rest = add(OPTIONS);
    assertThat(rest.encoded()).isEqualTo(105 - report.encoded());
    assertThat(rest.isDefault()).isTrue();
  }

  @Test
  void aDropThatDiedGoesOn() throws IOException {
    add(OPTIONS.withDefaultChange(DefaultChange.NEVER));
    IndexMetadata before = metadata();
    IndexedModel second = before.models().expect("greys", "index");
    // What a drop commits first.
    IndexMetadata begun = before.withModels(before.models().without(second, "index"));
    try (FSDirectory directory = FSDirectory.open(work.index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
      writer.setLiveCommitData(begun.toUserData().entrySet());
      writer.commit();
    }

    DropReport report = new Reindexer(work.index, OPTIONS).drop("greys", ProgressListener.NONE);

    assertThat(report.rewritten()).isEqualTo(5);
    assertThat(having("vector_2")).isZero();
    assertThat(having("vector")).isEqualTo(5);
    assertThat(add(OPTIONS).model().field()).as("no field is used twice").isEqualTo("vector_3");
  }

  @Test
  void newPhotosGetVectorsOfAllModelsAtHandAndMovedOnesKeepThem() throws IOException {
    add(OPTIONS);
    Files.move(work.file("p/0.jpg"), work.file("p/moved.jpg"));
    Files.copy(work.file("p/1.jpg"), work.file("p/copy.jpg"));
    work.withPhotos("new", 2);
    greys.calls.set(0);

    IndexReport report = indexBoth();

    assertThat(report.modelsLeftOut()).isEmpty();
    assertThat(greys.calls).hasValue(2);
    assertThat(having("vector")).isEqualTo(8);
    assertThat(having("vector_2")).isEqualTo(8);
  }

  @Test
  void aModelThatIsNotAtHandIsNamedAndMadeUpForLater() throws IOException {
    add(OPTIONS);
    work.withPhotos("new", 2);
    Pictures.write(work.file("p/1.jpg"), 77);

    IndexReport report = work.run();

    assertThat(report.modelsLeftOut()).singleElement().asString().startsWith("greys@");
    assertThat(having("vector")).isEqualTo(7);
    assertThat(having("vector_2")).as("a changed photo's old vector is wrong").isEqualTo(4);
    assertThat(add(OPTIONS).encoded()).isEqualTo(3);
  }

  @Test
  void mistakesAreRefusedInPlainWords() throws IOException {
    Reindexer reindexer = new Reindexer(work.index, OPTIONS);
    assertThatThrownBy(() -> reindexer.drop("colours", ProgressListener.NONE))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("default");
    assertThatThrownBy(() -> reindexer.drop("nothing", ProgressListener.NONE))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("colours@abababababab");
    assertThatThrownBy(
            () -> new Reindexer(temp.resolve("none"), OPTIONS).drop("a", ProgressListener.NONE))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("no index")
        .hasFieldOrPropertyWithValue("fault", Fault.NO_INDEX);
    Files.move(work.archive, temp.resolve("elsewhere"));
    assertThatThrownBy(() -> add(OPTIONS))
        .isInstanceOf(LumiereException.class)
        .hasFieldOrPropertyWithValue("fault", Fault.ARCHIVE_GONE);
    assertThat(having("vector")).isEqualTo(5);
  }
}
