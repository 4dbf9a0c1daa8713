package io.lumiere.examples.cluster;

import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.ingest.CollectionDestination;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A program that indexes an archive into a collection, one photo at a time. Alone, or with others
 * where a fourth argument is there. When it has encoded some, it says so, and goes no further until
 * it is ended. At its end it says how many it has encoded.
 */
final class IndexingProgram {
  /** As many as there are: one that nobody ends. */
  static final int ALL = Integer.MAX_VALUE;

  /** ZooKeeper notices so soon that it was ended. */
  private static final Duration SESSION = Duration.ofSeconds(4);

  /**
   * One that is not ended is not taken for it while the machine is busy; ZooKeeper allows no more.
   */
  private static final Duration LONG_SESSION = Duration.ofSeconds(20);

  private IndexingProgram() {}

  /**
   * Starts one, in a Java that is quick to start.
   *
   * @param more a fourth argument, or none
   */
  static Process start(Path archive, String address, int most, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                IndexingProgram.class.getName(),
                archive.toString(),
                address,
                Integer.toString(most)));
    command.addAll(List.of(more));
    return ChildProcess.start(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT),
        Duration.ofMinutes(4));
  }

  public static void main(String[] args) {
    int most = Integer.parseInt(args[2]);
    try (PhotoCollection collection =
        PhotoCollection.connect(
            CollectionAddress.parse(args[1]), most == ALL ? LONG_SESSION : SESSION)) {
      PushOptions options = new PushOptions(1, 1, 2, 1);
      CollectionDestination into =
          args.length > 3
              ? CollectionDestination.shared(collection, options)
              : new CollectionDestination(collection, options);
      CountingEncoder encoder =
          new CountingEncoder(calls -> {
            if (calls > most) {
              System.out.println("encoded");
              awaitEnd();
            }
          });
      ModelEncoder model = new ModelEncoder(CountingEncoder.MODEL, () -> encoder);
      new Indexer(Path.of(args[0]), into, List.of(model), IndexerOptions.DEFAULTS.withWorkers(1))
          .run(ProgressListener.NONE);
      System.out.println(encoder.calls);
    }
  }

  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
