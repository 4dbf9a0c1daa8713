package io.lumiere.bench.cluster;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.NodeProcess;
import io.lumiere.cluster.push.Push;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.push.PushProgress;
import io.lumiere.cluster.push.PushReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of a directory into a collection: how long it took, the processor time of all who took
 * part, and what the photos take on disk there. Not thread-safe.
 */
final class MeasuredPush {
  private static final int BATCH = 100;
  private static final int SENDERS = 4;

  private final Path index;
  private final PhotoCollection collection;
  private final LocalCluster cluster;
  private final Path nodes;

  MeasuredPush(Path index, PhotoCollection collection, LocalCluster cluster, Path nodes) {
    this.index = index;
    this.collection = collection;
    this.cluster = cluster;
    this.nodes = nodes;
  }

  /** Makes the collection, of so many shards. */
  Map<String, Object> run(int shards) throws IOException {
    double senderBefore = processorSeconds(ProcessHandle.current());
    double nodesBefore = nodesSeconds();
    PushReport report =
        new Push(
                index,
                collection,
                new PushOptions(BATCH, SENDERS, shards, 1),
                PushProgress.Listener.NONE,
                () -> false)
            .run();
    System.err.println("Pushed into " + shards + " shards: " + report);
    return Map.of(
        "what",
        "push",
        "shards",
        shards,
        "photos",
        report.sent(),
        "seconds",
        report.elapsed().toMillis() / 1e3,
        "sender",
        processorSeconds(ProcessHandle.current()) - senderBefore,
        "nodes",
        nodesSeconds() - nodesBefore,
        "bytes",
        bytes(collection.name() + "_"));
  }

  private double nodesSeconds() {
    return cluster.processes().stream()
        .map(NodeProcess::pid)
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .mapToDouble(MeasuredPush::processorSeconds)
        .sum();
  }

  private static double processorSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
  }

  /** What the directories of the shards take on disk, without Solr's log of updates. */
  private long bytes(String shards) throws IOException {
    try (Stream<Path> files = Files.walk(nodes)) {
      return files
          .filter(file -> file.toString().contains("/" + shards) && isIn(file, "index"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private static boolean isIn(Path file, String folder) {
    Path parent = file.getParent();
    return parent != null && parent.endsWith(folder) && Files.isRegularFile(file);
  }
}
