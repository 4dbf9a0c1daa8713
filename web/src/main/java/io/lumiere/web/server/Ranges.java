package io.lumiere.web.server;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Which parts of a content a request asks for (RFC 9110, 14). Thread-safe. */
final class Ranges {
  private static final int MOST = 16;
  private static final Pattern FORM =
      Pattern.compile("bytes=\\s*\\d{0,18}-\\d{0,18}(\\s*,\\s*\\d{0,18}-\\d{0,18}){0,1000}");

  private Ranges() {}

  /**
   * The ranges in their order; null where the whole content is to be sent: none was asked for, what
   * was asked for cannot be read, the client's copy is of another content, or there are more than
   * 16 ranges. Empty where none of them is inside the content.
   */
  static @Nullable List<ByteRange> of(HttpFields request, long length, @Nullable String etag) {
    List<String> headers = request.getValuesList("Range");
    if (headers.size() != 1 || !FORM.matcher(headers.get(0)).matches()) {
      return null;
    }
    String condition = request.get("If-Range");
    if (condition != null && !condition.equals(etag)) {
      return null;
    }
    List<ByteRange> ranges = ByteRange.parse(headers, length);
    return ranges.size() > MOST ? null : ranges;
  }
}
