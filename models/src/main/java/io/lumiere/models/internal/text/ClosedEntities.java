package io.lumiere.models.internal.text;

import java.util.Locale;
import org.jsoup.nodes.Entities;

/**
 * The character references that ftfy resolves: only with a semicolon, and names that are all lower
 * case also where a database has put them in capitals, as for the E of {@code PEREZ} with its
 * accent.
 */
final class ClosedEntities {
  private static final int LONGEST = 24;

  private ClosedEntities() {}

  static String unescape(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      out.append(text, from, at);
      from = at;
      int end = end(text, at + 1);
      if (end > 0) {
        out.append(meaning(text.substring(at, end)));
        from = end;
      } else {
        out.append('&');
        from = at + 1;
      }
      at = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The end of what looks like a reference, its semicolon included, or -1. */
  private static int end(String text, int from) {
    int start = text.startsWith("#", from) ? from + 1 : from;
    int end = start;
    while (end < text.length() && end - start < LONGEST && isAlphanumeric(text.charAt(end))) {
      end++;
    }
    return end > start && end < text.length() && text.charAt(end) == ';' ? end + 1 : -1;
  }

  private static boolean isAlphanumeric(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static String meaning(String reference) {
    if (reference.startsWith("&#")) {
      String meant = HtmlEntities.unescape(reference);
      return meant.indexOf(';') >= 0 ? reference : meant;
    }
    String name = reference.substring(1, reference.length() - 1);
    String meant = Entities.getByName(name);
    if (!meant.isEmpty()) {
      return meant;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean capitals = name.equals(lower.toUpperCase(Locale.ROOT));
    if (capitals && HtmlEntities.unescape(reference).equals(reference)) {
      meant = Entities.getByName(lower).toUpperCase(Locale.ROOT);
    }
    return meant.isEmpty() ? reference : meant;
  }
}
