package io.lumiere.examples.cluster;

import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.NodeProcess;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A program that starts a cluster, prints the numbers of its processes, then the name of the first
 * that has ended, and goes on until it is ended itself.
 */
final class StartedCluster {
  private StartedCluster() {}

  public static void main(String[] args) throws Exception {
    LocalCluster cluster = TestCluster.start(Path.of(args[0]), 1);
    System.out.println(
        cluster.processes().stream()
            .map(process -> Long.toString(process.pid()))
            .collect(Collectors.joining(" ")));
    NodeProcess ended = cluster.broken().join();
    System.out.println(ended.name());
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
