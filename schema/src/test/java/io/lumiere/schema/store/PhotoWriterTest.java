package io.lumiere.schema.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoWriterTest {
  private static final IndexMetadata METADATA =
      new IndexMetadata(new EmbeddingModel("colours", "ab".repeat(32), 4), "/photos");

  @TempDir Path temp;
  private Path index;

  @BeforeEach
  void nameTheIndex() {
    index = temp.resolve("photos.index");
  }

  private PhotoWriter open() {
    return PhotoWriter.open(index, () -> false, "the photos are as they were");
  }

  private static Document photo(String path) {
    Document document = new Document();
    document.add(new StringField(Fields.PATH, path, Store.YES));
    return document;
  }

  @Test
  void whereNothingWasCommittedNothingIsLeft() throws IOException {
    try (PhotoWriter writer = open()) {
      writer.replace(List.of(), photo("a.jpg"));
      assertThat(writer.reader()).isEmpty();
    }
    assertThat(index).doesNotExist();

    Files.createDirectory(index);
    open().close();
    assertThat(index).isDirectory();
  }

  @Test
  void oneProcessWritesAtATime() {
    try (PhotoWriter writer = open()) {
      writer.describe(METADATA);
      assertThatThrownBy(this::open)
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("index " + index + " is being written by another Lumiere");
    }
    open().close();
  }

  @Test
  void anIndexThatMustExistIsNotMade() {
    assertThatThrownBy(() -> PhotoWriter.openExisting(index, () -> false, ""))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there is no index at " + index);
    assertThat(index).doesNotExist();
  }

  @Test
  void whatOthersSayOfTheIndexStays() {
    try (PhotoWriter writer = open()) {
      writer.describe(METADATA, Map.of("reader", "7"));
      writer.describe(METADATA.withArchive("/moved"));
      assertThat(writer.committedData()).containsEntry("reader", "7");
      assertThat(writer.metadata().archive()).isEqualTo("/moved");
    }
    assertThat(IndexFolder.readMetadata(index).archive()).isEqualTo("/moved");
  }

  @Test
  void aMergedCommitShowsAllAtOnce() {
    Map<String, String> data = new TreeMap<>(METADATA.toUserData());
    data.put("reader", "7");
    try (PhotoWriter writer = open()) {
      writer.replace(List.of(), photo("a.jpg"));
      writer.replace(List.of(), photo("b.jpg"));
      writer.replace(List.of(new Term(Fields.PATH, "a.jpg")), photo("a.jpg"));
      writer.commitMerged(data);
    }
    try (OpenIndex open = OpenIndex.at(index)) {
      assertThat(open.reader().numDocs()).isEqualTo(2);
      assertThat(open.metadata()).isEqualTo(METADATA);
    }
  }

  @Test
  void aMergedCommitThatIsStoppedShowsNothing() {
    AtomicBoolean stopped = new AtomicBoolean();
    try (PhotoWriter writer = PhotoWriter.open(index, stopped::get, "")) {
      writer.replace(List.of(), photo("a.jpg"));
      stopped.set(true);
      assertThat(writer.commitMerged(METADATA.toUserData())).isFalse();
      stopped.set(false);
    }
    assertThat(index).doesNotExist();
  }

  @Test
  void segmentsOfManyPhotosAreMergedWhenAllAreWritten() throws IOException {
    try (PhotoWriter writer = open()) {
      for (int photo = 0; photo < 60_000; photo++) {
        writer.replace(List.of(), photo(photo + ".jpg"));
        if (photo == 30_000) {
          writer.commit();
        }
      }
      writer.commit();
      assertThat(segments(writer)).isGreaterThan(1);
      writer.settle();
      assertThat(segments(writer)).isEqualTo(1);
    }
  }

  @Test
  void aMergeThatFailsIsSaidAndLeavesNoStackTrace() throws IOException {
    for (int segment = 0; segment < 2; segment++) {
      try (PhotoWriter writer = open()) {
        writer.describe(METADATA);
        for (int photo = 0; photo < 100; photo++) {
          writer.replace(List.of(), photo(segment + "/" + photo + ".jpg"));
        }
        writer.commit();
      }
    }
    damage(index.resolve("_0.cfs"));
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    try (PhotoWriter writer = PhotoWriter.open(index, () -> false, "", new PhotoMerges(1_000, 1))) {
      assertThatThrownBy(writer::settle)
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("index " + index + " is damaged");
      assertThatThrownBy(() -> writer.describe(METADATA.withArchive("/moved")))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("index " + index + " is damaged");
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(uncaught).isEmpty();
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private static int segments(PhotoWriter writer) throws IOException {
    try (DirectoryReader reader = writer.reader().orElseThrow()) {
      return reader.leaves().size();
    }
  }
}
