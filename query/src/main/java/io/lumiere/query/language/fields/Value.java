package io.lumiere.query.language.fields;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field as it was written. Immutable.
 *
 * @param text as written, quotes included
 * @param column where it begins in the search, in code points from 0
 */
public record Value(String text, int column) {
  private static final List<String> OPERATORS = List.of(">=", "<=", ">", "<", "=");

  /** The most alternatives of one value. */
  public static final int MAX_ITEMS = 64;

  /** How many code points it is long. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** Its alternatives, separated by commas outside of quotes. */
  public List<Value> items() {
    List<Value> items = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || (text.charAt(i) == ',' && !quoted)) {
        if (i > from || text.isEmpty()) {
          items.add(part(from, i));
        }
        from = i + 1;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return items.isEmpty() ? List.of(this) : items;
  }

  /** What stands between two places of {@link #text}, without spaces around it. */
  private Value part(int from, int to) {
    String part = text.substring(from, to);
    String stripped = part.strip();
    int start = from + part.indexOf(stripped);
    return new Value(stripped, column + text.codePointCount(0, start));
  }

  /** Whether quotes stand around it. */
  public boolean isQuoted() {
    return text.length() >= 2 && text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1;
  }

  /** Without its quotes. */
  public String plain() {
    return text.replace("\"", "");
  }

  /** The value without quotes around it; its content is then read like an unquoted value. */
  public Value unquoted() {
    return isQuoted() ? part(1, text.length() - 1) : this;
  }

  /** The comparison that it begins with; empty where there is none. */
  public String operator() {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator)) {
        return operator;
      }
    }
    return "";
  }

  /** The same without an {@code =} before it. */
  public Value withoutEquals() {
    return operator().equals("=") ? operand() : this;
  }

  /** What stands after the comparison. */
  public Value operand() {
    return part(operator().length(), text.length());
  }

  /**
   * The ends of {@code a..b} without quotes, either of which may be empty; null if it is not a
   * range.
   */
  public @Nullable Bounds range() {
    int dots = text.indexOf("..");
    return dots < 0 || operator().length() > 0
        ? null
        : new Bounds(part(0, dots).unquoted(), part(dots + 2, text.length()).unquoted());
  }

  /** A mistake in the whole of it. */
  public FieldValueException mistake(String message, @Nullable String suggestion) {
    return new FieldValueException(column, Math.max(1, length()), message, suggestion);
  }

  /** Two ends. */
  public record Bounds(Value from, Value to) {
    /** Whether neither end is given. */
    public boolean isOpen() {
      return from.text().isEmpty() && to.text().isEmpty();
    }
  }
}
