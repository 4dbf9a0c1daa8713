package io.lumiere.indexer.internal.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A set in brackets: {@code [a-z0-9]}, {@code [!abc]}, {@code [[:digit:]]}.
 *
 * @param matches which characters are in it; null if the brackets are not closed, or name a class
 *     that does not exist
 * @param end where the pattern goes on
 */
record CharacterSet(@Nullable IntPredicate matches, int end) {
  /** Reads a set whose opening bracket stands before {@code start}. */
  static CharacterSet read(int[] pattern, int start) {
    return new Reader(pattern, start).read();
  }

  private static final class Reader {
    private final int[] pattern;
    private int at;
    private final List<IntPredicate> found = new ArrayList<>();

    /** The character that a range may begin with; -1 where no range can begin. */
    private int previous = -1;

    private boolean broken;

    Reader(int[] pattern, int start) {
      this.pattern = pattern;
      this.at = start;
    }

    CharacterSet read() {
      boolean negated = peek(0) == '!' || peek(0) == '^';
      if (negated) {
        at++;
      }
      // A closing bracket that comes first is an element.
      do {
        element();
      } while (!broken && peek(0) != ']');
      if (broken) {
        return new CharacterSet(null, pattern.length);
      }
      // A list, not predicates nested in each other: a set may have a million characters.
      List<IntPredicate> all = List.copyOf(found);
      IntPredicate union = c -> all.stream().anyMatch(element -> element.test(c));
      return new CharacterSet(negated ? union.negate() : union, at + 1);
    }

    private void element() {
      int c = peek(0);
      if (c == '-' && previous >= 0 && peek(1) >= 0 && peek(1) != ']') {
        at++;
        range(previous, character());
        previous = -1;
      } else if (c == '[' && peek(1) == ':') {
        namedClass();
      } else {
        previous = character();
        range(previous, previous);
      }
    }

    private void range(int from, int to) {
      found.add(c -> c >= from && c <= to);
    }

    /** One character, perhaps behind a backslash. */
    private int character() {
      if (peek(0) == '\\') {
        at++;
      }
      int c = peek(0);
      broken |= c < 0;
      at++;
      return c;
    }

    private void namedClass() {
      int end = at + 2;
      while (end < pattern.length && pattern[end] != ']') {
        end++;
      }
      if (end == pattern.length) {
        broken = true;
      } else if (end > at + 2 && pattern[end - 1] == ':') {
        String name = new String(pattern, at + 2, end - at - 3);
        IntPredicate members = members(name);
        broken |= members == null;
        if (members != null) {
          found.add(members);
        }
        previous = -1;
        at = end + 1;
      } else {
        // Not a class after all: a bracket.
        range('[', '[');
        previous = '[';
        at++;
      }
    }

    private static @Nullable IntPredicate members(String name) {
      return switch (name) {
        case "alnum" -> Character::isLetterOrDigit;
        case "alpha" -> Character::isLetter;
        case "blank" -> c -> c == ' ' || c == '\t';
        case "cntrl" -> Character::isISOControl;
        case "digit" -> c -> c >= '0' && c <= '9';
        case "graph" -> c -> !Character.isWhitespace(c) && !Character.isISOControl(c);
        case "lower" -> Character::isLowerCase;
        case "print" -> c -> !Character.isISOControl(c);
        case "punct" -> c -> c < 128 && c > ' ' && c != 127 && !Character.isLetterOrDigit(c);
        case "space" -> Character::isWhitespace;
        case "upper" -> Character::isUpperCase;
        case "xdigit" -> c -> c < 128 && Character.digit(c, 16) >= 0;
        default -> null;
      };
    }

    private int peek(int ahead) {
      return at + ahead < pattern.length ? pattern[at + ahead] : -1;
    }
  }
}
