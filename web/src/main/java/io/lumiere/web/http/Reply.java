package io.lumiere.web.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request. The server adds what all answers have: the security headers, gzip, an
 * ETag for JSON that has none, ranges, and 304 where the client holds it already. Immutable.
 */
public final class Reply {
  private final int status;
  private final Body body;
  private final @Nullable String etag;
  private final Map<String, String> headers;

  private Reply(int status, Body body, @Nullable String etag, Map<String, String> headers) {
    this.status = status;
    this.body = body;
    this.etag = etag;
    this.headers = headers;
  }

  private static Reply of(int status, Body body) {
    return new Reply(status, body, null, Map.of());
  }

  /** A JSON object with these members. */
  public static Reply json(JsonMembers members) {
    return of(200, new Body.Json(members));
  }

  /** Bytes of a content type. */
  public static Reply bytes(byte[] bytes, String type) {
    return of(200, new Body.Bytes(bytes, type));
  }

  /** A file, which may be asked for by ranges. That it may be shown is the caller's to check. */
  public static Reply file(Path file, String type) {
    return of(200, new Body.Content(file, type));
  }

  /** What is made while it is sent. */
  public static Reply stream(String type, Body.Writer writer) {
    return of(200, new Body.Stream(writer, type));
  }

  /** Server-sent events. */
  public static Reply events(Body.EventSource source) {
    return of(200, new Body.Events(source));
  }

  /** Status 204. */
  public static Reply empty() {
    return of(204, new Body.Empty());
  }

  /** Status 304, for {@link Call#holds}. */
  public static Reply notModified(String etag) {
    return of(304, new Body.Empty()).etag(etag);
  }

  /** This reply with another status, such as 201. */
  public Reply status(int other) {
    return new Reply(other, body, etag, headers);
  }

  /**
   * This reply with what identifies its content: a hash, or the index's generation with all that
   * the content depends on. No quotes: the server writes them.
   */
  public Reply etag(String tag) {
    if (!tag.matches("[A-Za-z0-9._:-]+")) {
      throw new IllegalArgumentException(
          "the ETag \"" + tag + "\" has other characters than A-Za-z0-9._:-");
    }
    return new Reply(status, body, tag, headers);
  }

  /** This reply with a header. */
  public Reply header(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, body, etag, Map.copyOf(all));
  }

  /** This reply, which clients may keep for a year: its address changes with its content. */
  public Reply immutable() {
    return header("Cache-Control", "private, max-age=31536000, immutable");
  }

  /** This reply, which browsers save under this name in place of showing it. */
  public Reply download(String fileName) {
    String ascii = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
    String encoded =
        URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return header(
        "Content-Disposition",
        "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
  }

  public int status() {
    return status;
  }

  public Body body() {
    return body;
  }

  public Optional<String> etag() {
    return Optional.ofNullable(etag);
  }

  public Map<String, String> headers() {
    return headers;
  }
}
