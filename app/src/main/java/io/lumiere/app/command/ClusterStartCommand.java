package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.LocalClusterOptions;
import io.lumiere.cluster.local.NodeProcess;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a SolrCloud on this machine. */
@Command(
    name = "start",
    description = {
      "Starts a ZooKeeper and nodes of Solr, each a process of its own, which listen on 127.0.0.1"
          + " alone; Ctrl-C ends them all. The first time it obtains Solr (85 MB).",
      "It is for trying: it has no passwords, no administration pages and no streaming expressions."
          + " What is in it stays in --folder."
    },
    footer = {
      "  lumiere cluster start",
      "  lumiere cluster start --nodes 4 --heap 1024 --folder /mnt/big/cluster"
    })
final class ClusterStartCommand extends ConsoleCommand {
  private static final int PORT = 27_181;

  @Option(names = "--nodes", paramLabel = "N", description = "How many. Default: 2.")
  int nodes = 2;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "ZooKeeper's; the nodes have those that follow. 0: any that are free. Default: 27181.")
  int port = PORT;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      description = "The Java heap of each node. Default: 512.")
  int heap = 512;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Where its data are. Default: 'cluster' in the cache of Lumiere.")
  @Nullable Path folder;

  ClusterStartCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    LocalClusterOptions options =
        new LocalClusterOptions(
            home.program().resolve("solr/target"),
            folder == null ? home.cache().resolve("cluster") : folder,
            port,
            nodes,
            heap);
    CompletableFuture<@Nullable NodeProcess> end = new CompletableFuture<>();
    try (Interruption interruption =
            new Interruption(console, "its processes end", () -> end.complete(null));
        LocalCluster cluster = LocalCluster.start(options, line -> console.err().println(line))) {
      tell(cluster, options);
      CompletableFuture<Void> unused = cluster.broken().thenAccept(end::complete);
      NodeProcess broken = end.join();
      if (broken == null || interruption.isStopped()) {
        return 0;
      }
      throw broken.failure("has ended, so the others end, too");
    } catch (CompletionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell(LocalCluster cluster, LocalClusterOptions options) {
    console.out().println("The cluster is ready. Photos go to a collection of it by:");
    console.out().println();
    console
        .out()
        .println("  lumiere push INDEX " + cluster.address() + "/photos --shards " + nodes);
    console.out().println();
    console.out().println("Its data and logs are in " + options.folder() + ". Ctrl-C ends it.");
    console.out().flush();
  }
}
