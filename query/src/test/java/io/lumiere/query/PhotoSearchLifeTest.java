package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.IndexMismatchException;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, refreshing, closing, and what an index says of itself. */
class PhotoSearchLifeTest {
  private static final EmbeddingModel OTHER = new EmbeddingModel("other", "c".repeat(64), 4);

  @TempDir Path folder;

  @Test
  void noIndexIsSaidAndNothingIsMade() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> PhotoSearch.open(missing))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(missing.toString())
        .hasFieldOrPropertyWithValue("fault", Fault.NO_INDEX);
    assertThat(missing).doesNotExist();
    assertThatThrownBy(() -> PhotoSearch.open(folder))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there is no index at");
  }

  @Test
  void anotherLuceneDirectoryIsRefused() throws IOException {
    try (var writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig())) {
      writer.commit();
    }
    assertThatThrownBy(() -> PhotoSearch.open(folder)).isInstanceOf(IndexMismatchException.class);
  }

  @Test
  void aDamagedIndexIsSaid() throws IOException {
    try (var archive = new TestArchive(folder)) {
      archive.add("a.jpg", 1, 0, 0, 0);
      archive.commit();
    }
    try (var files = Files.newDirectoryStream(folder, "_*.si")) {
      for (Path file : files) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThatThrownBy(() -> PhotoSearch.open(folder))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void anotherModelIsRefused() throws IOException {
    try (var archive = new TestArchive(folder)) {
      archive.add("a.jpg", 1, 0, 0, 0);
      archive.commit();
      assertThatThrownBy(() -> PhotoSearch.open(folder, OTHER, TestArchive::encode))
          .isInstanceOf(IndexMismatchException.class)
          .hasMessageContaining("other")
          .hasMessageContaining("test");
    }
  }

  @Test
  void anIndexWithoutPhotosFindsNothing() throws IOException {
    try (var archive = new TestArchive(folder);
        var search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode)) {
      assertThat(search.search(SearchRequest.builder().text("sunset").build()).hits()).isEmpty();
      archive.addFailure("broken.jpg", "the file is empty");
      archive.commit();
      search.refresh();
      assertThat(search.search(SearchRequest.builder().text("sunset").build()).hits()).isEmpty();
      assertThat(search.search(SearchRequest.builder().build()).total()).isZero();
      archive.add("a.jpg", 1, 0, 0, 0);
      archive.commit();
      search.refresh();
      archive.delete("a.jpg");
      archive.commit();
      search.refresh();
      assertThat(search.search(SearchRequest.builder().text("sunset").build()).hits()).isEmpty();
    }
  }

  @Test
  void refreshSeesWhatWasCommitted() throws IOException {
    try (var archive = new TestArchive(folder);
        var search = PhotoSearch.open(folder)) {
      archive.add("a.jpg", 1, 0, 0, 0);
      archive.commit();
      assertThat(search.find("a.jpg")).isEmpty();
      assertThat(photos(search)).isZero();
      assertThat(search.refresh()).isTrue();
      assertThat(search.refresh()).isFalse();
      assertThat(photos(search)).isEqualTo(1);
      assertThat(search.find("a.jpg")).isPresent();
      assertThat(search.find("id of a.jpg")).isPresent();
      assertThat(search.findVector("a.jpg")).hasValue(new float[] {1, 0, 0, 0});
    }
  }

  private static int photos(PhotoSearch search) {
    return search.search(SearchRequest.builder().build()).coverage().photos();
  }

  @Test
  void aSearchThatIsRunningSurvivesClosing() throws Exception {
    try (var archive = new TestArchive(folder)) {
      archive.add("a.jpg", 1, 0, 0, 0);
      archive.commit();
    }
    assertEndsAfterClosing(encoder -> PhotoSearch.open(folder, TestArchive.MODEL, encoder));
    try (var files = FSDirectory.open(folder)) {
      DirectoryReader reader = DirectoryReader.open(files);
      assertEndsAfterClosing(encoder -> PhotoSearch.open(reader, TestArchive.MODEL, encoder));
      assertThat(reader.getRefCount()).isZero();
    }
  }

  private static void assertEndsAfterClosing(Function<TextEncoder, PhotoSearch> opener)
      throws Exception {
    CountDownLatch isRunning = new CountDownLatch(1);
    CountDownLatch isClosed = new CountDownLatch(1);
    PhotoSearch search =
        opener.apply(text -> {
          isRunning.countDown();
          try {
            isClosed.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return TestArchive.encode(text);
        });
    FutureTask<SearchResult> task =
        new FutureTask<>(() -> search.search(SearchRequest.builder().text("sunset").build()));
    new Thread(task).start();
    isRunning.await();
    search.close();
    isClosed.countDown();
    assertThat(task.get().hits()).hasSize(1);
    assertThatThrownBy(search::stats).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void countsWhatItHoldsWhenTheFilesAreGone() throws IOException {
    try (var archive = new TestArchive(folder)) {
      archive.add("a.jpg", 1, 0, 0, 0);
      archive.commit();
      archive.add("b.jpg", 1, 0, 0, 0);
      archive.commit();
      try (var search = PhotoSearch.open(folder)) {
        archive.merge();
        assertThat(search.stats().photos()).isEqualTo(2);
        assertThat(search.stats().storage().segments()).isEqualTo(2);
        search.refresh();
        assertThat(search.stats().storage().segments()).isEqualTo(1);
        assertThat(search.stats().storage().bytes()).isPositive();
      }
    }
  }

  @Test
  void aWritersReaderShowsWhatIsNotCommittedYet() throws IOException {
    try (var archive = new TestArchive(folder);
        var search = PhotoSearch.open(archive.reader(), TestArchive.MODEL, TestArchive::encode)) {
      SearchRequest sunset = SearchRequest.builder().text("sunset").build();
      assertThat(search.search(sunset).hits()).isEmpty();
      archive.add("a.jpg", 1, 0, 0, 0);
      assertThat(search.refresh()).isTrue();
      assertThat(search.search(sunset).total()).isEqualTo(1);
      assertThat(search.stats().photos()).isEqualTo(1);
      assertThat(search.stats().storage().bytes()).isPositive();
      try (var committed = PhotoSearch.open(folder)) {
        assertThat(committed.find("a.jpg")).isEmpty();
      }
      archive.delete("a.jpg");
      search.refresh();
      assertThat(search.search(sunset).hits()).isEmpty();
    }
  }

  @Test
  void aReaderThatIsRefusedIsClosed() throws IOException {
    try (var archive = new TestArchive(folder)) {
      DirectoryReader reader = archive.reader();
      assertThatThrownBy(() -> PhotoSearch.open(reader, OTHER, TestArchive::encode))
          .isInstanceOf(IndexMismatchException.class);
      assertThat(reader.getRefCount()).isZero();
    }
  }

  @Test
  void refreshingAgainAndAgainEndsWithTheSearch() throws IOException {
    try (var archive = new TestArchive(folder)) {
      archive.commit();
      PhotoSearch search = PhotoSearch.open(folder);
      assertThatThrownBy(() -> search.refreshEvery(Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("more than zero");
      search.refreshEvery(Duration.ofMillis(1));
      search.refreshEvery(Duration.ofMillis(2));
      search.close();
      search.close();
    }
  }

  @Test
  void refreshRefusesAnotherModelAndGoesOn() throws IOException {
    try (var archive = new TestArchive(folder);
        var search = PhotoSearch.open(folder)) {
      archive.add("a.jpg", 1, 0, 0, 0);
      archive.commit();
      search.refresh();
      archive.add("b.jpg", 1, 0, 0, 0);
      archive.commit(OTHER);
      assertThatThrownBy(search::refresh).isInstanceOf(IndexMismatchException.class);
      assertThat(search.search(SearchRequest.builder().build()).total()).isEqualTo(1);
    }
  }

  @Test
  void refreshRefusesWhatAnotherLuceneWroteAndGoesOn() throws IOException {
    try (var archive = new TestArchive(folder)) {
      archive.add("a.jpg", 1, 0, 0, 0);
      archive.commit();
    }
    try (var search = PhotoSearch.open(folder)) {
      Codec unheard = new FilterCodec("Unheard", Codec.getDefault()) {};
      IndexWriterConfig config = new IndexWriterConfig().setCodec(unheard);
      try (var writer = new IndexWriter(FSDirectory.open(folder), config)) {
        writer.addDocument(new Document());
      }
      assertThatThrownBy(search::refresh)
          .isInstanceOf(LumiereException.class)
          .hasFieldOrPropertyWithValue("fault", Fault.INDEX_OF_OTHER_VERSION);
      assertThat(search.search(SearchRequest.builder().build()).total()).isEqualTo(1);
    }
  }

  @Test
  void useAfterCloseIsRefusedAndClosingTwiceIsHarmless() throws IOException {
    try (var archive = new TestArchive(folder)) {
      archive.commit();
      PhotoSearch search = PhotoSearch.open(folder);
      search.close();
      search.close();
      assertThatThrownBy(search::stats).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void manyThreadsSearchWhileOthersWriteAndRefresh() throws Exception {
    try (var archive = new TestArchive(folder);
        var search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      AtomicBoolean done = new AtomicBoolean();
      Callable<Integer> searches =
          () -> {
            int most = 0;
            while (!done.get()) {
              SearchResult result = search.search(SearchRequest.builder().text("sunset").build());
              assertThat(result.total()).isGreaterThanOrEqualTo(most);
              most = result.total();
            }
            return most;
          };
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(threads.submit(searches));
      }
      for (int i = 0; i < 40; i++) {
        archive.add(i + ".jpg", 1, i, 0, 0);
        archive.commit();
        search.refresh();
      }
      done.set(true);
      for (Future<Integer> result : results) {
        assertThat(result.get()).isBetween(0, 40);
      }
      assertThat(search.search(SearchRequest.builder().build()).total()).isEqualTo(40);
    }
  }

  private static final Taken GUESSED =
      new Taken(
          LocalDateTime.parse("2024-03-01T10:00"),
          null,
          null,
          Taken.FILE_TIME,
          Confidence.LOW,
          Precision.TIME);

  @Test
  void statsCountWhatIsThere() throws IOException {
    try (var archive = new TestArchive(folder)) {
      Camera pixel = Camera.builder().make("Google").model("Pixel 6").build();
      archive.add("a.jpg", "2020-02-29T10:00", pixel, Caption.NONE, 1, 0, 0, 0);
      archive.add("b.png", "2021-03-01T10:00", pixel, Caption.NONE, 1, 0, 0, 0);
      archive.add("c.jpg", 1, 0, 0, 0);
      archive.add("gone.png", 1, 0, 0, 0);
      archive.addTaken("scan.jpg", GUESSED, Camera.UNKNOWN, Caption.NONE, 1, 0, 0, 0);
      archive.addFailure("z.jpg", "reason z");
      archive.addFailure("y.jpg", "reason y");
      archive.commit();
      archive.delete("gone.png");
      archive.commit();
      try (var search = PhotoSearch.open(folder)) {
        IndexStats stats = search.stats();
        assertThat(stats.photos()).isEqualTo(4);
        assertThat(stats.dates().dated()).isEqualTo(2);
        assertThat(stats.dates().guessed()).isEqualTo(1);
        assertThat(stats.dates().earliest()).isEqualTo(LocalDateTime.parse("2020-02-29T10:00"));
        assertThat(stats.dates().latest()).isEqualTo(LocalDateTime.parse("2021-03-01T10:00"));
        assertThat(stats.formats()).containsOnlyKeys("jpeg", "png").containsEntry("jpeg", 3);
        assertThat(stats.cameras()).containsEntry("Google Pixel 6", 2);
        assertThat(stats.failures())
            .containsExactly(
                new IndexStats.Failure("y.jpg", "reason y"),
                new IndexStats.Failure("z.jpg", "reason z"));
        assertThat(stats.storage().bytes()).isPositive();
        assertThat(stats.storage().deletedDocuments()).isEqualTo(1);
        assertThat(search.metadata().model()).isEqualTo(TestArchive.MODEL);
      }
    }
  }
}
