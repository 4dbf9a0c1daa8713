package io.lumiere.web.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts wrong secrets by the address that they came from, an IPv6 network as one: after ten within
 * a minute the address waits. At most 4,096 addresses are remembered. Thread-safe.
 */
public final class Guesses {
  private static final int FREE = 10;
  private static final int ADDRESSES = 4096;
  private static final int NETWORK_BYTES = 8;

  /** How long an address waits after too many wrong secrets. */
  public static final Duration WAIT = Duration.ofMinutes(1);

  private final LongSupplier clock;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > ADDRESSES;
        }
      };

  private record Count(long since, int wrong) {}

  public Guesses() {
    this(System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  Guesses(LongSupplier clock) {
    this.clock = clock;
  }

  /** Whether the address must wait. */
  public synchronized boolean mustWait(InetAddress address) {
    Count count = counts.get(key(address));
    return count != null && !isOver(count) && count.wrong() >= FREE;
  }

  /** The address gave a wrong secret. */
  public synchronized void wrong(InetAddress address) {
    Count count = counts.get(key(address));
    counts.put(
        key(address),
        count == null || isOver(count)
            ? new Count(clock.getAsLong(), 1)
            : new Count(count.since(), count.wrong() + 1));
  }

  private boolean isOver(Count count) {
    return clock.getAsLong() - count.since() > WAIT.toNanos();
  }

  private static String key(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address && !address.isLoopbackAddress()
        ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES))
        : Arrays.toString(bytes);
  }
}
