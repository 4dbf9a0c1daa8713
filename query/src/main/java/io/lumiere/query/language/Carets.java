package io.lumiere.query.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;

/** Marks a place in a text on a terminal, where characters are 0, 1 or 2 columns wide. */
final class Carets {
  /** How many code points are shown before the place, where the text is longer. */
  private static final int BEFORE = 60;

  private static final int AFTER = 20;

  private Carets() {}

  /** The text, and under it carets at the problem. */
  static String under(String text, Problem problem) {
    int[] points = text.codePoints().toArray();
    int start = Math.min(problem.column(), points.length);
    int end = Math.min(start + problem.length(), points.length);
    int from = Math.max(0, start - BEFORE);
    int to = Math.min(points.length, Math.max(end, start + BEFORE) + AFTER);
    StringBuilder line = new StringBuilder(from > 0 ? "..." : "");
    StringBuilder marks = new StringBuilder(from > 0 ? "   " : "");
    for (int i = from; i < to; i++) {
      line.appendCodePoint(printable(points[i]));
      marks.append((i >= start && i < end ? "^" : " ").repeat(width(points[i])));
    }
    if (start == end) {
      marks.append('^');
    }
    return line + "\n" + marks.toString().stripTrailing();
  }

  private static int printable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.SURROGATE, Character.FORMAT -> 0xFFFD;
      default -> point;
    };
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> {
        int width = UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH);
        yield width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH ? 2 : 1;
      }
    };
  }
}
