package io.lumiere.models.internal.text;

/** The escape sequences by which a terminal colours text, as in {@code ESC[36;44m}. */
final class TerminalEscapes {
  private static final String START = "\u001B[";

  private TerminalEscapes() {}

  static String remove(String text) {
    int at = text.indexOf(START);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int end = end(text, at + START.length());
      if (end > 0) {
        out.append(text, from, at);
        from = end;
      }
      at = text.indexOf(START, at + 1);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The end of the sequence whose parameters begin at {@code from}, or -1. */
  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isParameter(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    boolean letter =
        end < text.length() && text.charAt(end) < 0x80 && Character.isLetter(text.charAt(end));
    return letter ? end + 1 : -1;
  }

  private static boolean isParameter(int c) {
    return c == ';' || Character.isDigit(c);
  }
}
