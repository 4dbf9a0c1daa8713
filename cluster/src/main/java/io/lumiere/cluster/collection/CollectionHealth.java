package io.lumiere.cluster.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.impl.ClusterStateProvider;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.cloud.Slice;
import org.jspecify.annotations.Nullable;

/** Which nodes and shards of a collection run, as ZooKeeper says. Thread-safe. */
public final class CollectionHealth {
  private final String name;
  private final ClusterStateProvider states;
  private final ExecutorService threads;

  /** What is asked for in these threads need not be waited for. */
  CollectionHealth(String name, ClusterStateProvider states, ExecutorService threads) {
    this.name = name;
    this.states = states;
    this.threads = threads;
  }

  /** The names of all nodes that run. A frozen node leaves them after some seconds. */
  public Set<String> runningNodes() {
    return Set.copyOf(states.getLiveNodes());
  }

  /**
   * The addresses of the nodes that run and have a copy of a shard that can be searched, each with
   * the name of such a copy, if ZooKeeper says it soon.
   *
   * @throws ExecutionException if it cannot be asked
   * @throws TimeoutException if it does not answer in time
   */
  public Map<String, String> searchableCopies()
      throws ExecutionException, InterruptedException, TimeoutException {
    return PromptAnswer.of(threads, this::activeCopies);
  }

  private Map<String, String> activeCopies() {
    Set<String> running = runningNodes();
    return shards().stream()
        .flatMap(shard -> shard.getReplicas().stream())
        .filter(copy -> copy.isActive(running))
        .collect(
            Collectors.toMap(Replica::getBaseUrl, Replica::getCoreName, (first, next) -> first));
  }

  /** Says for which shards no node takes photos, and what to do; null where all have one. */
  public @Nullable String trouble() {
    try {
      return PromptAnswer.<@Nullable String>of(threads, this::leaderless);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (TimeoutException e) {
      return away("no answer within " + PromptAnswer.LIMIT.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SolrException failure) {
        return away(SolrFailure.reason(failure));
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private String away(String reason) {
    return "ZooKeeper cannot be asked for the state of collection "
        + name
        + " ("
        + reason
        + "): does it run?";
  }

  private @Nullable String leaderless() {
    Set<String> running = runningNodes();
    List<String> leaderless = new ArrayList<>();
    Set<String> nodes = new TreeSet<>();
    for (Slice shard : shards()) {
      Replica leader = shard.getLeader();
      if (leader == null || !leader.isActive(running)) {
        leaderless.add(shard.getName());
        shard.getReplicas().forEach(copy -> nodes.add(copy.getNodeName()));
      }
    }
    return leaderless.isEmpty() ? null : trouble(name, leaderless, nodes, running);
  }

  /** Says what to do, where these nodes have all copies of shards without a leader. */
  static String trouble(
      String name, List<String> leaderless, Set<String> nodes, Set<String> running) {
    Set<String> down =
        nodes.stream()
            .filter(node -> !running.contains(node))
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(" and ", leaderless)
        + " of collection "
        + name
        + (leaderless.size() == 1 ? " has" : " have")
        + " no leader: "
        + todo(nodes, down);
  }

  private static String todo(Set<String> nodes, Set<String> down) {
    if (nodes.isEmpty()) {
      return "no node has a copy, as while a collection is being made";
    }
    return down.isEmpty()
        ? "the logs of " + String.join(", ", nodes) + " say why"
        : "start " + String.join(", ", down);
  }

  private List<Slice> shards() {
    DocCollection state = states.getClusterState().getCollectionOrNull(name);
    return state == null ? List.of() : List.copyOf(state.getActiveSlices());
  }
}
