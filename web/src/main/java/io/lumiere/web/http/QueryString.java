package io.lumiere.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads query strings and percent signs strictly: what is not well-formed is refused. Thread-safe.
 */
public final class QueryString {
  private static final int MOST_PAIRS = 1000;

  /** A name and its value, decoded. */
  public record Pair(String name, String value) {}

  private QueryString() {}

  /**
   * The pairs in their order.
   *
   * @throws HttpProblem of status 400 where percent signs or UTF-8 are damaged, or there are more
   *     than 1,000 pairs
   */
  public static List<Pair> pairs(String queryString) {
    List<Pair> pairs = new ArrayList<>();
    for (String part : queryString.split("&")) {
      if (part.isEmpty()) {
        continue;
      }
      if (pairs.size() == MOST_PAIRS) {
        throw HttpProblem.badRequest("the query has more than " + MOST_PAIRS + " parameters");
      }
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      pairs.add(new Pair(decode(name.replace('+', ' ')), decode(value.replace('+', ' '))));
    }
    return pairs;
  }

  /**
   * Resolves percent signs, nothing else.
   *
   * @throws HttpProblem of status 400 where they or the UTF-8 that they stand for are damaged
   */
  public static String decode(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(3 * text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        bytes.put(hexadecimal(text, i + 1));
        i += 2;
      } else {
        int end = text.offsetByCodePoints(i, 1);
        bytes.put(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw HttpProblem.badRequest("the address is not UTF-8");
    }
  }

  private static byte hexadecimal(String text, int start) {
    int high = start + 1 < text.length() ? Character.digit(text.charAt(start), 16) : -1;
    int low = start + 1 < text.length() ? Character.digit(text.charAt(start + 1), 16) : -1;
    if (high < 0 || low < 0) {
      throw HttpProblem.badRequest("a percent sign is not followed by two hexadecimal digits");
    }
    return (byte) (high << 4 | low);
  }
}
