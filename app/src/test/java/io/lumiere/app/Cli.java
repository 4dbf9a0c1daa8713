package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.app.output.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands as the program would, in this process. */
final class Cli {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path index;
  private final Map<String, String> variables = new HashMap<>();

  Cli(Path index) {
    this.index = index;
  }

  /** What a run printed and returned. */
  record Result(int status, String out, String err) {
    List<JsonNode> json() {
      return out.lines().map(Result::parse).toList();
    }

    /** Nothing was done or printed but a message for people. */
    void isRefusedInPlainWords() {
      assertThat(status).isNotZero();
      assertThat(err).isNotBlank().doesNotContain("\tat ", "Exception");
      assertThat(out).isEmpty();
    }

    private static JsonNode parse(String line) {
      try {
        return JSON.readTree(line);
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + line, e);
      }
    }
  }

  /** These runs with another environment variable. */
  Cli with(String variable, String value) {
    Cli other = new Cli(index);
    other.variables.putAll(variables);
    other.variables.put(variable, value);
    return other;
  }

  Result run(String... args) {
    return runWith("", args);
  }

  /** Runs a command that reads {@code input}. */
  Result runWith(String input, String... args) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LUMIERE_MODELS", index.resolveSibling("models").toString());
    environment.put("LUMIERE_INDEX", index.toString());
    environment.putAll(variables);
    environment.put("LUMIERE_HOME", Path.of("").toAbsolutePath().getParent().toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                environment),
            args);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
