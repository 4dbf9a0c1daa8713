package io.lumiere.examples.cluster;

import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.LocalClusterOptions;
import io.lumiere.cluster.local.NodeProcess;
import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * Clusters of small nodes: one of two nodes for all tests that do not end it, and others. No node
 * has the module jdk.incubator.vector: with it, Lucene adds up a cosine in another order when it
 * compares many vectors at once, so that the last bit differs between a directory and a shard.
 */
final class TestCluster {
  /** The collections of all tests stay, and each takes some megabytes of a node. */
  private static final int HEAP_MEGABYTES = 512;

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
    // Nobody reads its data again, so that no node need save it.
    cluster.processes().forEach(NodeProcess::kill);
    cluster.close();
    FileUtils.deleteQuietly(folder.toFile());
  }

  static LocalCluster start(Path folder, int nodes) {
    return LocalCluster.start(
        new LocalClusterOptions(
            Path.of(System.getProperty("lumiere.solr")),
            folder,
            0,
            nodes,
            HEAP_MEGABYTES,
            // Not without the second compiler: Lucene would add up in another way.
            ChildProcess.compilerOptions()),
        line -> {});
  }
}
