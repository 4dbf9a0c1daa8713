package io.lumiere.models.download;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on the loopback interface, whose answers a test decides. */
public final class FileServer implements AutoCloseable {
  /** Answers a request; the exchange is closed afterwards. */
  public interface Handler {
    void answer(HttpExchange exchange, int request) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** The headers of each request, in order. */
  public final List<Headers> requests = new CopyOnWriteArrayList<>();

  /** Starts a server; {@code handler} is told how many requests there were before. */
  public FileServer(Handler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          int number = requests.size();
          requests.add(exchange.getRequestHeaders());
          try (exchange) {
            handler.answer(exchange, number);
          }
        });
    server.start();
  }

  /** The address of a path that begins with a slash. */
  public URI address(String path) {
    return URI.create("http://" + server.getAddress().getHostString() + ":" + port() + path);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Sends the content, or the rest of it that was asked for, as a server should. */
  public static void send(HttpExchange exchange, byte[] content, String tag) throws IOException {
    sendAtMost(exchange, content, tag, content.length);
  }

  /** The same, but the connection breaks after that many bytes. */
  public static void sendAtMost(HttpExchange exchange, byte[] content, String tag, int most)
      throws IOException {
    exchange.getResponseHeaders().set("ETag", tag);
    String range = exchange.getRequestHeaders().getFirst("Range");
    String condition = exchange.getRequestHeaders().getFirst("If-Range");
    int from = 0;
    int status = 200;
    if (range != null && (condition == null || condition.equals(tag))) {
      from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      if (from >= content.length) {
        exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      status = 206;
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    exchange.sendResponseHeaders(status, content.length - from);
    byte[] rest = Arrays.copyOfRange(content, from, Math.min(content.length, from + most));
    exchange.getResponseBody().write(rest);
    exchange.getResponseBody().flush();
    if (rest.length < content.length - from) {
      // The client throws away what it has received and not yet read when a connection breaks.
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
