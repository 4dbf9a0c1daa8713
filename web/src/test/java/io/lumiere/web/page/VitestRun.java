package io.lumiere.web.page;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * A run of the page's tests by Vitest in a child process. Each of its tests becomes a dynamic test
 * with the same outcome, so that they are counted, and fail the build, as all others.
 *
 * @param config Vitest's configuration, relative to the module
 * @param environment what the tests find in their environment
 * @param most how long the whole run may take
 */
record VitestRun(Path config, Map<String, String> environment, Duration most) {
  private static final Path VITEST = Path.of("node_modules/vitest/vitest.mjs");

  /** Runs all tests; a container for each file. */
  Stream<DynamicNode> tests() throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(VITEST),
        "The page's packages are not installed: setup/page.sh says what they need");
    Path target = Files.createDirectories(Path.of("target", "vitest"));
    Path report = target.resolve(config.getFileName() + ".json");
    Path log = target.resolve(config.getFileName() + ".log");
    Files.deleteIfExists(report);
    int status = run(report, log);
    if (!Files.exists(report)) {
      fail("Vitest ended with status %d and without a report:%n%s", status, Files.readString(log));
    }
    List<DynamicNode> files =
        stream(new ObjectMapper().readTree(report.toFile()).get("testResults"))
            .map(VitestRun::file)
            .toList();
    if (files.isEmpty()) {
      fail("Vitest found no tests:%n%s", Files.readString(log));
    }
    return files.stream();
  }

  private int run(Path report, Path log) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            VITEST.toString(),
            "run",
            "--config",
            config.toString(),
            "--reporter=default",
            "--reporter=json",
            "--outputFile.json=" + report.toAbsolutePath());
    builder.environment().putAll(environment);
    builder.environment().put("NO_COLOR", "1");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return ChildProcess.start(builder, most).waitFor();
  }

  private static DynamicNode file(JsonNode file) {
    String name = Path.of(file.get("name").asText()).getFileName().toString();
    Stream<DynamicTest> tests = stream(file.get("assertionResults")).map(VitestRun::test);
    if (file.get("assertionResults").isEmpty()) {
      // It does not load.
      tests = Stream.of(dynamicTest(name, () -> fail(file.get("message").asText())));
    }
    return dynamicContainer(name, tests);
  }

  private static DynamicTest test(JsonNode test) {
    return dynamicTest(
        test.get("fullName").asText(),
        () -> {
          switch (test.get("status").asText()) {
            case "passed" -> {}
            case "failed" ->
                fail(
                    String.join(
                        "\n", stream(test.get("failureMessages")).map(JsonNode::asText).toList()));
            default -> abort("Vitest has it as " + test.get("status").asText());
          }
        });
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
