package io.lumiere.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import io.lumiere.base.LumiereException;
import io.lumiere.examples.probe.StepProbe;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.schema.Photo;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.util.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches an index while another process writes it. */
class NearRealTimeTest {
  private static final SearchRequest LAKES = SearchRequest.builder().text("lake").limit(1).build();

  @TempDir Path folder;
  private Path index;
  private Process writer;
  private BufferedWriter steps;
  private BufferedReader counts;

  @BeforeEach
  void startWriter() throws IOException {
    index = folder.resolve("index");
    List<String> classPath =
        Stream.of(
                Version.class,
                ICUFoldingFilter.class,
                KStemFilter.class,
                Normalizer2.class,
                Photo.class,
                LumiereException.class,
                StepProbe.class)
            .map(Program::codeOf)
            .toList();
    writer =
        new Program(classPath)
            .add(StepProbe.class.getName(), index.toString())
            .start(folder.resolve("err").toFile());
    steps = writer.outputWriter();
    counts = writer.inputReader();
  }

  @AfterEach
  void endWriter() throws Exception {
    steps.close();
    assertThat(writer.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
  }

  /** Has the other process add photos; returns how many it has committed then. */
  private int add(int photos) throws IOException {
    steps.write(photos + "\n");
    steps.flush();
    String count = counts.readLine();
    assertThat(count).as(Files.readString(folder.resolve("err"))).isNotNull();
    return Integer.parseInt(count);
  }

  @Test
  void refreshSeesWhatAnotherProcessCommitted() throws Exception {
    assertThat(add(3)).isEqualTo(3);
    try (PhotoSearch search = PhotoSearch.open(index)) {
      assertThat(search.search(LAKES).total()).isEqualTo(3);
      for (int step = 1; step <= 5; step++) {
        int photos = add(10);
        assertThat(search.search(LAKES).total()).isEqualTo(photos - 10);
        assertThat(search.refresh()).isTrue();
        assertThat(search.refresh()).isFalse();
        assertThat(search.search(LAKES).total()).isEqualTo(photos);
      }
    }
  }

  @Test
  void aSearchUnderWayEndsOnWhatItBeganWith() throws Exception {
    add(3);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        PhotoSearch search =
            PhotoSearch.open(
                index,
                null,
                text -> {
                  begun.countDown();
                  awaitUnchecked(goOn);
                  return new float[] {1, 0};
                })) {
      Future<SearchResult> underWay = threads.submit(() -> search.search(LAKES));
      begun.await();
      add(7);
      assertThat(search.refresh()).isTrue();
      goOn.countDown();
      assertThat(underWay.get().total()).isEqualTo(3);
      assertThat(search.search(LAKES).total()).isEqualTo(10);
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSearchCanRefreshItself() throws Exception {
    add(1);
    try (PhotoSearch search = PhotoSearch.open(index)) {
      search.refreshEvery(Duration.ofMillis(20));
      int photos = add(4);
      long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (search.search(LAKES).total() < photos && System.nanoTime() < limit) {
        Thread.sleep(10);
      }
      assertThat(search.search(LAKES).total()).isEqualTo(photos);
    }
  }

  @Test
  void aReaderChangesNothingInTheFolder() throws Exception {
    add(3);
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      Map<String, String> before = listing(copy);
      try (PhotoSearch search = PhotoSearch.open(copy)) {
        assertThat(search.search(LAKES).total()).isEqualTo(3);
        assertThat(search.refresh()).isFalse();
        assertThat(search.stats().photos()).isEqualTo(3);
        // Root may write in spite of the permissions, so look.
        assertThat(listing(copy)).isEqualTo(before);
      }
      assertThat(listing(copy)).isEqualTo(before).doesNotContainKey("write.lock");
    } finally {
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Each file's name with its length and last-modified time. */
  private static Map<String, String> listing(Path folder) throws IOException {
    Map<String, String> listing = new TreeMap<>();
    listing.put("", Files.getLastModifiedTime(folder).toString());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        listing.put(
            file.getFileName().toString(),
            Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return listing;
  }
}
