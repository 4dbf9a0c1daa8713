package io.lumiere.cluster.local;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports of loopback that nobody listens at. Thread-safe. */
final class FreePorts {
  private static final int TRIES = 20;

  /** Below the ports that systems give to whoever asks for any, which others may get meanwhile. */
  private static final int FIRST = 20_000;

  private static final int LAST = 30_000;

  private FreePorts() {}

  /** The first of so many that follow one another. */
  static int first(int count) {
    for (int tries = 0; tries < TRIES; tries++) {
      int first = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (areFree(first, count)) {
        return first;
      }
    }
    throw new LumiereException(
        "no "
            + count
            + " free ports in a row were found between "
            + FIRST
            + " and "
            + LAST
            + ": name the first by --port");
  }

  private static boolean areFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      if (!isFree(port)) {
        return false;
      }
    }
    return true;
  }

  static boolean isFree(int port) {
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
