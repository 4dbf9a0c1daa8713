package io.lumiere.cluster.send;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.SolrFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;

/**
 * Makes requests again that failed because a node did: until another one leads its shard takes some
 * seconds. Each request may be made twice without harm, as photos are written by their ids.
 * Thread-safe.
 */
public final class Repetition {
  private static final long FIRST_PAUSE = 250;
  private static final long LONGEST_PAUSE = 8_000;

  private final Duration limit;
  private final BooleanSupplier stopped;
  private final AtomicLong repeated = new AtomicLong();

  /**
   * Repeats requests.
   *
   * @param limit after so long a request fails for good
   * @param stopped whether to give up
   */
  Repetition(Duration limit, BooleanSupplier stopped) {
    this.limit = limit;
    this.stopped = stopped;
  }

  /** A request to Solr. */
  @FunctionalInterface
  public interface Request<T> {
    T send() throws IOException, SolrServerException;
  }

  /** How many requests were made again so far. */
  public long repeated() {
    return repeated.get();
  }

  /**
   * Makes a request until it succeeds.
   *
   * @throws LumiereException if it is refused, or fails for too long
   */
  public <T> T of(Request<T> request) {
    long end = System.nanoTime() + limit.toNanos();
    long pause = FIRST_PAUSE;
    while (true) {
      try {
        return request.send();
      } catch (IOException | SolrServerException | SolrException e) {
        if (SolrFailure.isFinal(e)) {
          throw new LumiereException("Solr refuses photos: " + SolrFailure.reason(e), e);
        }
        if (stopped.getAsBoolean() || System.nanoTime() >= end) {
          throw new LumiereException(
              "Solr takes no photos: "
                  + SolrFailure.reason(e)
                  + "; what it took is kept, and the same command goes on from there",
              e);
        }
      }
      repeated.incrementAndGet();
      sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while Solr was waited for", e);
    }
  }
}
