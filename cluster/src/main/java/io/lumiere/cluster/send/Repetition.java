package io.lumiere.cluster.send;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PassingException;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.SolrFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests again that failed because a node did: until another one leads its shard takes some
 * seconds. Where nodes stay away, it says which ones are to be started. Each request may be made
 * twice without harm, as photos are written by their ids. Thread-safe.
 */
public final class Repetition {
  private static final long FIRST_PAUSE = 250;
  private static final long LONGEST_PAUSE = 8_000;

  private final Attempts attempts;
  private final Purpose purpose;
  private final Duration limit;
  private final BooleanSupplier stopped;
  private final AtomicLong repeated = new AtomicLong();

  /**
   * Repeats requests.
   *
   * @param limit so long after its first failure a request fails for good
   * @param stopped whether to give up
   */
  Repetition(Attempts attempts, Purpose purpose, Duration limit, BooleanSupplier stopped) {
    this.attempts = attempts;
    this.purpose = purpose;
    this.limit = limit;
    this.stopped = stopped;
  }

  /**
   * Repeats requests to a collection that is there.
   *
   * @param limit so long after its first failure a request fails for good
   * @param stopped whether to give up
   */
  public static Repetition of(
      PhotoCollection collection, Purpose purpose, Duration limit, BooleanSupplier stopped) {
    return new Repetition(new WatchedRequests(collection), purpose, limit, stopped);
  }

  /** What requests are for, which messages say. */
  public enum Purpose {
    READING("Solr refuses a request: ", "Solr gives no photos: ", ""),
    WRITING(
        "Solr refuses photos: ",
        "Solr takes no photos: ",
        "; what it took is kept, and the same command goes on from there");

    private final String refused;
    private final String failed;
    private final String end;

    Purpose(String refused, String failed, String end) {
      this.refused = refused;
      this.failed = failed;
      this.end = end;
    }
  }

  /** A request to Solr. */
  @FunctionalInterface
  public interface Request<T> {
    T send() throws IOException, SolrServerException;
  }

  /** A request to Solr without an answer. */
  @FunctionalInterface
  public interface Step {
    void send() throws IOException, SolrServerException;
  }

  /** How a request is made once. */
  interface Attempts {
    <T> T make(Request<T> request) throws IOException, SolrServerException;

    /** What is wrong with the nodes, and what to do; null where nothing is known. */
    @Nullable String trouble();
  }

  /** How many requests were made again so far. */
  public long repeated() {
    return repeated.get();
  }

  /** As {@link #of(Request)}, of a request without an answer. */
  public void run(Step step) {
    of(() -> {
      step.send();
      return step;
    });
  }

  /**
   * Makes a request until it succeeds.
   *
   * @throws LumiereException if it is refused, or fails for too long
   */
  public <T> T of(Request<T> request) {
    OptionalLong end = OptionalLong.empty();
    long pause = FIRST_PAUSE;
    Set<String> fullDisks = new TreeSet<>();
    while (true) {
      try {
        return attempts.make(request);
      } catch (IOException | SolrServerException | SolrException | PassingException e) {
        if (SolrFailure.isFinal(e)) {
          throw new LumiereException(purpose.refused + SolrFailure.reason(e), e);
        }
        fullDisks.addAll(SolrFailure.fullDisks(e));
        long now = System.nanoTime();
        end = OptionalLong.of(end.orElse(now + limit.toNanos()));
        if (stopped.getAsBoolean() || now - end.getAsLong() >= 0) {
          throw new LumiereException(failed(e, fullDisks), e);
        }
      }
      repeated.incrementAndGet();
      sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  /** With full disks that were met earlier: Solr says so until it gives their nodes up. */
  private String failed(Exception failure, Set<String> fullDisks) {
    String trouble = attempts.trouble();
    return purpose.failed
        + (fullDisks.isEmpty() ? SolrFailure.reason(failure) : full(fullDisks))
        + (trouble == null ? "" : "; " + trouble)
        + purpose.end;
  }

  private static String full(Set<String> nodes) {
    return nodes.size() == 1
        ? "the disk of node "
            + nodes.iterator().next()
            + " is full: make room there, and start it again"
        : "the disks of nodes "
            + String.join(" and ", nodes)
            + " are full: make room there, and start them again";
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
