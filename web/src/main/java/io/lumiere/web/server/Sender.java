package io.lumiere.web.server;

import io.lumiere.base.FailureText;
import io.lumiere.base.LumiereException;
import io.lumiere.web.http.Body;
import io.lumiere.web.http.HttpProblem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Sends replies that are ready. Thread-safe. */
final class Sender {
  private static final System.Logger LOG = System.getLogger(Sender.class.getName());
  private static final String BOUNDARY = "lumiere-part-of-many-7f3a";
  private static final int BUFFER = 32 * 1024;

  private final BooleanSupplier stopping;

  /** Sends; events end when {@code stopping} says so. */
  Sender(BooleanSupplier stopping) {
    this.stopping = stopping;
  }

  /** Sends all of it and ends the exchange, whatever happens. */
  void send(Exchange exchange, Outgoing reply) {
    try {
      Response response = exchange.response();
      response.setStatus(reply.status());
      reply.headers().forEach(response.getHeaders()::put);
      switch (reply.body()) {
        case Body.Bytes bytes ->
            content(exchange, reply, RangedContent.of(bytes.bytes()), bytes.type());
        case Body.Content file -> content(exchange, reply, opened(file), file.type());
        case Body.Stream stream -> stream(exchange, stream);
        case Body.Events events -> events(exchange, events);
        case Body.Empty empty -> {}
        case Body.Json json -> throw new IllegalStateException("JSON that was not made ready");
      }
      exchange.callback().succeeded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.callback().failed(e);
    } catch (HttpProblem | LumiereException e) {
      exchange.callback().failed(e);
    } catch (IOException | RuntimeException | Error e) {
      if (!exchange.response().isCommitted()) { // Else mostly: the client left.
        LOG.log(System.Logger.Level.ERROR, "a reply failed before it was sent", e);
      }
      exchange.callback().failed(e);
    }
  }

  private static RangedContent opened(Body.Content content) {
    try {
      return RangedContent.open(content.file());
    } catch (IOException e) {
      throw HttpProblem.notFound("the file cannot be read: " + FailureText.reason(e));
    }
  }

  private static void content(Exchange exchange, Outgoing reply, RangedContent opened, String type)
      throws IOException {
    try (RangedContent content = opened) {
      HttpFields.Mutable headers = exchange.response().getHeaders();
      boolean asked = exchange.isHead() || HttpMethod.GET.is(exchange.request().getMethod());
      boolean divisible = asked && reply.status() == 200 && headers.get("Content-Encoding") == null;
      if (divisible) {
        headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
      }
      List<ByteRange> ranges =
          divisible && !exchange.isHead()
              ? Ranges.of(exchange.request().getHeaders(), content.length(), headers.get("ETag"))
              : null;
      if (ranges == null) {
        whole(exchange, content, type);
      } else if (ranges.isEmpty()) {
        unsatisfiable(exchange, content.length());
      } else if (ranges.size() == 1) {
        one(exchange, content, type, ranges.get(0));
      } else {
        many(exchange, content, type, ranges);
      }
    }
  }

  private static void whole(Exchange exchange, RangedContent content, String type)
      throws IOException {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, type);
    headers.put(HttpHeader.CONTENT_LENGTH, content.length());
    if (!exchange.isHead()) {
      OutputStream out = out(exchange);
      content.write(0, content.length(), out);
      out.close();
    }
  }

  private static void unsatisfiable(Exchange exchange, long length) throws IOException {
    byte[] problem =
        JsonBytes.problem(
            new HttpProblem(
                416, "the content has " + length + " bytes: none of the ranges is inside it"),
            instance(exchange));
    HttpFields.Mutable headers = exchange.response().getHeaders();
    exchange.response().setStatus(416);
    headers.remove(HttpHeader.CONTENT_DISPOSITION);
    headers.remove(HttpHeader.ETAG);
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(length));
    headers.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    Content.Sink.write(exchange.response(), true, ByteBuffer.wrap(problem));
  }

  private static void one(Exchange exchange, RangedContent content, String type, ByteRange range)
      throws IOException {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    exchange.response().setStatus(206);
    headers.put(HttpHeader.CONTENT_TYPE, type);
    headers.put(HttpHeader.CONTENT_LENGTH, range.getLength());
    headers.put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(content.length()));
    OutputStream out = out(exchange);
    content.write(range.first(), range.getLength(), out);
    out.close();
  }

  private static void many(
      Exchange exchange, RangedContent content, String type, List<ByteRange> ranges)
      throws IOException {
    exchange.response().setStatus(206);
    exchange
        .response()
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, "multipart/byteranges; boundary=" + BOUNDARY);
    OutputStream out = out(exchange);
    for (ByteRange range : ranges) {
      out.write(
          ascii(
              "\r\n--"
                  + BOUNDARY
                  + "\r\nContent-Type: "
                  + type
                  + "\r\nContent-Range: "
                  + range.toHeaderValue(content.length())
                  + "\r\n\r\n"));
      content.write(range.first(), range.getLength(), out);
    }
    out.write(ascii("\r\n--" + BOUNDARY + "--\r\n"));
    out.close();
  }

  private static void stream(Exchange exchange, Body.Stream stream) throws IOException {
    exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, stream.type());
    if (exchange.isHead()) {
      return;
    }
    OutputStream out = out(exchange);
    stream.writer().write(out);
    out.close();
  }

  private void events(Exchange exchange, Body.Events events)
      throws IOException, InterruptedException {
    exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    if (!exchange.isHead()) {
      events.source().send(new EventStream(exchange.response(), stopping));
    }
  }

  /**
   * To be closed at the end only: after a failure the client must see that the reply is not whole.
   */
  private static OutputStream out(Exchange exchange) {
    return new BufferedOutputStream(Content.Sink.asOutputStream(exchange.response()), BUFFER);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The address that a problem is about: the path as it was sent. */
  static String instance(Exchange exchange) {
    @Nullable String path = exchange.request().getHttpURI().getPath();
    return path == null ? "/" : path;
  }
}
