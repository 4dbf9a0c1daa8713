package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A reader that does not end is abandoned, and does not keep its caller waiting. */
class WatchdogTest {
  private static final Path FILE = Path.of("circle.parquet");

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Watchdog watch =
      new Watchdog(FILE, "nothing was imported", stopped::get, Duration.ofMillis(300));

  @Test
  void aReaderThatGoesRoundInACircleIsGivenUp() throws Exception {
    AtomicBoolean end = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    boolean[] isDaemon = new boolean[1];
    assertThatThrownBy(() ->
            watch.call(pulse -> {
              isDaemon[0] = Thread.currentThread().isDaemon();
              pulse.reading(true);
              while (!end.get()) {
                Thread.onSpinWait();
              }
              ended.countDown();
              return 1;
            }))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("circle.parquet cannot be read: nothing came from it for 0 seconds")
        .hasMessageContaining("nothing was imported");
    assertThat(isDaemon[0]).isTrue();
    end.set(true);
    ended.await();
  }

  @Test
  void aReaderThatTakesLongAndGetsOnIsWaitedFor() throws IOException {
    int result =
        watch.call(pulse -> {
          pulse.reading(true);
          for (int i = 0; i < 12; i++) {
            pause(60);
            pulse.beat();
          }
          return 5;
        });
    assertThat(result).isEqualTo(5);
  }

  @Test
  void whatIsDoneWithWhatWasReadMayTakeLong() throws IOException {
    int result =
        watch.call(pulse -> {
          pulse.reading(true);
          pulse.beat();
          pulse.reading(false);
          pause(700);
          return 6;
        });
    assertThat(result).isEqualTo(6);
  }

  @Test
  void aStopIsHeededWhereNothingBeats() {
    stopped.set(true);
    long begin = System.nanoTime();
    assertThatThrownBy(() ->
            watch.call(pulse -> {
              pause(5_000);
              return 7;
            }))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void whatATaskThrowsIsThrown() {
    assertThatThrownBy(() ->
            watch.call(pulse -> {
              throw new IOException("gone");
            }))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThatThrownBy(() ->
            watch.call(pulse -> {
              throw new OutOfMemoryError("full");
            }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
