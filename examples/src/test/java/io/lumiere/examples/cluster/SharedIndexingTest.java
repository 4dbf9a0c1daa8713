package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.ingest.CollectionDestination;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.common.SolrDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that several runs index into one collection of a real SolrCloud. */
class SharedIndexingTest {
  /** For four parts. */
  private static final int PHOTOS = 64;

  /** So many new files are in all of them. */
  private static final int NEW = 16;

  private static final PushOptions OPTIONS = new PushOptions(3, 2, 2, 1);

  @TempDir Path folder;
  private Path archive;
  private final String address = TestCluster.address() + "/shared_" + UUID.randomUUID();
  private final CountingEncoder encoder = new CountingEncoder();

  @BeforeEach
  void paint() throws IOException {
    archive = folder.resolve("archive");
    for (int i = 0; i < PHOTOS; i++) {
      PaintedFiles.write(file(i), i);
    }
  }

  private Path file(int number) {
    return archive.resolve("2021").resolve(number + ".jpg");
  }

  /** One of three is killed in the middle of its part, which the others do from there on. */
  @Test
  void whatAKilledOneLeavesIsDoneByOthers() throws Exception {
    int encoded = 5;
    Process killed = start(encoded);
    List<Process> others = new ArrayList<>();
    try (BufferedReader out = killed.inputReader(StandardCharsets.UTF_8);
        PhotoCollection collection = connect()) {
      assertThat(out.readLine()).isEqualTo("encoded");
      others.add(start(IndexingProgram.ALL));
      others.add(start(IndexingProgram.ALL));
      int inTheOtherParts = PHOTOS / 2;
      while (collection.count() < inTheOtherParts) {
        assertThat(others).anyMatch(Process::isAlive);
        Thread.sleep(200);
        collection.commit();
      }
    }
    killed.destroyForcibly().waitFor();
    int rest = 0;
    for (Process other : others) {
      try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
        rest += Integer.parseInt(out.readLine());
      }
      assertThat(other.waitFor()).isZero();
    }
    assertThat(rest).isEqualTo(PHOTOS - encoded);
    assertThat(paths().keySet()).isEqualTo(files().keySet());
    assertThat(shared().counts().unchanged()).isEqualTo(PHOTOS);
    assertThat(encoder.calls).hasValue(0);
  }

  private Process start(int most) throws IOException {
    return IndexingProgram.start(archive, address, most, "shared");
  }

  /** Photos keep their ids when they move, whoever reads them, and what is gone is removed. */
  @Test
  void severalRunsFollowAllChangesTogether() throws Exception {
    assertThat(shared().counts().added()).isEqualTo(PHOTOS);
    Map<String, String> before = paths();
    Files.move(archive.resolve("2021"), archive.resolve("2022"));
    Files.delete(archive.resolve("2022/1.jpg"));
    Files.copy(archive.resolve("2022/2.jpg"), archive.resolve("copy.jpg"));
    PaintedFiles.write(archive.resolve("new.jpg"), PHOTOS);

    CompletableFuture<IndexReport> first = aside(this::shared);
    CompletableFuture<IndexReport> second = aside(this::shared);
    List<IndexReport> reports = List.of(first.join(), second.join());

    assertThat(reports.stream().mapToLong(report -> report.counts().deleted()).sum()).isEqualTo(1);
    assertThat(encoder.calls).hasValue(PHOTOS + 1);
    Map<String, String> expected = new TreeMap<>();
    before.forEach((path, id) -> expected.put(path.replace("2021", "2022"), id));
    expected.remove("2022/1.jpg");
    // Either of the two that are alike may be the photo that was moved.
    String moved = expected.remove("2022/2.jpg");
    Map<String, String> after = paths();
    assertThat(after).containsAllEntriesOf(expected).hasSize(expected.size() + 3);
    assertThat(List.of(after.get("2022/2.jpg"), after.get("copy.jpg"))).contains(moved);
    assertThat(after.keySet()).isEqualTo(files().keySet());
  }

  /** The disk goes away after the walk, of which a folder had got another name. */
  @Test
  void photosThatMayBeFilesWhichCannotBeReadStay() throws Exception {
    shared();
    Map<String, String> before = paths();
    Path renamed = Files.move(archive.resolve("2021"), archive.resolve("2022"));
    for (int i = 0; i < NEW; i++) {
      PaintedFiles.write(archive.resolve("new/" + i + ".jpg"), PHOTOS + i);
    }
    Path away = folder.resolve("away");
    CountingEncoder unplugging =
        new CountingEncoder(calls -> {
          if (calls == 1) {
            rename(renamed, away);
          }
        });

    IndexReport report = run(unplugging, IndexerOptions.DEFAULTS);

    assertThat(report.failures()).isNotEmpty();
    assertThat(report.counts().deleted()).isZero();
    rename(away, renamed);
    assertThat(shared().counts().moved()).isEqualTo(report.failures().size());
    Map<String, String> after = paths();
    before.forEach((path, id) -> assertThat(after).containsEntry(path.replace("2021", "2022"), id));
    assertThat(after).hasSize(PHOTOS + NEW);
  }

  @Test
  void otherRunsAreKeptOut() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);
    CountingEncoder waiting =
        new CountingEncoder(calls -> {
          begun.countDown();
          await(tried);
        });
    CompletableFuture<IndexReport> run = aside(() -> run(waiting, IndexerOptions.DEFAULTS));
    await(begun);
    try {
      IndexerOptions more = IndexerOptions.DEFAULTS.withExcludes(List.of("*.tif"));
      assertThatThrownBy(() -> run(encoder, more))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("have another list of exclusions: '' there, '*.tif' here");
      try (PhotoCollection collection = connect()) {
        // The next run without exclusions goes by what the collection remembers.
        assertThat(collection.userData()).containsEntry("lumiere.excludes", "");
        Indexer alone =
            new Indexer(
                archive,
                new CollectionDestination(collection, OPTIONS),
                List.of(encoder.asModel()),
                IndexerOptions.DEFAULTS);
        CompletableFuture<Throwable> refused =
            aside(() -> alone.run(ProgressListener.NONE)).handle((report, failure) -> failure);
        while (!refused.isDone()) {
          Thread.sleep(50);
          alone.stop(); // It would wait for some time whether the others end.
        }
        assertThat(refused.join())
            .hasMessageContaining("the work on " + address + " is shared by 1 machine:");
      }
    } finally {
      tried.countDown();
    }
    assertThat(run.join().counts().added()).isEqualTo(PHOTOS);
  }

  /** Each has found no collection, and would make it by its own model. */
  @Test
  void ofTwoThatBeginTogetherOneMakesTheCollection() {
    EmbeddingModel other = new EmbeddingModel("other", "cd".repeat(32), 64);
    try (PhotoCollection one = connect();
        PhotoCollection two = connect();
        PhotoStore first = CollectionDestination.shared(one, OPTIONS).open(() -> false);
        PhotoStore second = CollectionDestination.shared(two, OPTIONS).open(() -> false)) {
      assertThat(first.committedData()).isEmpty();
      assertThat(second.committedData()).isEmpty();
      IndexMetadata metadata = new IndexMetadata(CountingEncoder.MODEL, archive.toString());
      first.describe(metadata, Map.of());
      second.describe(new IndexMetadata(other, archive.toString()), Map.of());
      assertThat(one.metadata()).isEqualTo(metadata);
      IndexMetadata moved = metadata.withArchive("/elsewhere");
      second.describe(moved);
      assertThat(one.metadata()).isEqualTo(moved);
    }
  }

  /** On a thread of its own: the common pool has one thread on a small machine. */
  private static CompletableFuture<IndexReport> aside(Supplier<IndexReport> run) {
    return CompletableFuture.supplyAsync(run, task -> Thread.ofPlatform().daemon().start(task));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rename(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IndexReport shared() {
    return run(encoder, IndexerOptions.DEFAULTS);
  }

  private IndexReport run(CountingEncoder model, IndexerOptions options) {
    try (PhotoCollection collection = connect()) {
      CollectionDestination into = CollectionDestination.shared(collection, OPTIONS);
      return new Indexer(archive, into, List.of(model.asModel()), options)
          .run(ProgressListener.NONE);
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(archive)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(archive.relativize(file).toString().replace('\\', '/'), ""));
    }
    return files;
  }

  /** The ids of all photos by path. */
  private Map<String, String> paths() throws Exception {
    SolrQuery all = new SolrQuery("*:*").setRows(2 * PHOTOS).setFields(Fields.ID, Fields.PATH);
    Map<String, String> paths = new TreeMap<>();
    try (PhotoCollection collection = connect()) {
      for (SolrDocument photo : collection.tryQuery(all).getResults()) {
        assertThat(
                paths.put(
                    (String) photo.getFieldValue(Fields.PATH),
                    (String) photo.getFieldValue(Fields.ID)))
            .isNull();
      }
    }
    return paths;
  }

  private PhotoCollection connect() {
    return PhotoCollection.connect(CollectionAddress.parse(address));
  }
}
