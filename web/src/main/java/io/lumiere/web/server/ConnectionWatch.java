package io.lumiere.web.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/**
 * Closes connections that take too long between two requests. Jetty's idle time begins again with
 * every byte, so a client that sends a header byte by byte would never be idle. Thread-safe.
 */
final class ConnectionWatch implements Connection.Listener {
  private static final long BUSY = Long.MAX_VALUE;

  private final long patience;
  private final Map<Connection, Long> since = new ConcurrentHashMap<>();

  ConnectionWatch(Duration patience) {
    this.patience = patience.toNanos();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData) {
      since.put(connection, System.nanoTime());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    since.remove(connection);
  }

  /** A request has all its headers. */
  void began(Request request) {
    Connection connection = request.getConnectionMetaData().getConnection();
    since.replace(connection, BUSY);
    Request.addCompletionListener(request, failure -> since.replace(connection, System.nanoTime()));
  }

  /** Closes what is overdue; to be called every second or so. */
  void look() {
    long now = System.nanoTime();
    since.forEach((connection, start) -> {
      if (start != BUSY && now - start > patience) {
        connection.getEndPoint().close();
      }
    });
  }
}
