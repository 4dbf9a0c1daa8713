package io.lumiere.web;

import io.lumiere.web.access.Access;
import io.lumiere.web.access.Password;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.openapi.OpenApi;
import io.lumiere.web.session.SessionApi;
import io.lumiere.web.session.SessionFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real server with the routes of tests, on a port that is free. */
public final class TestGallery implements AutoCloseable {
  public static final String TOKEN = "0123456789abcdef-token-of-programs";
  public static final String PASSWORD = "correct horse battery";

  final TestRoutes routes;
  private final GalleryServer server;
  private final Path file;

  private TestGallery(TestRoutes routes, Path file, GalleryServer server) {
    this.routes = routes;
    this.file = file;
    this.server = server;
  }

  public static TestGallery start() {
    return start(Listen.locally(0), null, Limits.DEFAULTS);
  }

  static TestGallery withPassword() {
    return start(Listen.locally(0), new Password(PASSWORD), Limits.DEFAULTS);
  }

  static TestGallery within(Duration idle, Duration request) {
    return start(Listen.locally(0), null, Limits.DEFAULTS.within(idle, request));
  }

  static TestGallery start(Listen listen, Password password, Limits limits) {
    try {
      Path file = Files.createTempFile("content", ".jpg").toRealPath();
      Files.write(file, TestRoutes.content());
      TestRoutes routes = new TestRoutes(file);
      SessionApi session =
          new SessionApi(
              new SessionFacts("1.2.3", () -> Optional.of("family"), List::of, false, true));
      List<ApiModule> modules =
          List.of(routes, session, new OpenApi("1.2.3", List.of(routes, session)));
      return new TestGallery(
          routes, file, GalleryServer.start(listen, new Access(TOKEN, password), limits, modules));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.port();
  }

  GalleryServer server() {
    return server;
  }

  String host() {
    return "127.0.0.1:" + port();
  }

  /** A request with the right host. */
  String request(String method, String target, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    request.append("Host: ").append(host()).append("\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  /** What a program gets. */
  public RawHttp.Answer get(String path, String... headers) throws IOException {
    return ask("GET", path, headers);
  }

  RawHttp.Answer ask(String method, String path, String... headers) throws IOException {
    return RawHttp.once(port(), request(method, "/api/v1" + path, program(headers)));
  }

  /** What a program gets for a body. */
  RawHttp.Answer send(String method, String path, String type, String body) throws IOException {
    String head =
        request(
            method,
            "/api/v1" + path,
            program("Content-Type: " + type, "Content-Length: " + body.length()));
    return RawHttp.once(port(), head + body);
  }

  /** What anybody gets. */
  RawHttp.Answer plain(String method, String target, String... headers) throws IOException {
    return RawHttp.once(port(), request(method, target, headers));
  }

  /** The cookie of a new session, as a browser sends it back. */
  String cookie() throws IOException {
    String address = server.openAddress();
    RawHttp.Answer answer = plain("GET", address.substring(server.address().length()));
    return "Cookie: " + answer.header("set-cookie").split(";")[0];
  }

  private static String[] program(String... headers) {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 1, headers.length);
    all[0] = "Authorization: Bearer " + TOKEN;
    return all;
  }

  @Override
  public void close() {
    server.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
