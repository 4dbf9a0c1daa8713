package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.output.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggersTest {
  private final Logger root = Logger.getLogger("");
  private final Handler[] handlers = root.getHandlers();
  private final Level level = root.getLevel();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @AfterEach
  void putBack() {
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    for (Handler handler : handlers) {
      root.addHandler(handler);
    }
    root.setLevel(level);
  }

  private void install(Map<String, String> environment) {
    Loggers.install(
        new Console(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), printed, environment));
  }

  @Test
  void ownWarningsArePrintedWithTheirParameters() {
    install(Map.of());
    System.getLogger("io.lumiere.query.x")
        .log(System.Logger.Level.WARNING, "segment {0} cannot be read: {1}", "_0", "it's short");
    System.getLogger("org.library").log(System.Logger.Level.WARNING, "hello {0}", "you");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("segment _0 cannot be read: it's short\n");
  }

  @Test
  void othersAreShownWhereTheyAreAskedFor() {
    install(Map.of("LUMIERE_DEBUG", "1"));
    System.getLogger("org.library").log(System.Logger.Level.WARNING, "hello {0}", "you");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("org.library: hello you\n");
  }
}
