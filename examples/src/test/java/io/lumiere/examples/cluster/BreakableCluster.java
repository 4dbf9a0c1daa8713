package io.lumiere.examples.cluster;

import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.local.LocalCluster;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.cloud.Slice;

/**
 * A cluster whose processes are killed, frozen and started again. They have numbers: that of
 * ZooKeeper is 0. Thread-safe.
 */
final class BreakableCluster implements Closeable {
  static final int ZOOKEEPER = 0;

  /** Far more than anything takes here; what takes longer hangs. */
  private static final Duration MOST = Duration.ofMinutes(3);

  private static final int PHOTOS = 10_000;

  private final Path folder;
  private final LocalCluster cluster;
  private final Set<Integer> frozen = ConcurrentHashMap.newKeySet();

  BreakableCluster(Path folder, int nodes) {
    this.folder = folder;
    cluster = TestCluster.start(folder, nodes);
  }

  PhotoCollection connect() {
    return PhotoCollection.connect(CollectionAddress.parse(cluster.address() + "/photos"));
  }

  void kill(int number) {
    cluster.processes().get(number).kill();
  }

  void restart(int number) {
    cluster.restart(number);
  }

  /** What a node has said since it was started. */
  String log(int number) throws IOException {
    return Files.readString(folder.resolve("logs").resolve("solr-" + number + ".log"));
  }

  /** Its connections stay open, and nothing is answered. */
  void freeze(int number) {
    frozen.add(number);
    signal("STOP", number);
  }

  void thaw(int number) {
    signal("CONT", number);
    frozen.remove(number);
  }

  private void signal(String signal, int number) {
    try {
      long pid = cluster.processes().get(number).pid();
      int status = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -" + signal + " ended with " + status);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name that Solr has for the node. */
  String node(int number) {
    return "127.0.0.1:" + (firstPort() + number) + "_solr";
  }

  private int firstPort() {
    return URI.create(cluster.address()).getPort();
  }

  private int number(Replica copy) {
    return URI.create(copy.getBaseUrl()).getPort() - firstPort();
  }

  int leader(PhotoCollection collection, String shard) {
    return number(state(collection).getLeader(shard));
  }

  /** A node that leads no shard. */
  int follower(PhotoCollection collection) {
    Set<Integer> nodes =
        new TreeSet<>(IntStream.range(1, cluster.processes().size()).boxed().toList());
    for (Slice shard : state(collection).getSlices()) {
      nodes.remove(number(shard.getLeader()));
    }
    return nodes.iterator().next();
  }

  /** The nodes that have copies of a shard. */
  List<Integer> nodesOf(PhotoCollection collection, String shard) {
    return state(collection).getSlice(shard).getReplicas().stream().map(this::number).toList();
  }

  private static DocCollection state(PhotoCollection collection) {
    return collection.client().getClusterStateProvider().getClusterState().getCollection("photos");
  }

  /** Waits until ZooKeeper has given a node up. */
  void awaitGone(PhotoCollection collection, int number) {
    await("end of " + node(number), () -> !running(collection).contains(node(number)));
  }

  /** Waits until a node that runs leads a shard which another one led. */
  void awaitOtherLeader(PhotoCollection collection, String shard, int before) {
    await(
        "leader of " + shard,
        () -> {
          Replica leader = state(collection).getLeader(shard);
          return leader != null && number(leader) != before && leader.isActive(running(collection));
        });
  }

  /** Waits until all copies of all shards take part. */
  void awaitWhole(PhotoCollection collection) {
    await(
        "all copies",
        () ->
            state(collection).getSlices().stream()
                .flatMap(shard -> shard.getReplicas().stream())
                .allMatch(copy -> copy.isActive(running(collection))));
  }

  private static Set<String> running(PhotoCollection collection) {
    return collection.health().runningNodes();
  }

  /** Waits until all copies of each shard hold the same photos, and gives their number. */
  int awaitSameCopies(PhotoCollection collection) {
    int[] photos = {0};
    await(
        "same copies",
        () -> {
          photos[0] = 0;
          for (Slice shard : state(collection).getSlices()) {
            Map<Object, Object> first = null;
            for (Replica copy : shard.getReplicas()) {
              Map<Object, Object> held = held(copy);
              if (first != null && !held.equals(first)) {
                return false;
              }
              first = held;
            }
            photos[0] += first == null ? 0 : first.size();
          }
          return true;
        });
    return photos[0];
  }

  /** What each photo of a copy is like, by its id. */
  private static Map<Object, Object> held(Replica copy) throws Exception {
    SolrQuery all = new SolrQuery("*:*").setRows(PHOTOS).setFields("id", "copy_hash");
    all.set("distrib", false);
    Map<Object, Object> held = new HashMap<>();
    try (SolrClient client =
        new HttpJdkSolrClient.Builder(copy.getBaseUrl())
            .withDefaultCollection(copy.getCoreName())
            .useHttp1_1(true)
            .build()) {
      client
          .query(all)
          .getResults()
          .forEach(photo -> held.put(photo.getFieldValue("id"), photo.getFieldValue("copy_hash")));
    }
    return held;
  }

  static void await(String what, Callable<Boolean> state) {
    long end = System.nanoTime() + MOST.toNanos();
    Exception last = null;
    while (System.nanoTime() - end < 0) {
      try {
        if (state.call()) {
          return;
        }
        Thread.sleep(200);
      } catch (SolrException | IOException e) {
        last = e; // A node that does not answer yet.
      } catch (Exception e) {
        throw new IllegalStateException(what, e);
      }
    }
    throw new AssertionError("no " + what + " within " + MOST, last);
  }

  @Override
  public void close() {
    new ArrayList<>(frozen).forEach(this::thaw);
    cluster.close();
  }
}
