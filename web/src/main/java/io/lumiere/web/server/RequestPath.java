package io.lumiere.web.server;

import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.QueryString;
import org.jspecify.annotations.Nullable;

/** The path of a request: one that could mean another is refused. Thread-safe. */
final class RequestPath {
  private static final int LONGEST = 4096;

  private RequestPath() {}

  /**
   * The path as it was sent.
   *
   * @throws HttpProblem of status 400 for steps upwards, empty steps, backslashes, semicolons and
   *     control characters, whether they are written with percent signs or not
   */
  static String checked(@Nullable String path) {
    if (path == null || !path.startsWith("/") || path.length() > LONGEST) {
      throw HttpProblem.badRequest(
          "the path must begin with / and be at most " + LONGEST + " long");
    }
    String decoded = QueryString.decode(path);
    if (decoded.contains("//")
        || decoded.contains("/../")
        || decoded.contains("/./")
        || decoded.endsWith("/..")
        || decoded.endsWith("/.")
        || decoded.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == ';')) {
      throw HttpProblem.badRequest("the path has a step or a character that paths here never have");
    }
    return path;
  }
}
