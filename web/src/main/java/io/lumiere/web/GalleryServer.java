package io.lumiere.web;

import io.lumiere.web.access.Access;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.server.JettyGallery;
import java.util.List;

/**
 * A running gallery. Start it, open {@link #openAddress}, close it: open requests have five seconds
 * to end. Thread-safe.
 */
public final class GalleryServer implements AutoCloseable {
  private final Listen listen;
  private final Access access;
  private final JettyGallery jetty;

  private GalleryServer(Listen listen, Access access, JettyGallery jetty) {
    this.listen = listen;
    this.access = access;
    this.jetty = jetty;
  }

  /**
   * Starts a server.
   *
   * @param modules all endpoints; the server closes them, also where it cannot start
   * @throws io.lumiere.base.LumiereException if the port is taken, or the certificate cannot be
   *     read
   */
  public static GalleryServer start(
      Listen listen, Access access, Limits limits, List<ApiModule> modules) {
    return new GalleryServer(listen, access, JettyGallery.start(listen, access, limits, modules));
  }

  /** The port that it listens on. */
  public int port() {
    return jetty.port();
  }

  /** Where it is, such as {@code http://127.0.0.1:7171}. */
  public String address() {
    String host = listen.address() == null ? "127.0.0.1" : listen.address();
    if (host.contains(":")) {
      host = "[" + host + "]";
    }
    return (listen.tls() == null ? "http://" : "https://") + host + ":" + port();
  }

  /** An address that opens the gallery in a browser, once. */
  public String openAddress() {
    return address() + "/?token=" + access.issueToken();
  }

  /** Stops: no new requests, five seconds for open ones. */
  @Override
  public void close() {
    jetty.close();
  }
}
