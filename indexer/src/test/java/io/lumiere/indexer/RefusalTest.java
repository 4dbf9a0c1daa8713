package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexMismatchException;
import io.lumiere.schema.store.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run refuses, and that it leaves everything as it was. */
class RefusalTest {
  @TempDir private Path temp;
  private Workspace work;

  @BeforeEach
  void fourPhotos() {
    work = new Workspace(temp).withPhotos("p", 4);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anArchiveThatIsNotThere() {
    work.run();

    assertThatThrownBy(() -> work.run(temp.resolve("unmounted"), IndexerOptions.DEFAULTS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("unmounted does not exist: is its disk mounted?");
    assertThat(work.open().photos()).hasSize(4);
    assertThatThrownBy(() -> work.run(work.file("p/0.jpg"), IndexerOptions.DEFAULTS))
        .hasMessageContaining("is a file");
  }

  @Test
  void anArchiveThatIsEmptyAllOfASudden() throws IOException {
    work.run();
    Files.move(work.archive, temp.resolve("aside"));
    Files.createDirectory(work.archive);

    assertThatThrownBy(work::run)
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there is no photo in " + work.archive)
        .hasMessageContaining("has 4")
        .hasFieldOrPropertyWithValue("fault", Fault.ARCHIVE_EMPTY);
    assertThat(work.open().photos()).hasSize(4);
    assertThat(work.run(IndexerOptions.DEFAULTS.withAllowEmpty(true)).counts().deleted())
        .isEqualTo(4);
    assertThat(work.open().photos()).isEmpty();
  }

  @Test
  void anotherArchiveForAnIndexThatHasOne() {
    work.run();
    Path other = temp.resolve("other");
    Pictures.write(other.resolve("x.jpg"), 5);

    assertThatThrownBy(() -> work.run(other, IndexerOptions.DEFAULTS))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining(work.archive + ", which is still there")
        .hasFieldOrPropertyWithValue("fault", Fault.OTHER_ARCHIVE);
    IndexReport report = work.run(other, IndexerOptions.DEFAULTS.withRootMoved(true));
    assertThat(report.counts().added()).isEqualTo(1);
    assertThat(report.counts().deleted()).isEqualTo(4);
  }

  @Test
  void anotherArchiveWhileTheFirstIsUnmounted() throws IOException {
    work.run();
    Files.move(work.archive, temp.resolve("in-the-drawer"));
    Path other = temp.resolve("other");
    Pictures.write(other.resolve("x.jpg"), 5);

    assertThatThrownBy(() -> work.run(other, IndexerOptions.DEFAULTS))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("has only 0 of its 4 photos");
    assertThat(work.open().photos()).hasSize(4);
  }

  /** As an export of a collection of several archives is imported. */
  @Test
  void anIndexThatHasPhotosOfSeveralArchives() {
    work.run();
    try (PhotoWriter writer = PhotoWriter.open(work.index, () -> false, "nothing is lost")) {
      IndexMetadata metadata =
          IndexMetadata.fromUserData(writer.committedData(), work.index.toString());
      writer.describe(metadata.withOtherArchives(Set.of("/b")));
    }
    Path other = temp.resolve("other");
    Pictures.write(other.resolve("x.jpg"), 5);
    for (Path archive : List.of(work.archive, other)) {
      assertThatThrownBy(() -> work.run(archive, IndexerOptions.DEFAULTS.withRootMoved(true)))
          .isInstanceOf(IndexMismatchException.class)
          .hasMessageContaining(
              work.index + " holds photos of several archives (" + work.archive + "; /b)")
          .hasFieldOrPropertyWithValue("fault", Fault.SEVERAL_ARCHIVES);
    }
    assertThat(work.open().photos()).hasSize(4);
  }

  @Test
  void anotherModel() {
    work.run();
    EmbeddingModel other = new EmbeddingModel("other", "cd".repeat(32), 49);

    assertThatThrownBy(() ->
            new Indexer(
                    work.archive, work.index, other, () -> work.encoder, IndexerOptions.DEFAULTS)
                .run(ProgressListener.NONE))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("made with model colours")
        .hasFieldOrPropertyWithValue("fault", Fault.MODEL_NOT_IN_INDEX);
  }

  @Test
  void aModelThatGivesOtherVectorsThanItSays() {
    EmbeddingModel wrong = new EmbeddingModel("wrong", "cd".repeat(32), 50);

    assertThatThrownBy(() ->
            new Indexer(
                    work.archive, work.index, wrong, () -> work.encoder, IndexerOptions.DEFAULTS)
                .run(ProgressListener.NONE))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("vectors of 49 dimensions");
  }

  @Test
  void aLuceneDirectoryOfSomebodyElse() throws IOException {
    try (FSDirectory directory = FSDirectory.open(work.index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Document());
    }
    List<String> before = names(work.index);

    assertThatThrownBy(work::run)
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("Lumiere did not write");
    assertThat(names(work.index)).isEqualTo(before);
  }

  @Test
  void aFolderThatIsNoIndex() throws IOException {
    Files.createDirectory(work.index);
    Files.writeString(work.index.resolve("letter.txt"), "Dear");

    assertThatThrownBy(work::run)
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("holds letter.txt and is not an index");
    assertThat(names(work.index)).containsExactly("letter.txt");
  }

  /** Lucene takes files of such names for its own, and removes what no commit speaks of. */
  @Test
  void aFolderOfPhotosThatAreNamedAsFilesOfAnIndex() throws IOException {
    Pictures.write(work.index.resolve("_dsc1234.jpg"), 1);
    Pictures.write(work.index.resolve("_mg_1.cr2"), 2);

    assertThatThrownBy(work::run)
        .isInstanceOf(LumiereException.class)
        .hasMessageMatching("folder .* holds _(dsc1234.jpg|mg_1.cr2) and is not an index")
        .hasFieldOrPropertyWithValue("fault", Fault.NOT_AN_INDEX);
    assertThat(names(work.index)).containsExactly("_dsc1234.jpg", "_mg_1.cr2");
  }

  @Test
  void aFileInTheIndexsPlace() throws IOException {
    Files.writeString(work.index, "a file");

    assertThatThrownBy(work::run)
        .hasMessageContaining("is a file")
        .hasFieldOrPropertyWithValue("fault", Fault.NOT_AN_INDEX);
    assertThat(work.index).hasContent("a file");
  }

  @Test
  void aFolderThatCannotBeMade() throws IOException {
    Files.writeString(temp.resolve("file"), "");

    assertThatThrownBy(() ->
            new Indexer(
                    work.archive,
                    temp.resolve("file/index"),
                    ColourEncoder.MODEL,
                    () -> work.encoder,
                    IndexerOptions.DEFAULTS)
                .run(ProgressListener.NONE))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void theArchiveAsIndex() {
    assertThatThrownBy(() ->
            new Indexer(
                    work.archive,
                    work.archive,
                    ColourEncoder.MODEL,
                    () -> work.encoder,
                    IndexerOptions.DEFAULTS)
                .run(ProgressListener.NONE))
        .hasMessageContaining("the archive and the index");
  }

  @Test
  void aSecondWriter() throws IOException {
    work.run();
    try (FSDirectory directory = FSDirectory.open(work.index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      assertThat(writer.isOpen()).isTrue();
      assertThatThrownBy(work::run)
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("index " + work.index + " is being written by another Lumiere")
          .hasFieldOrPropertyWithValue("fault", Fault.INDEX_IN_USE);
    }
    assertThat(work.run().counts().unchanged()).isEqualTo(4);
  }

  @Test
  void aDamagedIndex() throws IOException {
    work.run();
    try (Stream<Path> files = Files.list(work.index)) {
      Path segments =
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).findAny().get();
      Files.write(segments, new byte[] {1, 2, 3});
    }

    assertThatThrownBy(work::run)
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(work.index.toString());
  }
}
