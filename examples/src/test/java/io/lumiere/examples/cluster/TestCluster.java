package io.lumiere.examples.cluster;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.LocalClusterOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A cluster of small nodes on ports that were free. */
final class TestCluster {
  private static final int TRIES = 5;

  private TestCluster() {}

  static LocalCluster start(Path folder, int nodes) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return LocalCluster.start(
            new LocalClusterOptions(
                Path.of(System.getProperty("lumiere.solr")), folder, freePort(), nodes, 256),
            line -> {});
      } catch (LumiereException e) {
        if (tries == TRIES || !e.getMessage().contains("is taken")) {
          throw e;
        }
      }
    }
  }

  /** Free just now; those that follow may not be. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Math.min(socket.getLocalPort(), 65_000);
    }
  }
}
