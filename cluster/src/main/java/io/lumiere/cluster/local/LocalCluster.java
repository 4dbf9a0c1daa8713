package io.lumiere.cluster.local;

import io.lumiere.base.LumiereException;
import java.io.Closeable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A ZooKeeper and nodes of Solr as processes on this machine, which listen on loopback alone. It is
 * for trying and for tests: it has no security and no administration pages. Its data stays in the
 * folder. Thread-safe.
 */
public final class LocalCluster implements Closeable {
  private static final String HOST = "127.0.0.1";
  private static final Duration ZOOKEEPER_START = Duration.ofMinutes(1);
  private static final Duration NODE_START = Duration.ofMinutes(4);
  private static final int PROBE_MILLIS = 2_000;
  private static final int HTTP_OK = 200;

  private final LocalClusterOptions options;
  private final FileChannel lock;
  private final TemporaryFolder temporary;
  private final List<NodeProcess> processes = new ArrayList<>();

  private LocalCluster(LocalClusterOptions options, FileChannel lock) {
    this.options = options;
    this.temporary = new TemporaryFolder(options.folder().resolve("tmp"));
    this.lock = lock;
  }

  /**
   * Starts all processes and waits until they are ready.
   *
   * @param told is told of each step, for people
   * @throws LumiereException if a port is taken, the folder is in use, or a process does not start
   */
  public static LocalCluster start(LocalClusterOptions options, Consumer<String> told) {
    try {
      NodeClassPath classPath = NodeClassPath.of(options.runtime(), options.folder());
      LocalCluster cluster = new LocalCluster(options.withPorts(), lock(options.folder()));
      try {
        cluster.checkPorts();
        cluster.temporary.make();
        told.accept("Starting ZooKeeper at " + HOST + ":" + options.port());
        cluster.startZooKeeper(classPath);
        cluster.startNodes(classPath, told);
        return cluster;
      } catch (IOException | RuntimeException e) {
        cluster.close();
        throw e;
      }
    } catch (IOException e) {
      throw new LumiereException("the cluster does not start: " + e.getMessage(), e);
    }
  }

  /** What addresses of its collections begin with: {@code solr://HOST:PORT}. */
  public String address() {
    return "solr://" + HOST + ":" + options.port();
  }

  /** ZooKeeper first, then the nodes. */
  public List<NodeProcess> processes() {
    synchronized (processes) {
      return List.copyOf(processes);
    }
  }

  /**
   * Starts one of its processes again, with its data; where it runs still, it is killed first.
   *
   * @param number its place in {@link #processes}
   * @throws LumiereException if it does not start
   */
  public void restart(int number) {
    processes().get(number).kill();
    try {
      NodeClassPath classPath = NodeClassPath.of(options.runtime(), options.folder());
      if (number == 0) {
        startZooKeeper(classPath);
      } else {
        startNode(classPath, number);
        awaitNode(number);
      }
    } catch (IOException e) {
      throw new LumiereException("it does not start again: " + e.getMessage(), e);
    }
  }

  /** Completed when one of its processes has ended, which none does by itself. */
  public CompletableFuture<NodeProcess> broken() {
    CompletableFuture<NodeProcess> first = new CompletableFuture<>();
    for (NodeProcess process : processes()) {
      CompletableFuture<Void> unused = process.ended().thenAccept(first::complete);
    }
    return first;
  }

  /** Ends all processes, the nodes first. */
  @Override
  public void close() {
    List<NodeProcess> nodes = processes();
    if (!nodes.isEmpty()) {
      List<NodeProcess> solr = nodes.subList(1, nodes.size());
      solr.forEach(NodeProcess::stop);
      solr.forEach(NodeProcess::awaitEnd);
      nodes.getFirst().stop();
      nodes.getFirst().awaitEnd();
    }
    temporary.delete();
    try {
      lock.close();
    } catch (IOException e) {
      // The system lets go of it with this process.
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve("cluster.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new LumiereException(
          "another cluster uses the folder " + folder + ": end it, or name another by --folder");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void checkPorts() {
    for (int port = options.port(); port <= options.port() + options.nodes(); port++) {
      if (!FreePorts.isFree(port)) {
        throw new LumiereException(
            "port "
                + port
                + " is taken by another program (the cluster uses "
                + options.port()
                + " to "
                + (options.port() + options.nodes())
                + "): choose others by --port");
      }
    }
  }

  private void startZooKeeper(NodeClassPath classPath) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-Xmx128m", "-XX:+UseSerialGC"));
    arguments.addAll(
        List.of(
            "-cp",
            classPath.text(),
            "io.lumiere.solr.node.ZooKeeperNode",
            Integer.toString(options.port()),
            options.folder().resolve("zookeeper").toString()));
    start(0, "ZooKeeper", "zookeeper.log", arguments)
        .await(this::zooKeeperAnswers, ZOOKEEPER_START);
  }

  private void startNodes(NodeClassPath classPath, Consumer<String> told) throws IOException {
    for (int number = 1; number <= options.nodes(); number++) {
      told.accept("Starting Solr at http://" + HOST + ":" + options.nodePort(number) + "/solr");
      startNode(classPath, number);
    }
    for (int number = 1; number <= options.nodes(); number++) {
      awaitNode(number);
    }
  }

  private void startNode(NodeClassPath classPath, int number) throws IOException {
    String log = "solr-" + number + ".log";
    start(number, "Solr " + number, log, nodeArguments(classPath, number));
  }

  private void awaitNode(int number) {
    int port = options.nodePort(number);
    processes().get(number).await(() -> nodeAnswers(port), NODE_START);
  }

  private List<String> nodeArguments(NodeClassPath classPath, int number) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xmx" + options.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
    arguments.addAll(options.nodeArguments());
    arguments.addAll(
        List.of(
            "-Dsolr.port.listen=" + options.nodePort(number),
            "-Dsolr.logs.dir=" + options.folder().resolve("logs"),
            "-cp",
            classPath.text(),
            "io.lumiere.solr.node.SolrNode",
            Integer.toString(options.nodePort(number)),
            options.folder().resolve("solr-" + number).toString(),
            HOST + ":" + options.port()));
    return arguments;
  }

  private NodeProcess start(int number, String name, String log, List<String> arguments)
      throws IOException {
    List<String> all = new ArrayList<>(temporary.arguments());
    all.addAll(arguments);
    NodeProcess process =
        NodeProcess.start(name, options.folder().resolve("logs").resolve(log), all);
    synchronized (processes) {
      if (number < processes.size()) {
        processes.set(number, process);
      } else {
        processes.add(process);
      }
    }
    return process;
  }

  private boolean zooKeeperAnswers() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(loopback(options.port()), PROBE_MILLIS);
      return true;
    }
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static boolean nodeAnswers(int port) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://" + HOST + ":" + port + "/solr/admin/info/system?wt=json")
                .toURL()
                .openConnection();
    connection.setConnectTimeout(PROBE_MILLIS);
    connection.setReadTimeout(10 * PROBE_MILLIS);
    try {
      return connection.getResponseCode() == HTTP_OK;
    } finally {
      connection.disconnect();
    }
  }
}
