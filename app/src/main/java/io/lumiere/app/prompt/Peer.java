package io.lumiere.app.prompt;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** Who is at the other end of a connection, by what the system says. Thread-safe. */
final class Peer {
  private Peer() {}

  /** Whether it is a process of this user. */
  static boolean isOwn(SocketChannel connection) throws IOException {
    try {
      return connection
          .getOption(ExtendedSocketOptions.SO_PEERCRED)
          .user()
          .getName()
          .equals(System.getProperty("user.name"));
    } catch (UnsupportedOperationException e) {
      return false; // A system that does not say.
    }
  }
}
