package io.lumiere.web.http;

import org.jspecify.annotations.Nullable;

/**
 * An error as the client is told it, by RFC 9457. The detail is shown to a person: it names the
 * value and says what would be accepted, and it holds no path that the client did not send.
 * Immutable.
 */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient @Nullable JsonMembers members;

  /** A problem of a status from 400 to 599. */
  public HttpProblem(int status, String detail) {
    this(status, detail, null);
  }

  /** A problem that says more in members of its own, such as {@code problems}. */
  public HttpProblem(int status, String detail, @Nullable JsonMembers members) {
    super(detail, null, false, false);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status " + status + " is not an error");
    }
    this.status = status;
    this.members = members;
  }

  public static HttpProblem badRequest(String detail) {
    return new HttpProblem(400, detail);
  }

  public static HttpProblem notFound(String detail) {
    return new HttpProblem(404, detail);
  }

  public static HttpProblem conflict(String detail) {
    return new HttpProblem(409, detail);
  }

  public static HttpProblem gone(String detail) {
    return new HttpProblem(410, detail);
  }

  public static HttpProblem unprocessable(String detail) {
    return new HttpProblem(422, detail);
  }

  public int status() {
    return status;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public @Nullable JsonMembers members() {
    return members;
  }
}
