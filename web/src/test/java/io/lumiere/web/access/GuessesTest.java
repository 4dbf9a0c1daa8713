package io.lumiere.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessesTest {
  private final AtomicLong clock = new AtomicLong();
  private final Guesses guesses = new Guesses(clock::get);

  @Test
  void anAddressWaitsAMinuteAfterTenWrongSecrets() throws UnknownHostException {
    InetAddress one = InetAddress.getByName("192.0.2.1");
    wrong(one, 9);
    assertThat(guesses.mustWait(one)).isFalse();
    wrong(one, 1);
    assertThat(guesses.mustWait(one)).isTrue();
    assertThat(guesses.mustWait(InetAddress.getByName("192.0.2.2"))).isFalse();
    clock.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(guesses.mustWait(one)).isFalse();
  }

  @Test
  void aNetworkOfIpv6IsOneAddress() throws UnknownHostException {
    wrong(InetAddress.getByName("2001:db8::1"), 5);
    wrong(InetAddress.getByName("2001:db8::2"), 5);
    assertThat(guesses.mustWait(InetAddress.getByName("2001:db8::3"))).isTrue();
    assertThat(guesses.mustWait(InetAddress.getByName("2001:db8:1::1"))).isFalse();
  }

  private void wrong(InetAddress address, int times) {
    for (int i = 0; i < times; i++) {
      guesses.wrong(address);
    }
  }
}
