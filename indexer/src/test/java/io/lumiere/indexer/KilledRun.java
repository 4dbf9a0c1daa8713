package io.lumiere.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** An index run in a Java of its own, to be killed. */
final class KilledRun {
  private KilledRun() {}

  static Process start(Path archive, Path index) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx512m",
            KilledRun.class.getName(),
            archive.toString(),
            index.toString())
        .inheritIO()
        .start();
  }

  public static void main(String[] args) {
    IndexerOptions options =
        IndexerOptions.DEFAULTS.withWorkers(2).withCommitInterval(Duration.ofMillis(200));
    ColourEncoder slow = new ColourEncoder(50);
    new Indexer(Path.of(args[0]), Path.of(args[1]), ColourEncoder.MODEL, () -> slow, options)
        .run(ProgressListener.NONE);
  }
}
