package io.lumiere.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Map<String, String> TERMINAL = Map.of("LUMIERE_ERR_TTY", "1");

  private final CountDownLatch flushed = new CountDownLatch(2);
  private final ByteArrayOutputStream bytes =
      new ByteArrayOutputStream() {
        @Override
        public void flush() {
          flushed.countDown();
        }
      };

  private Console console(Map<String, String> environment) {
    return new Console(
        InputStream.nullInputStream(), OutputStream.nullOutputStream(), bytes, environment);
  }

  private String said(Console console) {
    console.err().flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void itIsSaidAsLongAsTheWaitTakes() throws InterruptedException {
    Console console = console(TERMINAL);
    try (WaitingLine waiting = new WaitingLine(console, false, "ZooKeeper zk1:2181", SOON)) {
      assertThat(waiting).isNotNull();
      flushed.await();
    }
    assertThat(said(console))
        .contains("\rWaiting for ZooKeeper zk1:2181: 0 s")
        .endsWith("\r\033[K");
  }

  @Test
  void aShortWaitIsNotSaid() {
    Console console = console(TERMINAL);
    new WaitingLine(console, false, "ZooKeeper", Duration.ofDays(1)).close();
    assertThat(said(console)).isEmpty();
  }

  @Test
  void nothingIsSaidWhereNobodyLooks() {
    for (Console console : new Console[] {console(Map.of()), console(TERMINAL)}) {
      boolean silent = console.showsProgress();
      new WaitingLine(console, silent, "ZooKeeper", Duration.ZERO).close();
      assertThat(said(console)).isEmpty();
    }
  }
}
