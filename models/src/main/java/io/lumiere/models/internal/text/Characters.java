package io.lumiere.models.internal.text;

import java.text.Normalizer;

/** The characters that ftfy replaces by plainer ones, and those that it drops. */
final class Characters {
  private static final String LIGATURES = "\u0132\u0133\uFB00\uFB01\uFB02\uFB03\uFB04\uFB06";
  private static final String[] LETTERS = {"IJ", "ij", "ff", "fi", "fl", "ffi", "ffl", "st"};

  private Characters() {}

  /**
   * Ligatures of Latin letters and letters of full or half width taken apart, curly quotes made
   * straight, every line break the same, lone surrogates replaced.
   */
  static String standard(String text) {
    if (text.chars().allMatch(c -> c < 0x80 && c != '\r')) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        continue;
      }
      appendStandard(out, c);
    }
    return out.toString();
  }

  private static void appendStandard(StringBuilder out, int c) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      out.append('\uFFFD');
    } else if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
      out.append('\n');
    } else if (c >= 0x201C && c <= 0x201F) {
      out.append('"');
    } else if ((c >= 0x2018 && c <= 0x201B) || c == 0x2BC) {
      out.append('\'');
    } else if (c == 0x149) {
      out.append("'n"); // An apostrophe and a letter; the apostrophe is then made straight.
    } else if ((c >= 0x1C4 && c <= 0x1CC) || (c >= 0x1F1 && c <= 0x1F3) || c == 0xFB05) {
      out.append(digraph(c));
    } else if (c == 0x3000 || (c >= 0xFF01 && c <= 0xFFEF)) {
      out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else if (LIGATURES.indexOf(c) >= 0) {
      out.append(LETTERS[LIGATURES.indexOf(c)]);
    } else {
      out.appendCodePoint(c);
    }
  }

  /** Two letters that an old code page has as one, and the ligature with a long s. */
  private static String digraph(int c) {
    return c == 0xFB05
        ? "\u017Ft"
        : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
  }

  static String withoutControls(String text) {
    if (text.chars().noneMatch(Characters::isControl)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.chars().filter(c -> !isControl(c)).forEach(c -> out.append((char) c));
    return out.toString();
  }

  /** Control characters that neither are white space nor change how text looks. */
  private static boolean isControl(int c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r')
        || c == 0x7F
        || (c >= 0x206A && c <= 0x206F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFC);
  }
}
