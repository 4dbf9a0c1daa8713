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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A reader that does not end is abandoned, and does not keep its caller waiting. */
class WatchdogTest {
  private static final Path FILE = Path.of("circle.parquet");

  private static final Duration STILL = Duration.ofMillis(300);

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Watchdog watch =
      new Watchdog(FILE, "nothing was imported", stopped::get, STILL, System::nanoTime);

  /** What the clock of {@link #clocked} shows, and how often it has looked. */
  private final AtomicLong now = new AtomicLong();

  private final AtomicInteger looks = new AtomicInteger();
  private final Watchdog clocked =
      new Watchdog(FILE, "nothing was imported", this::look, STILL, now::get);

  private boolean look() {
    looks.incrementAndGet();
    return false;
  }

  /** Lets this much time pass, and waits until that was seen, which is after a look has begun. */
  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
    int before = looks.get();
    while (looks.get() < before + 2) {
      pause(5);
    }
  }

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
        clocked.call(pulse -> {
          pulse.reading(true);
          for (int i = 0; i < 3; i++) {
            pass(STILL.dividedBy(2));
            pulse.beat();
          }
          return 5;
        });
    assertThat(result).isEqualTo(5);
  }

  @Test
  void whatIsDoneWithWhatWasReadMayTakeLong() throws IOException {
    int result =
        clocked.call(pulse -> {
          pulse.reading(true);
          pulse.beat();
          pulse.reading(false);
          pass(STILL.multipliedBy(3));
          return 6;
        });
    assertThat(result).isEqualTo(6);
  }

  @Test
  void aStopIsHeededWhereNothingBeats() {
    stopped.set(true);
    CountDownLatch let = new CountDownLatch(1);
    assertThatThrownBy(() ->
            watch.call(pulse -> {
              awaitQuietly(let);
              return 7;
            }))
        .isInstanceOf(InterruptedIOException.class);
    let.countDown();
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

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
