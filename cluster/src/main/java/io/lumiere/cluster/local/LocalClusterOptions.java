package io.lumiere.cluster.local;

import java.nio.file.Path;
import java.util.List;

/**
 * A SolrCloud on this machine. Immutable.
 *
 * @param runtime where the module {@code solr} was built: its {@code classes} and {@code lib}
 * @param folder where the cluster keeps its data; of one cluster at a time
 * @param port of ZooKeeper; the nodes have those that follow. 0: any that are free
 * @param nodes how many
 * @param heapMegabytes the Java heap of each node
 * @param nodeArguments of the Java of each node, besides those that it cannot do without
 */
public record LocalClusterOptions(
    Path runtime, Path folder, int port, int nodes, int heapMegabytes, List<String> nodeArguments) {
  public LocalClusterOptions {
    nodeArguments = List.copyOf(nodeArguments);
    runtime = runtime.toAbsolutePath();
    folder = folder.toAbsolutePath();
    if (nodes < 1 || nodes > 16) {
      throw new IllegalArgumentException(nodes + " nodes: not in 1..16");
    }
    if (port < 0 || port + nodes > 65_535) {
      throw new IllegalArgumentException(
          "port is " + port + ", not in 0.." + (65_535 - nodes) + " for " + nodes + " nodes");
    }
    if (heapMegabytes < 128 || heapMegabytes > 65_536) {
      throw new IllegalArgumentException("a heap of " + heapMegabytes + " MB: not in 128..65536");
    }
  }

  /** Nodes that compare vectors by the processor's wide instructions. */
  public LocalClusterOptions(Path runtime, Path folder, int port, int nodes, int heapMegabytes) {
    this(
        runtime, folder, port, nodes, heapMegabytes, List.of("--add-modules=jdk.incubator.vector"));
  }

  /** The same, with ports that are free now where any will do. */
  LocalClusterOptions withPorts() {
    return port == 0
        ? new LocalClusterOptions(
            runtime, folder, FreePorts.first(nodes + 1), nodes, heapMegabytes, nodeArguments)
        : this;
  }

  /** Where the node of this number, from 1 on, listens. */
  int nodePort(int number) {
    return port + number;
  }
}
