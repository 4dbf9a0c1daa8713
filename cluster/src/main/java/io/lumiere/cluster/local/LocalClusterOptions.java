package io.lumiere.cluster.local;

import java.nio.file.Path;

/**
 * A SolrCloud on this machine. Immutable.
 *
 * @param runtime where the module {@code solr} was built: its {@code classes} and {@code lib}
 * @param folder where the cluster keeps its data; of one cluster at a time
 * @param port of ZooKeeper; the nodes have those that follow
 * @param nodes how many
 * @param heapMegabytes the Java heap of each node
 */
public record LocalClusterOptions(
    Path runtime, Path folder, int port, int nodes, int heapMegabytes) {
  public LocalClusterOptions {
    runtime = runtime.toAbsolutePath();
    folder = folder.toAbsolutePath();
    if (nodes < 1 || nodes > 16) {
      throw new IllegalArgumentException(nodes + " nodes: not in 1..16");
    }
    if (port < 1 || port + nodes > 65_535) {
      throw new IllegalArgumentException(
          "port is " + port + ", not in 1.." + (65_535 - nodes) + " for " + nodes + " nodes");
    }
    if (heapMegabytes < 128 || heapMegabytes > 65_536) {
      throw new IllegalArgumentException("a heap of " + heapMegabytes + " MB: not in 128..65536");
    }
  }

  /** Where the node of this number, from 1 on, listens. */
  int nodePort(int number) {
    return port + number;
  }
}
