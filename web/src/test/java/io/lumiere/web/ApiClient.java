package io.lumiere.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.web.access.Access;
import io.lumiere.web.http.ApiModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A real server with some endpoints, and a program that asks them. For one thread. */
public final class ApiClient implements AutoCloseable {
  private static final String TOKEN = "token-of-a-test-0123456789";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GalleryServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Starts a server, which closes the modules with itself. */
  public ApiClient(ApiModule... modules) {
    this.server =
        GalleryServer.start(
            Listen.locally(0), new Access(TOKEN, null), Limits.DEFAULTS, List.of(modules));
  }

  /** An answer with a JSON body; {@code json} is missing where there is none. */
  public record Answer(int status, JsonNode json) {
    /** What a problem says. */
    public String detail() {
      return json.path("detail").asText();
    }
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, null);
  }

  public Answer send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body));
    }
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  /** The lines of a reply that goes on until the server ends it. */
  public List<String> lines(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofLines()).body().toList();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
