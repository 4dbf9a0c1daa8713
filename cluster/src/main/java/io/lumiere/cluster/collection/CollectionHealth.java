package io.lumiere.cluster.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  CollectionHealth(String name, ClusterStateProvider states) {
    this.name = name;
    this.states = states;
  }

  /** The names of all nodes that run. A frozen node leaves them after some seconds. */
  public Set<String> runningNodes() {
    return Set.copyOf(states.getLiveNodes());
  }

  /** The addresses of the nodes that run and have a copy of a shard that can be searched. */
  public List<String> searchableNodes() {
    Set<String> running = runningNodes();
    return shards().stream()
        .flatMap(shard -> shard.getReplicas().stream())
        .filter(copy -> copy.isActive(running))
        .map(Replica::getBaseUrl)
        .distinct()
        .toList();
  }

  /** Says for which shards no node takes photos, and what to do; null where all have one. */
  public @Nullable String trouble() {
    try {
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
    } catch (SolrException e) {
      return "ZooKeeper cannot be asked for the state of collection "
          + name
          + " ("
          + SolrFailure.reason(e)
          + "): does it run?";
    }
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
