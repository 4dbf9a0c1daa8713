package io.lumiere.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void aOneTimeTokenEndsAfterItsTime() {
    AtomicLong clock = new AtomicLong();
    Access access = new Access("token-of-programs", null, clock::get);
    String inTime = access.issueToken();
    String late = access.issueToken();
    clock.addAndGet(Access.OPEN_TIME.toNanos());
    String session = access.open(inTime).orElseThrow();
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(access.open(late)).isEmpty();
    assertThat(access.isSession(session)).isTrue();
  }

  @Test
  void aPasswordThatCannotBeLookedAtIsNoGuess() throws InterruptedException {
    Semaphore checking = new Semaphore(1);
    Access access = new Access("token-of-programs", new Password("correct horse", checking));
    for (int i = 0; i < 9; i++) {
      assertThat(access.password("", HERE)).isEqualTo(Access.Verdict.WRONG);
    }
    checking.acquire();
    assertThat(access.password("correct horse", HERE)).isEqualTo(Access.Verdict.WAIT);
    checking.release();
    assertThat(access.password("correct horse", HERE)).isEqualTo(Access.Verdict.RIGHT);
  }
}
