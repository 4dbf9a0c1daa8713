package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.LocalClusterOptions;
import io.lumiere.testing.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {
  @TempDir static Path folder;

  @Test
  void whatHasEndedIsNamedAndTheRestEndsWithWhoStartedIt() throws Exception {
    Path own = folder.resolve("killed");
    Process starter = start(own);
    try (BufferedReader out = starter.inputReader(StandardCharsets.UTF_8)) {
      List<ProcessHandle> processes = processes(out.readLine());
      assertThat(processes).hasSize(2).allMatch(ProcessHandle::isAlive);
      assertThatThrownBy(() -> TestCluster.start(own, 1))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("another cluster uses the folder");
      processes.getLast().destroyForcibly();
      assertThat(out.readLine()).isEqualTo("Solr 1");
      assertThat(processes.getFirst().isAlive()).isTrue();
      starter.destroyForcibly();
      for (ProcessHandle process : processes) {
        process.onExit().get(2, TimeUnit.MINUTES);
      }
    }
  }

  private static Process start(Path own) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    // Its node has them from it.
    command.addAll(ChildProcess.compilerOptions());
    command.addAll(
        List.of(
            "-Dlumiere.solr=" + System.getProperty("lumiere.solr"),
            "-cp",
            System.getProperty("java.class.path"),
            StartedCluster.class.getName(),
            own.toString()));
    return ChildProcess.start(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT),
        Duration.ofMinutes(4));
  }

  private static List<ProcessHandle> processes(String numbers) {
    return Stream.of(numbers.split(" "))
        .map(number -> ProcessHandle.of(Long.parseLong(number)).orElseThrow())
        .toList();
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = Math.min(taken.getLocalPort(), 65_000);
      assertThatThrownBy(
              () -> start(new LocalClusterOptions(solr(), folder.resolve("port"), port, 2, 256)))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("port " + port + " is taken by another program")
          .hasMessageContaining("--port");
    }
  }

  /** Nodes have no password, and a page in a browser can ask any port of its machine. */
  @Test
  void webPagesMayNotAskNodes() throws Exception {
    URI node;
    try (PhotoCollection any =
        PhotoCollection.connect(CollectionAddress.parse(TestCluster.address() + "/any"))) {
      String name = any.health().runningNodes().iterator().next();
      node = URI.create("http://" + name.replaceFirst("_solr$", ""));
    }
    String own = node.getAuthority();
    assertThat(status(node, "Host: " + own)).contains(" 200 ");
    assertThat(status(node, "Host: " + own, "Sec-Fetch-Site: none")).contains(" 200 ");
    assertThat(status(node, "Host: evil.example")).contains(" 403 ");
    assertThat(status(node, "Host: " + own, "Origin: https://evil.example")).contains(" 403 ");
    assertThat(status(node, "Host: " + own, "Sec-Fetch-Site: cross-site")).contains(" 403 ");
  }

  private static String status(URI node, String... headers) throws IOException {
    try (Socket socket = new Socket(node.getHost(), node.getPort())) {
      socket.setSoTimeout(60_000);
      String request =
          "GET /solr/admin/collections?action=LIST HTTP/1.1\r\n"
              + String.join("\r\n", headers)
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @Test
  void nodesThatAreNotBuiltAreNamed() {
    assertThatThrownBy(() ->
            start(
                new LocalClusterOptions(
                    folder.resolve("nothing"), folder.resolve("unbuilt"), 27_181, 2, 256)))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("Solr's nodes are not built")
        .hasMessageContaining("./lumiere cluster start");
  }

  @Test
  void whereNoClusterIsThereIsNone() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(() ->
            PhotoCollection.connect(
                CollectionAddress.parse("solr://127.0.0.1:" + port + "/photos"),
                Duration.ofMillis(500)))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("no SolrCloud answers at ZooKeeper 127.0.0.1:" + port)
        .hasMessageContaining("lumiere cluster start");
  }

  private static void start(LocalClusterOptions options) {
    LocalCluster.start(options, line -> {}).close();
  }

  private static Path solr() {
    return Path.of(System.getProperty("lumiere.solr"));
  }
}
