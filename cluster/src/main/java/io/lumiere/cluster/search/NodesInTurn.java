package io.lumiere.cluster.search;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.SolrFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.common.util.NamedList;
import org.jspecify.annotations.Nullable;

/**
 * Asks a node for what any node can answer, and another one too where the first fails or is late:
 * the answer that comes first counts. Where all fail, they are asked again for some seconds: when
 * ZooKeeper was away, no node has a copy of any shard until ZooKeeper knows the nodes again, and
 * leaders are elected. No answer takes longer than a limit. Thread-safe.
 */
final class NodesInTurn {
  /** A node that waits for a shard is given time to say that it did not answer. */
  private static final Duration LATE = Duration.ofSeconds(15);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** So long nodes that cannot be reached are asked again. */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  /** So long those are asked that answer, but do not know of a copy of any shard yet. */
  private static final Duration UNTIL_READY = Duration.ofSeconds(40);

  private static final Duration PAUSE = Duration.ofMillis(250);

  /** As long as no node fails, it is asked which there are no more often than SolrJ does. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** A node that was late is asked last for as long as ZooKeeper may take to give it up. */
  private static final Duration AVOIDED = Duration.ofSeconds(30);

  private final PhotoCollection collection;
  private final Map<String, Long> lateUntil = new ConcurrentHashMap<>();

  /** The nodes, each with a copy of a shard. */
  private volatile Map<String, String> known = Map.of();

  private volatile long freshUntil = System.nanoTime();

  NodesInTurn(PhotoCollection collection) {
    this.collection = collection;
  }

  /**
   * The first answer.
   *
   * @param request makes the request, one for each node
   * @throws LumiereException if it is refused, or no node answers in time
   */
  NamedList<Object> ask(Supplier<? extends SolrRequest<?>> request) {
    List<Future<NamedList<Object>>> asked = new ArrayList<>();
    try {
      return first(request, asked);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while Solr was asked", e);
    } finally {
      asked.forEach(answer -> answer.cancel(true));
    }
  }

  private NamedList<Object> first(
      Supplier<? extends SolrRequest<?>> request, List<Future<NamedList<Object>>> asked)
      throws InterruptedException {
    long start = System.nanoTime();
    CompletionService<NamedList<Object>> answers =
        new ExecutorCompletionService<>(collection.threads());
    Iterator<String> nodes = shuffledNodes().iterator();
    String node = "";
    Throwable failure = null;
    boolean isAtStart = false;
    int underWay = 0;
    while (true) {
      long passed = System.nanoTime() - start;
      if (passed >= LONGEST.toNanos()) {
        throw failed("no answer within " + LONGEST.toSeconds() + " seconds", failure);
      }
      long wait = LONGEST.toNanos() - passed;
      if (nodes.hasNext()) {
        String next = nodes.next();
        SolrRequest<?> each = request.get();
        // By the name of a copy: while a node does not know that its own can be searched, as when
        // ZooKeeper comes back, it would pass the request on to another, and that one back to it.
        String copy = known.getOrDefault(next, collection.name());
        asked.add(answers.submit(() -> collection.ask(next, copy, each)));
        node = next;
        underWay++;
        wait = Math.min(wait, LATE.toNanos());
      } else if (underWay == 0) {
        nodes = again(passed, failure, isAtStart);
        continue;
      }
      Future<NamedList<Object>> answer = answers.poll(wait, TimeUnit.NANOSECONDS);
      if (answer == null) {
        lateUntil.put(node, System.nanoTime() + AVOIDED.toNanos());
      } else {
        underWay--;
        try {
          return answer.get();
        } catch (ExecutionException e) {
          failure = e.getCause() == null ? e : e.getCause();
          freshUntil = System.nanoTime();
          requirePassing(failure, isAtStart);
          isAtStart |= SolrFailure.isOfNodeAtStart(failure);
        }
      }
    }
  }

  /**
   * Fails where the next node will say the same.
   *
   * @param isAtStart whether a node has said before that it has just begun
   */
  private void requirePassing(Throwable failure, boolean isAtStart) {
    if (SolrFailure.isFinal(failure)) {
      throw failed(SolrFailure.reason(failure), failure);
    }
    boolean mayBeGone =
        SolrFailure.isMissing(failure) || (SolrFailure.isOfNodeAtStart(failure) && !isAtStart);
    LumiereException unfit = mayBeGone ? collection.unfit() : null;
    if (unfit != null) {
      throw unfit;
    }
  }

  private Iterator<String> again(long passed, @Nullable Throwable failure, boolean isAtStart)
      throws InterruptedException {
    Duration most = isAtStart ? UNTIL_READY : AGAIN;
    if (passed >= most.toNanos()) {
      throw failed(failure == null ? "no node runs" : SolrFailure.reason(failure), failure);
    }
    Thread.sleep(PAUSE);
    return shuffledNodes().iterator();
  }

  /** Each search begins with another one, so that all have the same to do. */
  private List<String> shuffledNodes() throws InterruptedException {
    if (freshUntil - System.nanoTime() <= 0) {
      askForNodes();
    }
    List<String> nodes = new ArrayList<>(known.keySet());
    Collections.shuffle(nodes);
    return lateLast(nodes, lateUntil, System.nanoTime());
  }

  /** Those that are late at a time last; each is looked up once, since other threads add some. */
  static List<String> lateLast(List<String> nodes, Map<String, Long> lateUntil, long now) {
    List<String> inTurn = new ArrayList<>();
    List<String> late = new ArrayList<>();
    for (String node : nodes) {
      Long until = lateUntil.get(node);
      (until != null && until - now > 0 ? late : inTurn).add(node);
    }
    inTurn.addAll(late);
    return inTurn;
  }

  private void askForNodes() throws InterruptedException {
    try {
      Map<String, String> now = collection.health().searchableCopies();
      // A ZooKeeper that was started again does not know the nodes yet.
      if (!now.isEmpty()) {
        known = now;
      }
    } catch (ExecutionException | TimeoutException e) {
      // ZooKeeper is away; the nodes go on with what they know.
      if (known.isEmpty()) {
        throw failed("ZooKeeper does not say where it is", e);
      }
    }
    if (!known.isEmpty()) {
      // Whether it said so or not: no question waits for a ZooKeeper that did not answer the last.
      freshUntil = System.nanoTime() + FRESH.toNanos();
    }
  }

  private LumiereException failed(String reason, @Nullable Throwable failure) {
    // A node that is asked for a collection that was deleted or replaced only complains of the
    // request.
    LumiereException unfit =
        failure == null || failure instanceof TimeoutException ? null : collection.unfit();
    if (unfit != null) {
      return unfit;
    }
    String trouble = failure instanceof TimeoutException ? null : collection.health().trouble();
    return new LumiereException(
        "collection "
            + collection.address()
            + " cannot be searched: "
            + reason
            + (trouble == null ? "" : "; " + trouble),
        failure);
  }
}
