package io.lumiere.app.output;

/**
 * Text as a terminal may show it. Names of files, keywords and titles come from other people and
 * may hold anything: characters that move the cursor, break a line or turn the direction of reading
 * are written as escapes, such as {@code \n} and {@code \u001b}. A backslash stays as it is: these
 * lines are for eyes, and scripts read JSON. Thread-safe.
 */
final class PrintedText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PrintedText() {}

  /** A text in one line. */
  static String of(String text) {
    return escaped(text, true);
  }

  /** A line of JSON, in which only strings can hold such characters: it means the same. */
  static String json(String line) {
    return escaped(line, false);
  }

  private static String escaped(String text, boolean named) {
    if (text.codePoints().noneMatch(PrintedText::isUnsafe)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (isUnsafe(c)) {
            escaped.append(named ? name(c) : units(c));
          } else {
            escaped.appendCodePoint(c);
          }
        });
    return escaped.toString();
  }

  /** Control and format characters; but joiners make emoji and the letters of some languages. */
  private static boolean isUnsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
      default -> false;
    };
  }

  private static String name(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> units(c);
    };
  }

  private static String units(int c) {
    StringBuilder units = new StringBuilder();
    for (char unit : Character.toChars(c)) {
      units.append("\\u%04x".formatted((int) unit));
    }
    return units.toString();
  }
}
