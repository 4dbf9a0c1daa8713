package io.lumiere.web.access;

import java.security.GeneralSecurityException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password that is not kept: only what PBKDF2 makes of it, with the count of rounds that OWASP
 * names (2023). One check takes some 200 ms of a core, and one runs at a time. Thread-safe.
 */
public final class Password {
  private static final int ROUNDS = 600_000;
  private static final int BITS = 256;
  private static final int LONGEST = 1024;
  private static final int SHORTEST = 8;
  private static final int PATIENCE_SECONDS = 3;

  private final byte[] salt = Secrets.salt();
  private final byte[] derived;
  private final Semaphore checking = new Semaphore(1);

  /**
   * Takes a password.
   *
   * @throws IllegalArgumentException if it is shorter than 8 or longer than 1,024 characters
   */
  public Password(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the password has "
              + password.length()
              + " characters: it must have "
              + SHORTEST
              + " to "
              + LONGEST);
    }
    derived = derive(password);
  }

  /** Whether this is it; false, too, where others are being checked for three seconds. */
  public boolean matches(String guess) {
    if (guess.isEmpty() || guess.length() > LONGEST) {
      return false;
    }
    try {
      if (!checking.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return Secrets.same(derived, derive(guess));
    } finally {
      checking.release();
    }
  }

  private byte[] derive(String password) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Every Java has it.
    } finally {
      spec.clearPassword();
    }
  }
}
