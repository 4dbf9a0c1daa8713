package io.lumiere.web.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lumiere.web.GalleryServer;
import io.lumiere.web.Limits;
import io.lumiere.web.Listen;
import io.lumiere.web.access.Access;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.openapi.OpenApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A real server with the endpoints of searches, and a client of it. */
final class SearchServer implements AutoCloseable {
  private static final String TOKEN = "0123456789abcdef-token-of-programs";

  final Searches searches;
  private final GalleryServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  SearchServer(Archives archives, PhotoLists lists) {
    searches = new Searches(archives, lists);
    List<ApiModule> modules = new ArrayList<>(modules(searches));
    modules.add(new OpenApi("1.2.3", modules(searches)));
    server =
        GalleryServer.start(Listen.locally(0), new Access(TOKEN, null), Limits.DEFAULTS, modules);
  }

  private static List<ApiModule> modules(Searches searches) {
    return List.of(
        new GridApi(searches),
        new StackApi(searches),
        new SearchApi(searches),
        new PhotoApi(searches),
        new ProbesApi(searches));
  }

  /** What a client gets; {@code json} is made of maps, lists, texts, numbers, flags and null. */
  record Answer(int status, Object json, HttpResponse<byte[]> response) {
    @SuppressWarnings("unchecked")
    Map<String, Object> object() {
      return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(String name) {
      return (List<T>) object().get(name);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> object(String name) {
      return (Map<String, Object>) object().get(name);
    }

    int number(String name) {
      return ((Number) object().get(name)).intValue();
    }

    String text(String name) {
      return (String) object().get(name);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  /** An answer that must be right. */
  Answer found(String path) {
    Answer answer = get(path);
    if (answer.status() != 200) {
      throw new AssertionError(path + ": " + answer.status() + " " + answer.json());
    }
    return answer;
  }

  Answer post(String path, String type, byte[] body) {
    return send(
        request(path, "Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  Answer post(String path, String json) {
    return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
            .header("Authorization", "Bearer " + TOKEN);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      boolean isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(response.statusCode(), isJson ? parsed(response.body()) : null, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object parsed(byte[] json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield values;
      }
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      case VALUE_STRING -> parser.getText();
      default -> parser.getNumberValue();
    };
  }

  @Override
  public void close() {
    server.close();
    searches.close();
    client.close();
  }
}
