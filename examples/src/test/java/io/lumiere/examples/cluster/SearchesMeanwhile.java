package io.lumiere.examples.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.search.CollectionShards;
import io.lumiere.query.Calibration;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.SharedSearch;
import io.lumiere.schema.IndexMetadata;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Searches a collection all the time, among photos that stay as they are, while its nodes break.
 * Each answer is that of the directory, or says that it is partial and holds nothing else.
 * Thread-safe.
 */
final class SearchesMeanwhile implements Closeable {
  /** The limit of one search, and the time in which a busy machine says so. */
  private static final Duration LONGEST = Duration.ofSeconds(70);

  /** More than there are photos to find. */
  private static final int LIMIT = 100;

  private static final int LIMITS = 5_000;

  private final SharedSearch search;
  private final SearchRequestBuilder request;
  private final Map<String, Object> expected;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final AtomicInteger complete = new AtomicInteger();
  private volatile Duration longest = Duration.ZERO;
  private int searches;
  private volatile boolean ends;
  private @Nullable Thread thread;

  /**
   * Searches that have not begun.
   *
   * @param directory has the same photos
   * @param path what the paths of these are like
   */
  SearchesMeanwhile(PhotoCollection collection, Path directory, String path) {
    IndexMetadata metadata = collection.metadata();
    search =
        new SharedSearch(
            new CollectionShards(collection, metadata.models().defaultModel()),
            metadata,
            metadata.models().defaultModel(),
            null,
            Calibration.DEFAULT);
    request =
        SearchRequest.builder()
            .vector(RandomPhotos.vector(new Random(1), CountingEncoder.MODEL.dimension()))
            .path(path);
    try (PhotoSearch alone = PhotoSearch.open(directory, CountingEncoder.MODEL, null)) {
      expected = found(alone.search(request.limit(LIMIT).build()));
    }
  }

  private static Map<String, Object> found(SearchResult result) {
    Map<String, Object> found = new TreeMap<>();
    // The last bits depend on how each Java compiles sums.
    result
        .hits()
        .forEach(hit ->
            found.put(
                hit.photo().file().path(), Math.round(1e5 * requireNonNull(hit.similarity()))));
    return found;
  }

  void start() {
    assertThat(expected).hasSizeGreaterThan(20);
    thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              while (!ends) {
                searchOnce();
              }
            });
  }

  /** One search more, in this thread. */
  synchronized void searchOnce() {
    long started = System.nanoTime();
    try {
      // Another request each time, so that no node has kept what it found for the last.
      check(search.search(request.limit(LIMIT + searches++ % LIMITS).build()));
    } catch (LumiereException e) {
      failed.add(e.getMessage());
    } catch (RuntimeException e) {
      wrong.add(e.toString());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    longest = took.compareTo(longest) > 0 ? took : longest;
  }

  private void check(SearchResult result) {
    Map<String, Object> found = found(result);
    String partial = result.missing();
    if (partial != null) {
      missing.add(partial);
      if (!expected.entrySet().containsAll(found.entrySet())) {
        wrong.add("partial: " + found);
      }
    } else if (found.equals(expected)) {
      complete.incrementAndGet();
    } else {
      wrong.add(
          found.size() + " of " + expected.size() + ": " + found + " in place of " + expected);
    }
  }

  /** How many were complete so far. */
  int complete() {
    return complete.get();
  }

  synchronized List<String> missing() {
    return List.copyOf(missing);
  }

  synchronized List<String> failed() {
    return List.copyOf(failed);
  }

  /** Ends, and checks all of them. */
  @Override
  public void close() {
    ends = true;
    try {
      if (thread != null) {
        thread.join(LONGEST);
        assertThat(thread.isAlive()).as("a search hangs").isFalse();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.out.printf(
        "  searches: %d complete, %d partial, %d failed, %d wrong, longest %d ms%n",
        complete.get(), missing.size(), failed.size(), wrong.size(), longest.toMillis());
    missing.stream().distinct().forEach(each -> System.out.println("    " + each));
    failed.stream().distinct().forEach(each -> System.out.println("    " + each));
    wrong.stream().distinct().limit(3).forEach(each -> System.out.println("    wrong: " + each));
    assertThat(wrong).isEmpty();
    assertThat(complete).hasPositiveValue();
    assertThat(longest).isLessThan(LONGEST);
  }
}
