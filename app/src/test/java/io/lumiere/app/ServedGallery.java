package io.lumiere.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.app.output.Console;
import io.lumiere.models.starter.StarterSetup;
import io.lumiere.workspace.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A gallery that 'lumiere serve' runs in this process, asked as programs ask it. */
final class ServedGallery implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("  (http://127\\.0\\.0\\.1:\\d+)/\\?token");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Thread program;
  private final Path home;
  private final String api;
  private final String token;

  /**
   * Starts one.
   *
   * @param models the folder of models
   * @param home gets what it keeps
   * @param index a directory or a collection
   */
  ServedGallery(Path models, Path home, String index) throws IOException, InterruptedException {
    this.home = home;
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LUMIERE_MODELS", models.toString());
    environment.put("LUMIERE_INDEX", home.resolve("index").toString());
    environment.put("LUMIERE_CACHE", home.resolve("cache").toString());
    environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    environment.put("LUMIERE_HOME", Path.of("").toAbsolutePath().getParent().toString());
    shareStarter(home.resolve("cache"));
    Console console = new Console(InputStream.nullInputStream(), out, errors, environment);
    this.program =
        Thread.ofPlatform()
            .start(() -> Main.run(console, "serve", "--port", "0", "--index", index));
    this.api = waitFor() + "/api/v1";
    this.token = Files.readString(home.resolve("cache/gallery-token")).strip();
  }

  /** The model is that of the user; all else in the cache is this gallery's own. */
  private static void shareStarter(Path cache) throws IOException {
    Path made = StarterSetup.modelDir(new Home(System.getenv()).cache());
    Path link = StarterSetup.modelDir(cache);
    Files.createDirectories(Objects.requireNonNull(link.getParent()));
    Files.createSymbolicLink(link, made);
  }

  private String waitFor() throws InterruptedException {
    while (program.isAlive()) {
      Matcher address = ADDRESS.matcher(out.toString(StandardCharsets.UTF_8));
      if (address.find()) {
        return address.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the gallery does not start: " + out + errors);
  }

  /** The file of its lists, where there is one of a collection. */
  Path lists() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".lists.json"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** What it answers to a request for a part of the API, such as {@code /grid?q=lake}. */
  HttpResponse<byte[]> get(String what) {
    return send(what, "GET", BodyPublishers.noBody());
  }

  HttpResponse<byte[]> post(String what, String body) {
    return send(what, "POST", BodyPublishers.ofString(body));
  }

  private HttpResponse<byte[]> send(String what, String method, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + what))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(what, e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(new String(response.body(), StandardCharsets.UTF_8), e);
    }
  }

  @Override
  public void close() {
    client.close();
    program.interrupt();
    try {
      program.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
