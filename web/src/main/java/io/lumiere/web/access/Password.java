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
  private final Semaphore checking;

  /**
   * Takes a password.
   *
   * @throws IllegalArgumentException if it is shorter than 8 or longer than 1,024 characters
   */
  public Password(String password) {
    this(password, new Semaphore(1));
  }

  /** With what lets one check run at a time. */
  Password(String password, Semaphore checking) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the password has "
              + password.length()
              + " characters: it must have "
              + SHORTEST
              + " to "
              + LONGEST);
    }
    this.checking = checking;
    derived = derive(password);
  }

  /** Whether this is it; to wait, where others are being checked for three seconds. */
  Access.Verdict look(String guess) {
    if (guess.isEmpty() || guess.length() > LONGEST) {
      return Access.Verdict.WRONG;
    }
    try {
      if (!checking.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Access.Verdict.WAIT;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Access.Verdict.WAIT;
    }
    try {
      return Secrets.same(derived, derive(guess)) ? Access.Verdict.RIGHT : Access.Verdict.WRONG;
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
