package io.lumiere.web.server;

import io.lumiere.web.http.Body;
import io.lumiere.web.http.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;

/**
 * Serves the page: its files as they were built, and index.html for all addresses that are the
 * page's own. There is nothing private in it, so it is for everybody; what it asks the API for is
 * not. Thread-safe.
 */
final class PageHandler {
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final String MISSING =
      DoorPages.page(
          false,
          "<p>The page is not in this build, because Node was missing when it was built: install"
              + " Node 20 or newer and run <code>./lumiere build</code> again. The API works: see"
              + " <code>/api/v1/openapi.json</code>.</p>");

  private final PageFiles files;
  private final Sender sender;

  PageHandler(PageFiles files, Sender sender) {
    this.files = files;
    this.sender = sender;
  }

  void handle(Exchange exchange, String path) {
    if (!METHODS.contains(exchange.request().getMethod())) {
      throw new RouteTable.NoMethodException("GET, HEAD");
    }
    Outgoing reply = reply(exchange.request().getHeaders(), path);
    if (exchange.claim()) {
      sender.send(exchange, reply);
    }
  }

  private Outgoing reply(HttpFields request, String path) {
    // Ids of photos may have dots.
    boolean ownAddress = path.indexOf('.') < 0 || path.startsWith("/photo/");
    PageFile file = files.find(ownAddress ? "/index.html" : path);
    if (file != null) {
      return file(file, request);
    }
    if (ownAddress) {
      Map<String, String> headers = Map.of("Cache-Control", "no-store");
      byte[] html = MISSING.getBytes(StandardCharsets.UTF_8);
      return new Outgoing(200, headers, new Body.Bytes(html, "text/html; charset=utf-8"));
    }
    throw HttpProblem.notFound("the page has no such file");
  }

  private static Outgoing file(PageFile file, HttpFields request) {
    List<String> accepted = request.getValuesList("Accept-Encoding");
    boolean gzip = file.gzipped() != null && Gzip.helps(file.bytes().length, accepted);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", Etags.quoted(file.etag(), gzip));
    headers.put(
        "Cache-Control", file.isHashed() ? "public, max-age=31536000, immutable" : "no-cache");
    headers.put("Vary", "Accept-Encoding");
    if (Etags.matches(request.getValuesList("If-None-Match"), file.etag())) {
      return new Outgoing(304, headers, new Body.Empty());
    }
    byte[] bytes = file.bytes();
    if (gzip && file.gzipped() != null) {
      headers.put("Content-Encoding", "gzip");
      bytes = file.gzipped();
    }
    return new Outgoing(200, headers, new Body.Bytes(bytes, file.type()));
  }
}
