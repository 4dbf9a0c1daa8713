package io.lumiere.models.internal.text;

import java.nio.charset.Charset;
import org.jsoup.nodes.Entities;

/**
 * HTML character references as Python's {@code html.unescape} reads them: the names of HTML 5, some
 * of them without a semicolon too and as the beginning of a longer word. Thread-safe.
 */
public final class HtmlEntities {
  private static final int LONGEST_NAME = 32;
  private static final int TOO_LARGE = Character.MAX_CODE_POINT + 1;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private HtmlEntities() {}

  /** The text with its character references replaced, once. */
  public static String unescape(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      out.append(text, from, at);
      from = appendReference(text, at, out);
      at = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Appends what the reference at the ampersand {@code at} means, and gives its end. */
  private static int appendReference(String text, int at, StringBuilder out) {
    int end = numberEnd(text, at + 1);
    if (end > 0) {
      appendNumber(text.substring(at + 2, end), out);
      return end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
    }
    end = nameEnd(text, at + 1);
    if (end == at + 1) {
      out.append('&');
      return end;
    }
    String name = text.substring(at + 1, end);
    boolean closed = end < text.length() && text.charAt(end) == ';';
    if (closed && !Entities.getByName(name).isEmpty()) {
      out.append(Entities.getByName(name));
      return end + 1;
    }
    return at + 1 + appendPrefix(name, out);
  }

  /** The longest beginning of the name that needs no semicolon; gives how much of it was used. */
  private static int appendPrefix(String name, StringBuilder out) {
    for (int length = name.length(); length > 1; length--) {
      String prefix = name.substring(0, length);
      if (Entities.isBaseNamedEntity(prefix)) {
        out.append(Entities.getByName(prefix));
        return length;
      }
    }
    out.append('&');
    return 0;
  }

  /** The end of the digits of {@code #123} or {@code #x1F} at {@code from}, or -1. */
  private static int numberEnd(String text, int from) {
    if (from >= text.length() || text.charAt(from) != '#') {
      return -1;
    }
    int digits = from + 1;
    boolean hex = digits < text.length() && (text.charAt(digits) | 0x20) == 'x';
    if (hex) {
      digits++;
    }
    int end = digits;
    while (end < text.length() && isDigit(text.charAt(end), hex)) {
      end++;
    }
    return end > digits ? end : -1;
  }

  private static boolean isDigit(char c, boolean hex) {
    char lower = (char) (c | 0x20);
    return (c >= '0' && c <= '9') || (hex && c < 0x80 && lower >= 'a' && lower <= 'f');
  }

  private static int nameEnd(String text, int from) {
    int end = from;
    for (int n = 0; n < LONGEST_NAME && end < text.length(); n++) {
      if ("\t\n\f <&#;".indexOf(text.charAt(end)) >= 0) {
        break;
      }
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static void appendNumber(String number, StringBuilder out) {
    boolean hex = (number.charAt(0) | 0x20) == 'x';
    int c = 0;
    for (int i = hex ? 1 : 0; i < number.length() && c < TOO_LARGE; i++) {
      c = Math.min(TOO_LARGE, c * (hex ? 16 : 10) + Character.digit(number.charAt(i), 16));
    }
    if (c == 0 || c >= TOO_LARGE || (c >= 0xD800 && c <= 0xDFFF)) {
      out.append('\uFFFD');
    } else if (c >= 0x80 && c <= 0x9F) {
      out.append(windows1252(c));
    } else if (!isInvalid(c)) {
      out.appendCodePoint(c);
    }
  }

  /** What browsers take a control character of Latin 1 for. */
  static char windows1252(int c) {
    char meant = new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0);
    return meant == '\uFFFD' ? (char) c : meant;
  }

  private static boolean isInvalid(int c) {
    return c < 9
        || c == 0xB
        || (c >= 0xE && c <= 0x1F)
        || c == 0x7F
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c & 0xFFFE) == 0xFFFE;
  }
}
