package io.lumiere.web.server;

import io.lumiere.web.http.Body;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;

/**
 * A reply that is ready: whatever could fail has been done, and only sending is left. Immutable.
 *
 * @param body not {@link Body.Json}
 */
record Outgoing(int status, Map<String, String> headers, Body body) {
  private static final String JSON = "application/json";

  /** Makes JSON and ETag; a client that holds the reply already gets 304 in place of it. */
  static Outgoing of(Reply reply, String method, HttpFields request) throws IOException {
    boolean reading = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
    List<String> held = reading ? request.getValuesList("If-None-Match") : List.of();
    String tag = reply.etag().orElse(null);
    if (tag != null && reply.status() == 200 && Etags.matches(held, tag)) {
      return notModified(reply, tag);
    }
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.putIfAbsent("Cache-Control", reading ? "private, no-cache" : "no-store");
    return switch (reply.body()) {
      case Body.Json json -> json(reply, json, reading, request, headers);
      case Body.Content content -> content(reply, content, held, headers);
      case Body.Events events -> {
        headers.put("Cache-Control", "no-store");
        yield new Outgoing(reply.status(), headers, events);
      }
      default -> {
        if (tag != null) {
          headers.put("ETag", Etags.quoted(tag, false));
        }
        yield new Outgoing(reply.status(), headers, reply.body());
      }
    };
  }

  /** An error. */
  static Outgoing of(HttpProblem problem, String instance) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", "no-store");
    switch (problem.status()) {
      case 401 -> headers.put("WWW-Authenticate", "Bearer realm=\"lumiere\"");
      case 429, 503 -> headers.put("Retry-After", "10");
      default -> {}
    }
    return new Outgoing(
        problem.status(),
        headers,
        new Body.Bytes(JsonBytes.problem(problem, instance), "application/problem+json"));
  }

  /** This with another header. */
  Outgoing with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Outgoing(status, all, body);
  }

  private static Outgoing json(
      Reply reply, Body.Json json, boolean reading, HttpFields request, Map<String, String> headers)
      throws IOException {
    byte[] bytes = JsonBytes.of(json.members());
    String tag = null;
    if (reading && reply.status() == 200) {
      tag = reply.etag().orElseGet(() -> Etags.of(bytes));
      if (Etags.matches(request.getValuesList("If-None-Match"), tag)) {
        return notModified(reply, tag);
      }
    }
    boolean gzip = Gzip.helps(bytes.length, request.getValuesList("Accept-Encoding"));
    headers.put("Vary", "Accept-Encoding");
    if (gzip) {
      headers.put("Content-Encoding", "gzip");
    }
    if (tag != null) {
      headers.put("ETag", Etags.quoted(tag, gzip));
    }
    return new Outgoing(
        reply.status(),
        headers,
        new Body.Bytes(gzip ? Gzip.compress(bytes, Gzip.FAST) : bytes, JSON));
  }

  private static Outgoing content(
      Reply reply, Body.Content content, List<String> held, Map<String, String> headers)
      throws IOException {
    String tag;
    try {
      long modified = Files.getLastModifiedTime(content.file()).toMillis();
      tag =
          reply
              .etag()
              .orElse(
                  Long.toHexString(Files.size(content.file())) + "-" + Long.toHexString(modified));
    } catch (NoSuchFileException e) {
      throw HttpProblem.notFound("the file is not there any more");
    }
    if (Etags.matches(held, tag)) {
      return notModified(reply, tag);
    }
    headers.put("ETag", Etags.quoted(tag, false));
    return new Outgoing(reply.status(), headers, content);
  }

  private static Outgoing notModified(Reply reply, String tag) {
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.remove("Content-Disposition");
    headers.putIfAbsent("Cache-Control", "private, no-cache");
    headers.put("ETag", Etags.quoted(tag, false));
    return new Outgoing(304, headers, new Body.Empty());
  }
}
