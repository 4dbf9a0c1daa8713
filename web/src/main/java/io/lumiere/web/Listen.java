package io.lumiere.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens. Immutable.
 *
 * @param address null for this machine alone (127.0.0.1 and ::1), else an address or name of it
 * @param port 0 for any that is free
 * @param hosts more names that browsers may call the server by
 */
public record Listen(@Nullable String address, int port, List<String> hosts, @Nullable Tls tls) {
  private static final int LAST_PORT = 65_535;

  /** Checks the port. */
  public Listen {
    hosts = List.copyOf(hosts);
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("port " + port + " is not from 0 to " + LAST_PORT);
    }
  }

  /** On this machine alone. */
  public static Listen locally(int port) {
    return new Listen(null, port, List.of(), null);
  }
}
