package io.lumiere.cluster.send;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionHealth;
import io.lumiere.cluster.collection.PhotoCollection;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.solr.client.solrj.SolrServerException;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests, and waits for an answer as long as the nodes run that ran before. A node that is
 * frozen, or cut off, keeps its connections and never answers; but ZooKeeper does not hear of it
 * any more, and says so after some seconds. A node that is only slow is waited for. Thread-safe.
 */
final class WatchedRequests implements Repetition.Attempts {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Longer than SolrJ's own limit, which counts until an answer begins, not until it ends. */
  private static final Duration LONGEST = Duration.ofSeconds(150);

  private final CollectionHealth health;
  private final ExecutorService threads;

  WatchedRequests(PhotoCollection collection) {
    this.health = collection.health();
    this.threads = collection.threads();
  }

  @Override
  public <T> T make(Repetition.Request<T> request) throws IOException, SolrServerException {
    Set<String> running = health.runningNodes();
    long end = System.nanoTime() + LONGEST.toNanos();
    Future<T> answer = threads.submit(request::send);
    try {
      while (true) {
        try {
          return answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          requireRunning(running);
          if (System.nanoTime() - end >= 0) {
            throw new SolrServerException("no answer within " + LONGEST.toSeconds() + " seconds");
          }
        }
      }
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while Solr was waited for", e);
    } finally {
      answer.cancel(true);
    }
  }

  private void requireRunning(Set<String> nodes) throws SolrServerException {
    Set<String> running = health.runningNodes();
    for (String node : nodes) {
      if (!running.contains(node)) {
        throw new SolrServerException("node " + node + " does not run any more");
      }
    }
  }

  private static RuntimeException rethrown(ExecutionException failure)
      throws IOException, SolrServerException {
    switch (failure.getCause()) {
      case IOException e -> throw e;
      case SolrServerException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(failure);
    }
  }

  @Override
  public @Nullable String trouble() {
    return health.trouble();
  }
}
