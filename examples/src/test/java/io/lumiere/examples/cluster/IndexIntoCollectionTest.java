package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.StoredPhoto;
import io.lumiere.cluster.ingest.CollectionDestination;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.ReindexOptions;
import io.lumiere.indexer.ReindexReport;
import io.lumiere.indexer.Reindexer;
import io.lumiere.models.ImageEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that is indexed into a collection of a real SolrCloud, and into a directory. */
class IndexIntoCollectionTest {
  private static final int PHOTOS = 8;
  private static final PushOptions OPTIONS = new PushOptions(3, 2, 2, 1);

  @TempDir Path folder;
  private Path archive;
  private final String name = "archive_" + UUID.randomUUID();
  private final CountingEncoder encoder = new CountingEncoder();

  @BeforeEach
  void paint() throws IOException {
    archive = folder.resolve("archive");
    for (int i = 0; i < PHOTOS; i++) {
      PaintedFiles.write(file(i), i);
    }
    Files.writeString(archive.resolve("broken.jpg"), "not a photo");
  }

  private Path file(int number) {
    return archive.resolve("2021").resolve(number + ".jpg");
  }

  @Test
  void holdsWhatADirectoryHoldsThroughAllChanges() throws Exception {
    IndexReport first = index();
    assertThat(first.counts().added()).isEqualTo(PHOTOS);
    assertThat(first.photos()).isEqualTo(PHOTOS);
    assertThat(first.failures()).hasSize(1);
    assertThat(encoder.calls).hasValue(PHOTOS);
    sameAsInADirectory();

    IndexReport again = index();
    assertThat(again.counts().unchanged()).isEqualTo(PHOTOS);
    assertThat(encoder.calls).hasValue(PHOTOS);

    Map<String, StoredPhoto> before = stored();
    Path moved = archive.resolve("moved, and [renamed].jpg");
    Files.move(file(0), moved);
    Files.delete(file(1));
    PaintedFiles.write(file(2), 100);
    Files.copy(file(3), archive.resolve("copy.jpg"));
    IndexReport changed = index();
    assertThat(changed.counts().moved()).isEqualTo(1);
    assertThat(changed.counts().deleted()).isEqualTo(1);
    assertThat(changed.counts().updated()).isEqualTo(1);
    assertThat(changed.counts().added()).isEqualTo(1);
    assertThat(changed.counts().unchanged()).isEqualTo(PHOTOS - 3);
    assertThat(changed.photos()).isEqualTo(PHOTOS);
    assertThat(encoder.calls).hasValue(PHOTOS + 1);
    assertThat(stored().get(moved.getFileName().toString()).photo().id())
        .isEqualTo(before.get("2021/0.jpg").photo().id());
    sameAsInADirectory();
  }

  /** A photo that cannot be read any more leaves the collection, and comes back when it can. */
  @Test
  void aPhotoThatBreaksIsRemoved() throws Exception {
    index();
    Files.writeString(file(4), "not a photo any more");
    IndexReport broken = index();
    assertThat(broken.failures()).hasSize(2);
    assertThat(stored()).hasSize(PHOTOS - 1).doesNotContainKey("2021/4.jpg");
    PaintedFiles.write(file(4), 4);
    assertThat(index().counts().added()).isEqualTo(1);
    assertThat(stored()).hasSize(PHOTOS).containsKey("2021/4.jpg");
  }

  @Test
  void metadataAreReadAgainWithoutEncoding() throws Exception {
    index();
    assertThat(index(IndexerOptions.DEFAULTS.withZone(ZoneId.of("Asia/Tokyo"))).counts().reread())
        .isEqualTo(PHOTOS);
    assertThat(encoder.calls).hasValue(PHOTOS);
    // The collection remembers the zone.
    assertThat(index().counts().unchanged()).isEqualTo(PHOTOS);
  }

  @Test
  void aRunThatWasKilledIsGoneOnWith() throws Exception {
    int encoded = PHOTOS / 2;
    Process program = IndexingProgram.start(archive, address(), encoded);
    try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
        PhotoCollection collection = connect()) {
      assertThat(out.readLine()).isEqualTo("encoded");
      do {
        collection.commit();
      } while (collection.count() < encoded);
    }
    program.destroyForcibly().waitFor();
    IndexReport rest = index();
    assertThat(rest.counts().unchanged()).isEqualTo(encoded);
    assertThat(rest.counts().added()).isEqualTo(PHOTOS - encoded);
    assertThat(encoder.calls).hasValue(PHOTOS - encoded);
    sameAsInADirectory();
  }

  @Test
  void whatIsDoneIsKeptWhenARunIsStopped() throws Exception {
    AtomicReference<Indexer> running = new AtomicReference<>();
    int encoded = 3;
    int many = 40; // A run that is stopped finishes what has been read already.
    for (int i = PHOTOS; i < many; i++) {
      PaintedFiles.write(file(i), i);
    }
    ImageEncoder stopping =
        new CountingEncoder(calls -> {
          if (calls == encoded) {
            running.get().stop();
          }
        });
    try (PhotoCollection collection = connect()) {
      running.set(
          indexer(
              collection,
              IndexerOptions.DEFAULTS.withWorkers(1),
              new ModelEncoder(CountingEncoder.MODEL, () -> stopping)));
      IndexReport stopped = running.get().run(ProgressListener.NONE);
      assertThat(stopped.stopped()).isTrue();
      assertThat(stopped.photos()).isEqualTo(stopped.counts().added()).isLessThan(many);
      IndexReport rest = index();
      assertThat(rest.counts().unchanged()).isEqualTo(stopped.counts().added());
      assertThat(rest.photos()).isEqualTo(many);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() throws Exception {
    index();
    Path other = folder.resolve("other");
    PaintedFiles.write(other.resolve("1.jpg"), 1);
    try (PhotoCollection collection = connect()) {
      assertThatThrownBy(() ->
              new Indexer(
                      other,
                      new CollectionDestination(collection, OPTIONS),
                      List.of(encoder.asModel()),
                      IndexerOptions.DEFAULTS)
                  .run(ProgressListener.NONE))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining(address() + " is of the archive " + archive);
      EmbeddingModel model = new EmbeddingModel("other", "cd".repeat(32), 16);
      assertThatThrownBy(() ->
              indexer(collection, IndexerOptions.DEFAULTS, new ModelEncoder(model, () -> encoder))
                  .run(ProgressListener.NONE))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("was made with model brightness");
    }
    assertThat(stored()).hasSize(PHOTOS);
  }

  @Test
  void anotherArchiveIsRefusedUnlessItIsTheMovedOne() throws Exception {
    index();
    Path old = archive;
    Path other = folder.resolve("other");
    PaintedFiles.write(other.resolve("1.jpg"), 1);
    archive = other;
    refusesFor(Fault.OTHER_ARCHIVE);
    Files.move(old, folder.resolve("unmounted"));
    refusesFor(Fault.UNLIKE_ARCHIVE);
    assertThat(stored()).hasSize(PHOTOS);
    archive = folder.resolve("unmounted");
    assertThat(index().counts().unchanged()).isEqualTo(PHOTOS);
    archive = other;
    index(IndexerOptions.DEFAULTS.withRootMoved(true));
    assertThat(stored().keySet()).containsExactly("1.jpg");
  }

  /** Another machine has another archive at the same path. */
  @Test
  void anotherArchiveAtTheSamePathIsRefused() throws Exception {
    int many = 20;
    for (int i = PHOTOS; i < many; i++) {
      PaintedFiles.write(file(i), i);
    }
    index();
    for (String to : List.of("moved", "2021")) {
      Files.move(archive.resolve(to.equals("moved") ? "2021" : "moved"), archive.resolve(to));
      assertThat(index().counts().moved()).isEqualTo(many);
    }
    Files.move(archive.resolve("2021"), folder.resolve("of one machine"));
    for (int i = 0; i < many; i++) {
      PaintedFiles.write(archive.resolve("other").resolve(i + ".jpg"), 100 + i);
    }
    refusesFor(Fault.UNLIKE_ARCHIVE);
    assertThat(stored()).hasSize(many).containsKey("2021/0.jpg");
    // As where a program has written into all files.
    PaintedFiles.write(file(0), 200);
    assertThatThrownBy(this::index).hasMessageContaining("files of other sizes at the paths of 1");
    Path first = folder.resolve("of one machine").resolve("0.jpg");
    Files.copy(first, file(0), StandardCopyOption.REPLACE_EXISTING);
    assertThat(index().counts().added()).isEqualTo(many);
  }

  private void refusesFor(Fault fault) {
    assertThatThrownBy(this::index)
        .isInstanceOf(LumiereException.class)
        .hasFieldOrPropertyWithValue("fault", fault);
  }

  @Test
  void aSecondModelComesAndTheFirstOneGoes() throws Exception {
    index();
    sameAsInADirectory();
    EmbeddingModel model = new EmbeddingModel("second", "cd".repeat(32), 16);
    ModelEncoder second = new ModelEncoder(model, () -> encoder);
    Path directory = folder.resolve("directory");
    new Reindexer(directory, ReindexOptions.DEFAULTS).add(second, ProgressListener.NONE);
    encoder.calls.set(0);
    try (PhotoCollection collection = connect()) {
      Reindexer reindexer =
          new Reindexer(new CollectionDestination(collection, OPTIONS), ReindexOptions.DEFAULTS);
      ReindexReport added = reindexer.add(second, ProgressListener.NONE);
      assertThat(added.encoded()).isEqualTo(PHOTOS);
      assertThat(added.withVector()).isEqualTo(PHOTOS).isEqualTo(added.photos());
      assertThat(added.isDefault()).isTrue();
      assertThat(encoder.calls).hasValue(PHOTOS);
      assertThat(collection.metadata().models().defaultModel().model()).isEqualTo(model);
      assertThat(PhotoFacts.of(collection)).isEqualTo(PhotoFacts.of(directory));
      assertThat(reindexer.add(second, ProgressListener.NONE).encoded()).isZero();

      assertThat(reindexer.drop("brightness", ProgressListener.NONE).rewritten()).isEqualTo(PHOTOS);
      new Reindexer(directory, ReindexOptions.DEFAULTS).drop("brightness", ProgressListener.NONE);
      assertThat(PhotoFacts.of(collection)).isEqualTo(PhotoFacts.of(directory));
    }
  }

  private void sameAsInADirectory() throws Exception {
    Path directory = folder.resolve("directory");
    new Indexer(
            archive, directory, List.of(new CountingEncoder().asModel()), IndexerOptions.DEFAULTS)
        .run(ProgressListener.NONE);
    try (PhotoCollection collection = connect()) {
      assertThat(PhotoFacts.of(collection)).isEqualTo(PhotoFacts.of(directory));
    }
  }

  private Map<String, StoredPhoto> stored() throws Exception {
    try (PhotoCollection collection = connect()) {
      return PhotoFacts.stored(collection);
    }
  }

  private IndexReport index() {
    return index(IndexerOptions.DEFAULTS);
  }

  private IndexReport index(IndexerOptions options) {
    try (PhotoCollection collection = connect()) {
      return indexer(collection, options, encoder.asModel()).run(ProgressListener.NONE);
    }
  }

  private Indexer indexer(PhotoCollection collection, IndexerOptions options, ModelEncoder model) {
    return new Indexer(
        archive, new CollectionDestination(collection, OPTIONS), List.of(model), options);
  }

  private String address() {
    return TestCluster.address() + "/" + name;
  }

  private PhotoCollection connect() {
    return PhotoCollection.connect(CollectionAddress.parse(address()));
  }
}
