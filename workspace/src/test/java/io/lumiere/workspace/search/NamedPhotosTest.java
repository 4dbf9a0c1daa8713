package io.lumiere.workspace.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which photo is meant where two, as those of two archives, are at one path. */
class NamedPhotosTest {
  private static final EmbeddingModel MODEL = new EmbeddingModel("test", "a".repeat(64), 2);
  private static final String PATH = "DCIM/IMG_0001.JPG";

  @TempDir Path folder;

  private PhotoSearch search;

  @BeforeEach
  void fill() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
      add(writer, "first", PATH, 1, 0);
      add(writer, "second", PATH, 0, 1);
      add(writer, "like the first", "a.jpg", 1, 0);
      add(writer, "like the second", "b.jpg", 0, 1);
      writer.setLiveCommitData(new IndexMetadata(MODEL, "/archive").toUserData().entrySet());
      writer.commit();
    }
    search = PhotoSearch.open(folder, MODEL, null);
  }

  private static void add(IndexWriter writer, String id, String path, float... vector)
      throws IOException {
    PhotoFile file = new PhotoFile(path, "b".repeat(64), 1000, Instant.EPOCH);
    Photo photo = Photo.builder(id, file, new ImageInfo(40, 30, 1, "jpeg")).build();
    writer.addDocument(PhotoDocuments.toDocument(photo, vector));
  }

  @AfterEach
  void close() {
    search.close();
  }

  /** The ids of what is found, the likest first. */
  private List<String> found(BiConsumer<NamedPhotos, SearchRequestBuilder> naming) {
    SearchRequestBuilder request = SearchRequest.builder();
    naming.accept(NamedPhotos.ofIndex(search), request);
    return search.search(request.build()).hits().stream().map(hit -> hit.photo().id()).toList();
  }

  @Test
  void aPhotoThatIsLikedByItsIdIsThisOne() {
    assertThat(found((photos, request) -> photos.mark(request, "second", 1, true)))
        .startsWith("like the second")
        .contains("first")
        .doesNotContain("second");
    assertThat(found((photos, request) -> photos.mark(request, "first", 1, true)))
        .startsWith("like the first")
        .contains("second")
        .doesNotContain("first");
  }

  @Test
  void aTextNamesAPhotoByItsId() {
    QueryParser parser = new QueryParser(Clock.systemUTC());
    assertThat(found((photos, request) -> photos.query(request, parser.parse("similar:second"))))
        .startsWith("like the second")
        .contains("first")
        .doesNotContain("second");
  }

  @Test
  void aPhotoMayStillBeNamedByItsPath() {
    assertThat(found((photos, request) -> photos.mark(request, "b.jpg", 1, true)))
        .startsWith("second");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileIsNamedByTheFolderBehindALinkToTheArchive(@TempDir Path disk) throws IOException {
    Path photos = Files.createDirectories(disk.resolve("photos/trips"));
    Path picture = Files.createFile(photos.resolve("lake.jpg"));
    Path archive = Files.createSymbolicLink(disk.resolve("Pictures"), disk.resolve("photos"));
    Path index = disk.resolve("index");
    try (FSDirectory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
      add(writer, "lake", "trips/lake.jpg", 1, 0);
      writer.setLiveCommitData(
          new IndexMetadata(MODEL, archive.toString()).toUserData().entrySet());
      writer.commit();
    }
    try (PhotoSearch linked = PhotoSearch.open(index, MODEL, null)) {
      NamedPhotos named =
          new NamedPhotos(
              linked,
              () -> {
                throw new AssertionError("no picture is encoded");
              });
      assertThat(named.nameInIndex(picture.toString())).contains("trips/lake.jpg");
      assertThat(named.nameInIndex(archive.resolve("trips/lake.jpg").toString()))
          .contains("trips/lake.jpg");
      assertThat(named.nameInIndex(disk.resolve("lake.jpg").toString())).isEmpty();
      assertThat(NamedPhotos.ofIndex(linked).nameInIndex(picture.toString())).isEmpty();
    }
  }
}
