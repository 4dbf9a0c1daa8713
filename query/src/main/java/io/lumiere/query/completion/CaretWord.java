package io.lumiere.query.completion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a half-written search in which the caret stands: a bare word, or a value of a field.
 * It is cut as the language cuts its tokens, but any text has one, quotes and brackets closed or
 * not. Immutable.
 *
 * @param field the field's name as it is written; null for a bare word
 * @param begun what is written before the caret, without quotes
 * @param from where the part begins, in code points
 * @param to where it has ended
 */
record CaretWord(@Nullable String field, String begun, int from, int to) {
  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,19})(:[<>]?=?|[<>]=?|=)(.*)", Pattern.DOTALL);

  /** After these a quote begins a value; the one in {@code 12"} does not. */
  private static final String BEFORE_QUOTE = ":=<>,.";

  /**
   * The part at a caret.
   *
   * @param caret where it stands, in code points; one beyond the end stands at the end
   */
  static CaretWord at(String text, int caret) {
    int[] points = text.codePoints().map(CaretWord::withPlainQuotes).toArray();
    int stands = Math.clamp(caret, 0, points.length);
    int start = 0;
    while (start < stands) {
      int end = isBetween(points[start]) ? start : end(points, start);
      if (end >= stands && end > start) {
        return within(points, start, end, stands);
      }
      start = Math.max(end, start + 1);
    }
    int end = stands < points.length && !isBetween(points[stands]) ? end(points, stands) : stands;
    return new CaretWord(null, "", stands, end);
  }

  private static int withPlainQuotes(int point) {
    return point == '\u201c' || point == '\u201d' || point == '\u201e' ? '"' : point;
  }

  private static boolean isBetween(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || point == '('
        || point == ')'
        || point == '-';
  }

  private static int end(int[] points, int start) {
    boolean quoted = false;
    int end = start;
    for (; end < points.length; end++) {
      if (points[end] == '"') {
        quoted = !quoted && (end == start || BEFORE_QUOTE.indexOf(points[end - 1]) >= 0);
      } else if (!quoted
          && (Character.isWhitespace(points[end])
              || Character.isSpaceChar(points[end])
              || points[end] == ')')) {
        break;
      }
    }
    return end;
  }

  private static CaretWord within(int[] points, int start, int end, int caret) {
    Matcher field = FIELD.matcher(new String(points, start, caret - start));
    if (!field.matches()) {
      String begun = new String(points, start, caret - start);
      return new CaretWord(null, begun.replace("\"", ""), start, end);
    }
    int item = start + field.group(1).length() + field.group(2).length();
    boolean quoted = false;
    for (int i = item; i < caret; i++) {
      quoted ^= points[i] == '"';
      item = points[i] == ',' && !quoted ? i + 1 : item;
    }
    int to = caret;
    while (to < end && (quoted || points[to] != ',')) {
      quoted ^= points[to] == '"';
      to++;
    }
    String begun = new String(points, item, caret - item).replace("\"", "");
    return new CaretWord(field.group(1), begun, item, to);
  }
}
