package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.output.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that opens the gallery: what it refuses, and that it serves. */
class ServeRunsTest {
  private static final Pattern ADDRESS =
      Pattern.compile("  (http://127\\.0\\.0\\.1:\\d+)(/\\?token=\\S+)");

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void beyondThisMachineItNeedsAPasswordAndTls() throws IOException {
    Path password = secret("correct horse battery");
    assertRefused("--password-file", "serve", "--listen", "0.0.0.0");
    assertRefused("--tls FILE", "serve", "--listen", "0.0.0.0", "--password-file", "" + password);
    assertRefused("--password-file", "serve", "--listen", "0.0.0.0", "--insecure-listen");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    assertRefused(
        "chmod 600",
        "serve",
        "--listen",
        "127.0.0.1",
        "--insecure-listen",
        "--password-file",
        "" + password,
        "--token-file",
        folder.resolve("token").toString());
  }

  @Test
  void whatDoesNotGoTogetherIsSaid() {
    assertRefused("two archives", "serve", "--demo", "--index", "x");
    assertRefused("add --demo", "serve", "--painted");
    assertRefused("not from 0 to 65535", "serve", "--port", "70000");
    assertRefused("no index", "serve", "--index", folder.resolve("none").toString());
    assertRefused("--tls", "serve", "--tls-password-file", "x");
  }

  private void assertRefused(String says, String... args) {
    Cli.Result result = new Cli(folder.resolve("index")).run(args);
    result.isRefusedInPlainWords();
    assertThat(result.err()).contains(says);
  }

  @Test
  void itServesUntilItIsStopped() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LUMIERE_INDEX", folder.resolve("index").toString());
    environment.put("LUMIERE_CACHE", folder.resolve("cache").toString());
    environment.put("LUMIERE_MODELS", folder.resolve("models").toString());
    environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
    Console console = new Console(InputStream.nullInputStream(), out, errors, environment);
    Thread program = Thread.ofPlatform().start(() -> Main.run(console, "serve", "--port", "0"));
    try {
      Matcher address = waitFor(out, program);
      HttpClient client = HttpClient.newHttpClient();
      HttpResponse<String> entered = get(client, address.group(1) + address.group(2), "x: y");
      assertThat(entered.statusCode()).isEqualTo(303);
      String cookie = entered.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
      HttpResponse<String> session =
          get(client, address.group(1) + "/api/v1/session", "Cookie: " + cookie);
      assertThat(session.statusCode()).isEqualTo(200);
      assertThat(session.body()).contains("\"first_start\":true");
      String token = Files.readString(folder.resolve("cache/gallery-token")).strip();
      HttpResponse<String> document =
          get(client, address.group(1) + "/api/v1/openapi.json", "Authorization: Bearer " + token);
      assertThat(document.body()).contains("/grid/rows", "/photos/{id}/thumbnail");
    } finally {
      program.interrupt();
      program.join();
    }
  }

  private Matcher waitFor(ByteArrayOutputStream out, Thread program) throws InterruptedException {
    while (program.isAlive()) {
      Matcher address = ADDRESS.matcher(out.toString(StandardCharsets.UTF_8));
      if (address.find()) {
        return address;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no address: " + out + errors);
  }

  private static HttpResponse<String> get(HttpClient client, String address, String header)
      throws IOException, InterruptedException {
    String[] parts = header.split(": ", 2);
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).header(parts[0], parts[1]).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Path secret(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }
}
