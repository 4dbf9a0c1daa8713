package io.lumiere.models.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value, by RFC 8259. A search waits for a manifest of some lines, and loading
 * Jackson for it takes a tenth of the search's time. Not thread-safe.
 */
final class JsonReader {
  private static final int MOST_NESTED = 100;
  private static final char END = '\uFFFF';

  private final String text;
  private int at;
  private int nested;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Maps, lists, texts, {@link Long} for whole numbers and {@link Double} for others; true and
   * false as their text, null as null.
   *
   * @throws IOException where it is not JSON in UTF-8
   */
  static @Nullable Object read(byte[] json) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    return new JsonReader(text).value();
  }

  private @Nullable Object value() throws IOException {
    return switch (skipSpace()) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", "true");
      case 'f' -> word("false", "false");
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (begins('}')) {
      return map;
    }
    do {
      if (skipSpace() != '"') {
        throw wrong("a name is expected");
      }
      String name = string();
      if (skipSpace() != ':') {
        throw wrong("':' is expected");
      }
      at++;
      map.put(name, value());
    } while (continues('}'));
    return map;
  }

  private List<@Nullable Object> list() throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    if (begins(']')) {
      return list;
    }
    do {
      list.add(value());
    } while (continues(']'));
    return list;
  }

  /** Passes the bracket that opens; true where what it opens is empty. */
  private boolean begins(char end) throws IOException {
    at++;
    if (++nested > MOST_NESTED) {
      throw wrong("it is nested too deeply");
    }
    return skipSpace() == end && ends();
  }

  /** Passes a comma or the end; true after a comma. */
  private boolean continues(char end) throws IOException {
    char next = skipSpace();
    if (next == end) {
      return !ends();
    }
    if (next != ',') {
      throw wrong("',' or '" + end + "' is expected");
    }
    at++;
    return true;
  }

  private boolean ends() {
    at++;
    nested--;
    return true;
  }

  private @Nullable String word(String word, @Nullable String value) throws IOException {
    if (!text.startsWith(word, at)) {
      throw wrong("a value is expected");
    }
    at += word.length();
    return value;
  }

  private Object number() throws IOException {
    int from = at;
    boolean isWhole = true;
    while ("+-.0123456789eE".indexOf(peek()) >= 0) {
      isWhole &= ".eE".indexOf(peek()) < 0;
      at++;
    }
    String number = text.substring(from, at);
    try {
      return isWhole ? (Object) Long.parseLong(number) : (Object) Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw wrong(number.isEmpty() ? "a value is expected" : number + " is not a number");
    }
  }

  private String string() throws IOException {
    StringBuilder string = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ' || (c == END && at >= text.length())) {
        throw wrong("a text has no end");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() throws IOException {
    char c = next();
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\', '/' -> c;
      case 'u' -> unicode();
      default -> throw wrong("a text has an escape that there is not");
    };
  }

  private char unicode() throws IOException {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw wrong("four hexadecimal digits are expected");
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  /** The character after the current one, which it moves to. */
  private char next() {
    at++;
    return peek();
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private char skipSpace() {
    while (" \t\r\n".indexOf(peek()) >= 0) {
      at++;
    }
    return peek();
  }

  private IOException wrong(String what) {
    return new IOException(what + " at character " + Math.min(at, text.length()));
  }
}
