package io.lumiere.web.access;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongSupplier;

/**
 * Secrets that were given out, at most so many: the oldest is forgotten for a new one, and each
 * after its time. Only their hashes are kept, and each question is compared with all of them.
 * Thread-safe.
 */
public final class SecretSet {
  private static final Duration EVER = Duration.ofDays(100L * 365);

  private final int most;
  private final Duration lifetime;
  private final LongSupplier clock;
  private final Deque<Issued> issued = new ArrayDeque<>();

  private static final class Issued {
    final byte[] hash;
    final long at;

    Issued(byte[] hash, long at) {
      this.hash = hash;
      this.at = at;
    }
  }

  /** Secrets that are valid as long as this is there. */
  public SecretSet(int most) {
    this(most, EVER, System::nanoTime);
  }

  /** Secrets that are valid for a time, by a clock in nanoseconds. */
  SecretSet(int most, Duration lifetime, LongSupplier clock) {
    this.most = most;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** A new secret, which is valid from now on. */
  public synchronized String issue() {
    String secret = Secrets.random();
    forgetOld();
    if (issued.size() == most) {
      issued.removeFirst();
    }
    issued.addLast(new Issued(Secrets.hash(secret), clock.getAsLong()));
    return secret;
  }

  /** Whether the secret is valid. */
  public synchronized boolean holds(String secret) {
    forgetOld();
    byte[] hash = Secrets.hash(secret);
    boolean found = false;
    for (Issued each : issued) {
      found |= Secrets.same(each.hash, hash);
    }
    return found;
  }

  /** Whether the secret is valid; from now on it is not. */
  public synchronized boolean take(String secret) {
    forgetOld();
    byte[] hash = Secrets.hash(secret);
    boolean found = false;
    for (Iterator<Issued> each = issued.iterator(); each.hasNext(); ) {
      if (Secrets.same(each.next().hash, hash)) {
        each.remove();
        found = true;
      }
    }
    return found;
  }

  private void forgetOld() {
    long now = clock.getAsLong();
    issued.removeIf(each -> now - each.at > lifetime.toNanos());
  }
}
