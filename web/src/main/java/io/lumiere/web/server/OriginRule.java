package io.lumiere.web.server;

import io.lumiere.web.http.HttpProblem;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;

/**
 * What pages of other sites may make a browser do here: nothing. Browsers say where a request comes
 * from in headers that pages cannot set. Thread-safe.
 */
final class OriginRule {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private OriginRule() {}

  /**
   * Looks at a request for data or for a change.
   *
   * @param ownOrigin what the server is in the request's own words, such as http://127.0.0.1:7171
   * @param program whether the request has the token of programs, which no browser sends by itself
   */
  static void check(String method, HttpFields headers, String ownOrigin, boolean program) {
    String site = headers.get("Sec-Fetch-Site");
    if (site != null && !OWN.contains(site)) {
      throw refused();
    }
    if (READING.contains(method)) {
      return;
    }
    String origin = headers.get("Origin");
    if (origin == null ? site == null && !program : !origin.equals(ownOrigin)) {
      throw refused();
    }
  }

  private static HttpProblem refused() {
    return new HttpProblem(
        403,
        "only the gallery's own page may ask for this in a browser (Origin and Sec-Fetch-Site say"
            + " that the request comes from elsewhere)");
  }
}
