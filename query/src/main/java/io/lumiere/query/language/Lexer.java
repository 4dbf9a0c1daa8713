package io.lumiere.query.language;

import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.query.language.fields.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts one search into tokens, in one pass. Any string can be cut. Not thread-safe. */
final class Lexer {
  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,19})(:|[<>]=?|=)(.*)");

  /** A file's path or an address, not a value: {@code C:\\x}, {@code http://x}, {@code std::x}. */
  private static final Pattern NO_VALUE = Pattern.compile("[\\\\:/].*|");

  /** After these a quote begins a value; the one in {@code 12"} does not. */
  private static final String BEFORE_QUOTE = ":=<>,.";

  private final int[] points;
  private final QueryFields fields;
  private final List<Problem> problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  /**
   * Begins a search.
   *
   * @param points its code points, quotes of all kinds made {@code "}
   * @param problems is given what is wrong
   */
  Lexer(int[] points, QueryFields fields, List<Problem> problems) {
    this.points = points;
    this.fields = fields;
    this.problems = problems;
  }

  List<Token> tokens() {
    while (at < points.length) {
      int point = points[at];
      if (isSpace(point)) {
        at++;
      } else if (point == '(') {
        depth++;
        mark(Token.Kind.OPEN, 1);
      } else if (point == ')' && depth > 0) {
        depth--;
        mark(Token.Kind.CLOSE, 1);
      } else if (point == '-' && at + 1 < points.length && beginsSomething(points[at + 1])) {
        mark(Token.Kind.NOT, 1);
      } else if (point == '"') {
        quoted();
      } else {
        word();
      }
    }
    return tokens;
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  private static boolean beginsSomething(int point) {
    return point == '(' || point == '"' || Character.isLetterOrDigit(point);
  }

  private void mark(Token.Kind kind, int length) {
    tokens.add(new Token.Mark(kind, text(at, at + length), at, length));
    at += length;
  }

  private void quoted() {
    int start = at;
    int end = find('"', at + 1);
    if (end < 0) {
      problems.add(
          new Problem(
              start,
              1,
              "the quote is never closed",
              "\"" + text(start + 1, points.length).strip() + "\""));
      at++;
      return;
    }
    at = end + 1;
    tokens.add(new Token.Text(text(start + 1, end), true, start, at - start));
  }

  private void word() {
    int start = at;
    int end = wordEnd();
    String word = text(start, end);
    Matcher field = FIELD.matcher(word);
    if (field.matches() && isField(field, start)) {
      int valueStart = start + field.group(1).length() + (field.group(2).equals(":") ? 1 : 0);
      at = valueEnd(valueStart, end);
      String value = text(valueStart, at);
      tokens.add(new Token.Field(field.group(1), new Value(value, valueStart), start, at - start));
      return;
    }
    at = end;
    switch (word) {
      case "OR" -> tokens.add(new Token.Mark(Token.Kind.OR, word, start, 2));
      case "AND" -> tokens.add(new Token.Mark(Token.Kind.AND, word, start, 3));
      case "NOT" -> tokens.add(new Token.Mark(Token.Kind.NOT, word, start, 3));
      default -> tokens.add(new Token.Text(word, false, start, end - start));
    }
  }

  /** Up to a space, or a bracket that closes one outside of the word. */
  private int wordEnd() {
    int open = 0;
    int end = at;
    boolean quoted = false;
    while (end < points.length && !isSpace(points[end])) {
      if (points[end] == '"') {
        quoted = !quoted && end > at && BEFORE_QUOTE.indexOf(points[end - 1]) >= 0;
      } else if (points[end] == '(' && !quoted) {
        open++;
      } else if (points[end] == ')' && !quoted && --open < 0) {
        if (depth > 0 && end > at) {
          return end;
        }
        open = 0;
      }
      end++;
    }
    return end;
  }

  /** A value extends to the end of quotes within it. */
  private int valueEnd(int start, int wordEnd) {
    int end = wordEnd;
    for (int quote = find('"', start); quote >= 0 && quote < end; ) {
      int close = find('"', quote + 1);
      if (close < 0) {
        problems.add(new Problem(quote, 1, "the quote is never closed", null));
        return end;
      }
      if (close >= end) {
        at = close + 1;
        end = isPastQuotes() ? at : wordEnd();
      }
      quote = find('"', close + 1);
    }
    return end;
  }

  /**
   * Whether a value ends here, after quotes: at a space, or at a bracket that closes an earlier
   * one.
   */
  private boolean isPastQuotes() {
    return at >= points.length || isSpace(points[at]) || (points[at] == ')' && depth > 0);
  }

  private boolean isField(Matcher field, int start) {
    String name = field.group(1);
    if (QueryParser.isSimilar(name) || fields.find(name).isPresent()) {
      // f:2.8 is a field, and so is iso>800; C:\x is a path, and file:///x an address.
      boolean isAddress = name.equalsIgnoreCase("file") && field.group(3).startsWith("//");
      return !isAddress && (name.length() > 1 || !NO_VALUE.matcher(field.group(3)).matches());
    }
    if (!field.group(2).equals(":")
        || name.length() == 1
        || NO_VALUE.matcher(field.group(3)).matches()) {
      return false;
    }
    Optional<String> nearest = fields.nearest(name, QueryParser.SIMILAR);
    problems.add(
        new Problem(
            start,
            name.length(),
            "there is no field '"
                + name
                + "'"
                + (nearest.isPresent() ? "" : ", and quotes make it words"),
            nearest
                .map(near -> near + ":" + closed(start, name.length() + 1, field.group()))
                .orElse("\"" + field.group().replace("\"", "") + "\"")));
    return false;
  }

  /** The value of a word, up to the end of quotes that begin in it. */
  private String closed(int start, int skipped, String word) {
    int end = start + word.codePointCount(0, word.length());
    boolean isOpen = word.chars().filter(letter -> letter == '"').count() % 2 == 1;
    int quote = isOpen ? find('"', end) : -1;
    return text(start + skipped, quote < 0 ? end : quote + 1) + (isOpen && quote < 0 ? "\"" : "");
  }

  private int find(int point, int from) {
    for (int i = from; i < points.length; i++) {
      if (points[i] == point) {
        return i;
      }
    }
    return -1;
  }

  private String text(int from, int to) {
    return new String(points, from, to - from);
  }
}
