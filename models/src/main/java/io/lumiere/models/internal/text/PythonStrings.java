package io.lumiere.models.internal.text;

/** What Python's {@code str} methods do where Java's own differ. Thread-safe. */
public final class PythonStrings {
  private static final int CAPITAL_SIGMA = 0x3A3;
  private static final int FINAL_SIGMA = 0x3C2;
  private static final int DOTTED_CAPITAL_I = 0x130;

  private PythonStrings() {}

  /** {@code str.isspace} of one character: separators, and the ASCII controls 1C to 1F too. */
  public static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) || c == 0x85;
  }

  /** {@code " ".join(text.split())}: runs of white space become one space, none at the ends. */
  public static String collapseSpaces(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i); // All white space is in the basic plane.
      if (isSpace(c)) {
        pending = true;
      } else {
        if (pending && !out.isEmpty()) {
          out.append(' ');
        }
        pending = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * {@code str.lower}: full lower-casing with Unicode's own rule for the final sigma, which Java
   * decides by word breaks.
   */
  public static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == CAPITAL_SIGMA) {
        out.appendCodePoint(isFinal(text, i) ? FINAL_SIGMA : Character.toLowerCase(c));
      } else {
        appendLower(out, c);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /** Lower-casing of each character by itself, as Rust's libraries do it: no final sigma. */
  public static String lowerEach(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> appendLower(out, c));
    return out.toString();
  }

  /** The text without the 32 characters of Python's {@code string.punctuation}. */
  public static String withoutPunctuation(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars().filter(c -> !isAsciiPunctuation(c)).forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static boolean isAsciiPunctuation(int c) {
    return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
  }

  private static void appendLower(StringBuilder out, int c) {
    if (c == DOTTED_CAPITAL_I) {
      out.append("i\u0307"); // The one character whose lower case is two.
    } else {
      out.appendCodePoint(Character.toLowerCase(c));
    }
  }

  /**
   * Whether a cased letter is before the sigma and none after it; characters without case are
   * skipped.
   */
  private static boolean isFinal(String text, int sigma) {
    int before = sigma;
    while (before > 0 && isCaseIgnorable(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    if (before == 0 || !isCased(text.codePointBefore(before))) {
      return false;
    }
    int after = sigma + 1;
    while (after < text.length() && isCaseIgnorable(text.codePointAt(after))) {
      after += Character.charCount(text.codePointAt(after));
    }
    return after == text.length() || !isCased(text.codePointAt(after));
  }

  private static boolean isCased(int c) {
    return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  private static boolean isCaseIgnorable(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      // Unicode's Word_Break values MidLetter, MidNumLet and Single_Quote.
      default ->
          "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A"
                  .indexOf(c)
              >= 0;
    };
  }
}
