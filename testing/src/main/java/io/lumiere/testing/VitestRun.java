package io.lumiere.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * with the same outcome, so that they are counted, and fail the build, as all others. Immutable.
 *
 * @param module the folder of the module with the page
 * @param config the name of Vitest's configuration in it
 * @param environment what the tests find in their environment
 * @param most how long the whole run may take
 */
public record VitestRun(
    Path module, String config, Map<String, String> environment, Duration most) {
  private static final String VITEST = "node_modules/vitest/vitest.mjs";

  /** Runs all tests; a container for each file. */
  public Stream<DynamicNode> tests() throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(module.resolve(VITEST)),
        "The page's packages are not installed: setup/page.sh says what they need");
    Path target = Files.createDirectories(module.resolve("target/vitest"));
    Path report = target.resolve(config + ".json");
    Path log = target.resolve(config + ".log");
    Files.deleteIfExists(report);
    int status = run(report, log);
    if (!Files.exists(report)) {
      fail("Vitest ended with status " + status + " and no report:\n" + Files.readString(log));
    }
    JsonNode results = new ObjectMapper().readTree(report.toFile()).get("testResults");
    if (results.isEmpty()) {
      fail("Vitest found no tests:\n" + Files.readString(log));
    }
    return stream(results).map(VitestRun::file);
  }

  private int run(Path report, Path log) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            VITEST,
            "run",
            "--config",
            config,
            "--reporter=default",
            "--reporter=json",
            "--outputFile.json=" + report.toAbsolutePath());
    builder.directory(module.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("NO_COLOR", "1");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return ChildProcess.start(builder, most).waitFor();
  }

  private static DynamicNode file(JsonNode file) {
    String name = Path.of(file.get("name").asText()).getFileName().toString();
    JsonNode results = file.get("assertionResults");
    Stream<DynamicTest> tests =
        results.isEmpty()
            ? Stream.of(dynamicTest("loads", () -> fail(file.get("message").asText())))
            : stream(results).map(VitestRun::test);
    return dynamicContainer(name, tests);
  }

  private static DynamicTest test(JsonNode test) {
    return dynamicTest(test.get("fullName").asText(), () -> repeat(test));
  }

  private static void repeat(JsonNode test) {
    String status = test.get("status").asText();
    if (status.equals("failed")) {
      List<String> messages = stream(test.get("failureMessages")).map(JsonNode::asText).toList();
      fail(String.join("\n", messages));
    } else if (!status.equals("passed")) {
      abort("Vitest has it as " + status);
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
