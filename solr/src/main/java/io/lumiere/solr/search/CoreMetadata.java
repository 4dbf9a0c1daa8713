package io.lumiere.solr.search;

import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.solr.core.SolrCore;
import org.jspecify.annotations.Nullable;

/**
 * What the configset of a core says of its photos: whose vectors are in which field, and the
 * archive. The configset is in ZooKeeper, and searches go on while that is away, so what it says is
 * read every few seconds, and what it said last counts where it does not answer. Thread-safe.
 */
final class CoreMetadata {
  /** The file of the configset. */
  private static final String FILE = "lumiere.properties";

  private static final Duration FRESH = Duration.ofSeconds(2);

  /** ZooKeeper answers in milliseconds, or Solr waits for it for most of a minute. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final Callable<IndexMetadata> source;
  private final Duration fresh;
  private final Duration wait;
  private @Nullable Reading last;
  private volatile @Nullable IndexMetadata known;

  /** An answer of the source, which may be yet to come. */
  private record Reading(FutureTask<IndexMetadata> answer, long started) {
    boolean isOlderThan(Duration age) {
      return passed() > age.toNanos();
    }

    long passed() {
      return System.nanoTime() - started;
    }
  }

  /** That of a core. */
  CoreMetadata(SolrCore core) {
    this(() -> read(core), FRESH, WAIT);
  }

  /**
   * What a source says. Nothing is read yet.
   *
   * @param source throws an IOException where it cannot be reached
   * @param fresh how long an answer counts
   * @param wait how long a search waits for another one
   */
  CoreMetadata(Callable<IndexMetadata> source, Duration fresh, Duration wait) {
    this.source = source;
    this.fresh = fresh;
    this.wait = wait;
  }

  private static IndexMetadata read(SolrCore core) throws IOException {
    Properties properties = new Properties();
    try (InputStream file = core.getResourceLoader().openResource(FILE)) {
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    Map<String, String> data = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> data.put(key, properties.getProperty(key)));
    return IndexMetadata.fromUserData(data, core.getName());
  }

  /** Reads it as long as ZooKeeper surely answers. What is wrong with it, searches say. */
  void know() {
    try {
      get();
    } catch (IOException | LumiereException e) {
      // It is read again when a search needs it.
    }
  }

  /**
   * What it says, or said last.
   *
   * @throws IOException if it never could be read
   * @throws LumiereException if it was not made by this version of Lumiere
   */
  IndexMetadata get() throws IOException {
    return answered(reading(fresh));
  }

  /** As {@link #get}, where what it said last cannot be all that it says. */
  IndexMetadata readAgain() throws IOException {
    return answered(reading(Duration.ZERO));
  }

  private synchronized Reading reading(Duration age) {
    Reading now = last;
    if (now == null || (now.answer.isDone() && (known == null || now.isOlderThan(age)))) {
      now = new Reading(new FutureTask<>(this::remembered), System.nanoTime());
      Thread.ofPlatform().daemon().name("lumiere-configset").start(now.answer);
      last = now;
    }
    return now;
  }

  private IndexMetadata remembered() throws Exception {
    IndexMetadata said = source.call();
    known = said;
    return said;
  }

  private IndexMetadata answered(Reading reading) throws IOException {
    IndexMetadata before = known;
    try {
      return before == null
          ? reading.answer.get()
          : reading.answer.get(wait.toNanos() - reading.passed(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + FILE + " was read");
    } catch (TimeoutException e) {
      return before;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LumiereException unfit) {
        throw unfit;
      }
      if (before == null) {
        throw new IOException(FILE + " cannot be read", e);
      }
      return before;
    }
  }
}
