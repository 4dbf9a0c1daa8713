package io.lumiere.indexer;

import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An index run in a Java of its own, to be killed or starved. */
final class ChildRun {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private ChildRun() {}

  /**
   * Starts a run that commits five times a second, and is to be killed.
   *
   * @param most it never has encoded so many photos
   */
  static Process start(Path archive, Path index, int most) throws IOException {
    return ChildProcess.start(
        new ProcessBuilder(command(archive, index, 20, most)).inheritIO(), LIMIT);
  }

  /** Starts a run by a shell, which executes {@code preparation} first. */
  static Process startInShell(
      String preparation, Path archive, Path index, Map<String, String> environment)
      throws IOException {
    List<String> line = new ArrayList<>(List.of("sh", "-c", preparation + "; exec \"$@\"", "sh"));
    line.addAll(command(archive, index, 0, Integer.MAX_VALUE));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return ChildProcess.start(builder, LIMIT);
  }

  private static List<String> command(Path archive, Path index, long pauseMillis, int most) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "--enable-native-access=ALL-UNNAMED",
        "-Xmx512m",
        "-XX:-UsePerfData",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        ChildRun.class.getName(),
        archive.toString(),
        index.toString(),
        Long.toString(pauseMillis),
        Integer.toString(most));
  }

  public static void main(String[] args) {
    IndexerOptions options =
        IndexerOptions.DEFAULTS.withWorkers(2).withCommitInterval(Duration.ofMillis(200));
    ColourEncoder encoder =
        ColourEncoder.waitingAt(Integer.parseInt(args[3]), Long.parseLong(args[2]));
    new Indexer(Path.of(args[0]), Path.of(args[1]), ColourEncoder.MODEL, () -> encoder, options)
        .run(ProgressListener.NONE);
  }
}
