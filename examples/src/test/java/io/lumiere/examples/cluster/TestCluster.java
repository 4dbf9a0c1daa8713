package io.lumiere.examples.cluster;

import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.LocalClusterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * Clusters of small nodes: one of two nodes for all tests that do not end it, and others. No node
 * has the module jdk.incubator.vector: with it, Lucene adds up a cosine in another order when it
 * compares many vectors at once, so that the last bit differs between a directory and a shard.
 */
final class TestCluster {
  /**
   * Java's second compiler waits ten times as long: half of what a node did was compiling code for
   * a life that it does not have. Without that compiler, Lucene adds up in another way.
   */
  private static final List<String> SHORT_LIFE =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private static @Nullable LocalCluster shared;

  private TestCluster() {}

  /** Where the one for all tests is; it ends with this Java. */
  static synchronized String address() {
    if (shared == null) {
      try {
        Path folder = Files.createTempDirectory("lumiere-cluster");
        LocalCluster started = start(folder, 2);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, folder)));
        shared = started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared.address();
  }

  private static void end(LocalCluster cluster, Path folder) {
    cluster.close();
    FileUtils.deleteQuietly(folder.toFile());
  }

  static LocalCluster start(Path folder, int nodes) {
    return LocalCluster.start(
        new LocalClusterOptions(
            Path.of(System.getProperty("lumiere.solr")), folder, 0, nodes, 256, SHORT_LIFE),
        line -> {});
  }
}
