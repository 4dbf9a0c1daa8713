package io.lumiere.web.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Secrets that were given out, at most so many: the oldest is forgotten for a new one. Only their
 * hashes are kept, and each question is compared with all of them. Thread-safe.
 */
public final class SecretSet {
  private final int most;
  private final Deque<byte[]> hashes = new ArrayDeque<>();

  public SecretSet(int most) {
    this.most = most;
  }

  /** A new secret, which is valid from now on. */
  public synchronized String issue() {
    String secret = Secrets.random();
    if (hashes.size() == most) {
      hashes.removeFirst();
    }
    hashes.addLast(Secrets.hash(secret));
    return secret;
  }

  /** Whether the secret is valid. */
  public synchronized boolean holds(String secret) {
    byte[] hash = Secrets.hash(secret);
    boolean found = false;
    for (byte[] each : hashes) {
      found |= Secrets.same(each, hash);
    }
    return found;
  }

  /** Whether the secret is valid; from now on it is not. */
  public synchronized boolean take(String secret) {
    byte[] hash = Secrets.hash(secret);
    boolean found = false;
    for (Iterator<byte[]> each = hashes.iterator(); each.hasNext(); ) {
      if (Secrets.same(each.next(), hash)) {
        each.remove();
        found = true;
      }
    }
    return found;
  }
}
