package io.lumiere.web.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may ask. A browser has a session, which a one-time token or the password begins; a
 * program has the token of programs. Thread-safe.
 */
public final class Access {
  private static final int SESSIONS = 64;
  private static final int OPEN_TOKENS = 16;

  /** How long a one-time token can be used. */
  static final Duration OPEN_TIME = Duration.ofMinutes(15);

  private final byte[] programHash;
  private final @Nullable Password password;
  private final SecretSet sessions = new SecretSet(SESSIONS);
  private final SecretSet openTokens;
  private final Guesses guesses = new Guesses();

  /** What became of a secret. */
  public enum Verdict {
    RIGHT,
    WRONG,
    /** Not looked at: too many were wrong, or others are being looked at. */
    WAIT
  }

  /**
   * Rules with a token for programs, and a password where browsers may use one.
   *
   * @param programToken what programs send as {@code Authorization: Bearer}
   */
  public Access(String programToken, @Nullable Password password) {
    this(programToken, password, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  Access(String programToken, @Nullable Password password, LongSupplier clock) {
    this.openTokens = new SecretSet(OPEN_TOKENS, OPEN_TIME, clock);
    this.programHash = Secrets.hash(programToken);
    this.password = password;
  }

  public boolean hasPassword() {
    return password != null;
  }

  /** A new one-time token, for the address that a person opens within 15 minutes. */
  public String issueToken() {
    return openTokens.issue();
  }

  /** Whether a session of this cookie is open. */
  public boolean isSession(String cookie) {
    return sessions.holds(cookie);
  }

  /** Looks at the token of a program. */
  public Verdict program(String token, InetAddress from) {
    if (Secrets.same(programHash, Secrets.hash(token))) {
      return Verdict.RIGHT;
    }
    boolean waits = guesses.mustWait(from);
    guesses.wrong(from);
    return waits ? Verdict.WAIT : Verdict.WRONG;
  }

  /**
   * Begins a session by a one-time token, which is used up; none if it is not one. A wrong one is
   * not counted: nobody guesses 256 random bits, but any web page can make a browser send wrong
   * ones, which would keep its user from the login.
   */
  public Optional<String> open(String token) {
    return openTokens.take(token) ? Optional.of(sessions.issue()) : Optional.empty();
  }

  /** Looks at a password; slowly. */
  public Verdict password(String guess, InetAddress from) {
    if (password == null) {
      return Verdict.WRONG;
    }
    if (guesses.mustWait(from)) {
      return Verdict.WAIT;
    }
    Verdict verdict = password.look(guess);
    if (verdict == Verdict.WRONG) {
      guesses.wrong(from);
    }
    return verdict;
  }

  /** Begins a session after {@link #password} was right: the cookie's value. */
  public String login() {
    return sessions.issue();
  }

  /** Ends the session of this cookie. */
  public void logout(String cookie) {
    sessions.take(cookie);
  }
}
