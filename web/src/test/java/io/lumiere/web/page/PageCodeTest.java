package io.lumiere.web.page;

import io.lumiere.testing.VitestRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The tests of the page's own code, which need no browser: {@code src/test/page}. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // They are many tests in one.
final class PageCodeTest {
  @TestFactory
  Stream<DynamicNode> passes() throws IOException, InterruptedException {
    return new VitestRun(
            Path.of("").toAbsolutePath(), "vite.config.ts", Map.of(), Duration.ofMinutes(9))
        .tests();
  }
}
