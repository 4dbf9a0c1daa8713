package io.lumiere.models.download;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server's answer means for a download. */
final class Answers {
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
  private static final Pattern UNSATISFIED = Pattern.compile("bytes \\*/(\\d{1,18})");

  private Answers() {}

  /**
   * Where a partial answer begins and how long the whole is.
   *
   * @param start of the answer's first byte in the file
   * @param total bytes of the file; 0 where the server does not say
   */
  record Range(long start, long total) {}

  /** The range that a 206 says it is. */
  static Optional<Range> range(HttpHeaders headers) {
    return headers
        .firstValue("Content-Range")
        .map(RANGE::matcher)
        .filter(Matcher::matches)
        .map(m ->
            new Range(
                Long.parseLong(m.group(1)),
                m.group(2).equals("*") ? 0 : Long.parseLong(m.group(2))));
  }

  /** The file's length that a 416 says. */
  static OptionalLong unsatisfiedTotal(HttpHeaders headers) {
    return headers
        .firstValue("Content-Range")
        .map(UNSATISFIED::matcher)
        .filter(Matcher::matches)
        .map(m -> OptionalLong.of(Long.parseLong(m.group(1))))
        .orElse(OptionalLong.empty());
  }

  /** What names this version of the file in an {@code If-Range}: a weak ETag cannot. */
  static @Nullable String validator(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> headers.firstValue("Last-Modified"))
        .orElse(null);
  }

  /** Whether this is a page for people, such as the login page of a network. */
  static boolean isPage(HttpHeaders headers) {
    return headers.firstValue("Content-Type").orElse("").startsWith("text/html");
  }

  /**
   * What to do about an answer that brings no content.
   *
   * @throws UnavailableException where asking again would not help
   */
  static TransientException refusal(URI address, HttpResponse<?> response) {
    int status = response.statusCode();
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      return new TransientException(
          address.getHost() + " answers with status " + status, retryAfter(response), null);
    }
    throw new UnavailableException(
        switch (status) {
          case 401, 403 ->
              address
                  + " is not open to everyone (status "
                  + status
                  + "): its publisher may ask for a login or for consent to a licence, which a"
                  + " browser can give";
          case 404, 410 -> "there is no file at " + address + " any more (status " + status + ")";
          case 407 ->
              "the proxy on the way to " + address + " asks for a login, which is not supported";
          default -> address + " answers with status " + status + ", 200 is expected";
        },
        null);
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,5}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }
}
