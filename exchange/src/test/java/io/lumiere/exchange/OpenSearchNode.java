package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.base.Folders;
import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A real OpenSearch of one node on 127.0.0.1, in a folder and a process of its own, which ends with
 * this. It refuses to run as root, so root runs it as somebody else. Where none can run, the tests
 * that ask for one are skipped and say why.
 */
final class OpenSearchNode implements AutoCloseable {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration LIFE = Duration.ofMinutes(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path home;
  private final Process process;
  private final String address;

  private OpenSearchNode(Path home, Process process) throws IOException, InterruptedException {
    this.home = home;
    this.process = process;
    this.address = "http://" + waitForPort(home, process);
  }

  static OpenSearchNode start() throws IOException, InterruptedException {
    List<String> packages = run(List.of("bash", ROOT.resolve("setup/opensearch.sh").toString()));
    Path folder = Files.createTempDirectory("lumiere-opensearch-");
    try {
      Path home = folder.resolve("home");
      unzip(Path.of(packages.get(0)), home);
      unzip(Path.of(packages.get(1)), home.resolve("plugins/opensearch-knn"));
      Files.createDirectories(home.resolve("tmp"));
      List<String> somebody = somebody(folder);
      Process process =
          ChildProcess.start(
              new ProcessBuilder(command(somebody, home))
                  .directory(home.toFile())
                  .redirectErrorStream(true)
                  .redirectOutput(folder.resolve("output").toFile()),
              LIFE);
      try {
        return new OpenSearchNode(home, process);
      } catch (IOException | RuntimeException | AssertionError e) {
        process.destroyForcibly().waitFor();
        throw e;
      }
    } catch (IOException | RuntimeException | Error e) {
      Folders.delete(folder);
      throw e;
    }
  }

  /** What a command begins with so that it does not run as root, and may use the folder. */
  private static List<String> somebody(Path folder) throws IOException, InterruptedException {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    String group = run(List.of("id", "-g", "nobody")).getFirst();
    run(List.of("chown", "-R", "nobody:" + group, folder.toString()));
    List<String> prefix =
        List.of("setpriv", "--reuid", "nobody", "--regid", group, "--clear-groups");
    List<String> trial = new ArrayList<>(prefix);
    trial.addAll(List.of("test", "-x", java(), "-a", "-w", folder.resolve("home").toString()));
    run(trial);
    return prefix;
  }

  /** What the script in {@code bin} comes to, without the two programs that it starts before. */
  private static List<String> command(List<String> somebody, Path home) {
    List<String> command = new ArrayList<>(somebody);
    command.addAll(
        List.of(
            java(),
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + home.resolve("tmp"),
            "-Dopensearch.path.home=" + home,
            "-Dopensearch.path.conf=" + home.resolve("config"),
            "-Dopensearch.distribution.type=zip",
            "-Dopensearch.bundled_jdk=false",
            "-javaagent:" + home.resolve("agent/opensearch-agent.jar"),
            "-cp",
            home.resolve("lib") + "/*",
            "org.opensearch.bootstrap.OpenSearch",
            "-Ediscovery.type=single-node",
            "-Enetwork.host=127.0.0.1",
            "-Ehttp.port=0",
            "-Etransport.port=0",
            "-Enode.portsfile=true",
            // A disk that is nearly full would make it refuse new indexes.
            "-Ecluster.routing.allocation.disk.threshold_enabled=false"));
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The lines that a command prints; without them the tests are skipped. */
  private static List<String> run(List<String> command) throws IOException, InterruptedException {
    try {
      Process process = ChildProcess.start(new ProcessBuilder(command), Duration.ofMinutes(2));
      process.getOutputStream().close();
      List<String> lines =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      String why = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assumeTrue(
          process.waitFor() == 0,
          "no OpenSearch can run here: " + String.join(" ", command) + ": " + why.strip());
      return lines;
    } catch (IOException e) {
      assumeTrue(false, "no OpenSearch can run here: " + e.getMessage());
      throw e;
    }
  }

  /** Leaves out the folder that all is in; the plugin's has none. */
  private static void unzip(Path zip, Path target) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName().replaceFirst("^opensearch-[0-9.]+/", "");
        Path path = target.resolve(name).normalize();
        assertThat(path.startsWith(target)).isTrue();
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(in, path);
        }
      }
    }
  }

  /** The node writes where it listens once it does. */
  private static String waitForPort(Path home, Process process)
      throws IOException, InterruptedException {
    Path ports = home.resolve("logs/http.ports");
    long until = System.nanoTime() + START.toNanos();
    while (!Files.exists(ports)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        List<String> output = Files.readAllLines(home.resolveSibling("output"));
        fail(
            (process.isAlive() ? "OpenSearch has not started in " + START : "OpenSearch has ended")
                + ":\n"
                + String.join(
                    "\n", output.subList(Math.max(0, output.size() - 40), output.size())));
      }
      Thread.sleep(50);
    }
    return Files.readAllLines(ports).getFirst();
  }

  /** The reply to a request, which must succeed. */
  JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
    var response =
        client.send(
            HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).describedAs(response.body()).isLessThan(300);
    return JSON.readTree(response.body());
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    Folders.delete(home.getParent());
  }
}
