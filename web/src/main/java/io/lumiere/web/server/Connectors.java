package io.lumiere.web.server;

import io.lumiere.base.LumiereException;
import io.lumiere.web.Limits;
import io.lumiere.web.Listen;
import io.lumiere.web.Tls;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** Opens the ports. Thread-safe. */
final class Connectors {
  private static final int TRIES = 20;

  private Connectors() {}

  /**
   * Opens the address, or both loopback addresses on one port; the connectors are open, and not yet
   * the server's.
   *
   * @throws LumiereException if the port is taken or the address is not one of this machine's
   */
  static List<ServerConnector> open(
      Server server, Listen listen, Limits limits, ConnectionWatch watch) {
    for (int attempt = 0; ; attempt++) {
      List<ServerConnector> opened = new ArrayList<>();
      try {
        String address = listen.address() == null ? "127.0.0.1" : listen.address();
        ServerConnector first = connector(server, listen.tls(), limits, watch);
        open(first, address, listen.port());
        opened.add(first);
        if (listen.address() == null) {
          openIpv6(server, listen, limits, watch, opened);
        }
        return opened;
      } catch (BindException e) {
        opened.forEach(ServerConnector::close);
        if (listen.port() != 0 || attempt == TRIES) {
          throw cannot(listen, e);
        }
      } catch (IOException | RuntimeException e) {
        opened.forEach(ServerConnector::close);
        throw cannot(listen, e);
      }
    }
  }

  /** Machines without IPv6 do without. */
  private static void openIpv6(
      Server server,
      Listen listen,
      Limits limits,
      ConnectionWatch watch,
      List<ServerConnector> opened)
      throws IOException {
    ServerConnector second = connector(server, listen.tls(), limits, watch);
    try {
      open(second, "::1", opened.get(0).getLocalPort());
      opened.add(second);
    } catch (BindException e) {
      if (String.valueOf(e.getMessage()).contains("in use")) {
        throw e; // Somebody else would get what is meant for us.
      }
    } catch (IOException e) {
      // No IPv6 here.
    }
  }

  private static void open(ServerConnector connector, String address, int port) throws IOException {
    connector.setHost(address);
    connector.setPort(port);
    try {
      connector.open();
    } catch (IOException e) {
      // Jetty wraps what went wrong.
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static LumiereException cannot(Listen listen, Exception failure) {
    String where =
        (listen.address() == null ? "127.0.0.1" : listen.address()) + ":" + listen.port();
    boolean taken = String.valueOf(failure.getMessage()).contains("in use");
    return new LumiereException(
        taken
            ? "port "
                + listen.port()
                + " is in use, perhaps by another 'lumiere serve': stop that, or take another port"
                + " (--port 0 takes any that is free)"
            : "cannot listen on " + where + ": " + failure.getMessage(),
        failure);
  }

  private static ServerConnector connector(
      Server server, @Nullable Tls tls, Limits limits, ConnectionWatch watch) {
    HttpConfiguration config = configuration(limits);
    ServerConnector connector;
    if (tls == null) {
      connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(config));
    } else {
      config.addCustomizer(new SecureRequestCustomizer(false));
      SslContextFactory.Server ssl = new SslContextFactory.Server();
      ssl.setKeyStore(Certificates.read(tls));
      ssl.setKeyStorePassword(Certificates.password(tls));
      ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
      connector =
          new ServerConnector(
              server,
              1,
              1,
              new SslConnectionFactory(ssl, "http/1.1"),
              new HttpConnectionFactory(config));
    }
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setAcceptQueueSize(limits.connections());
    connector.addBean(watch);
    return connector;
  }

  private static HttpConfiguration configuration(Limits limits) {
    HttpConfiguration config = new HttpConfiguration();
    config.setSendServerVersion(false);
    config.setSendXPoweredBy(false);
    config.setRequestHeaderSize(limits.headerBytes());
    // Ids of photos may have both; RequestPath looks at what they stand for.
    config.setUriCompliance(
        UriCompliance.RFC3986.with(
            "with ids",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    config.setRelativeRedirectAllowed(true);
    return config;
  }
}
