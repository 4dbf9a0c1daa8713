package io.lumiere.models.internal.text;

/** Text that was read in the wrong encoding. */
final class Mojibake {
  private Mojibake() {}

  /** Control characters of Latin 1 are taken for what Windows-1252 has in their place. */
  static String fix(String text) {
    if (text.chars().noneMatch(Mojibake::isC1)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.chars().forEach(c -> out.append(isC1(c) ? HtmlEntities.windows1252(c) : (char) c));
    return out.toString();
  }

  private static boolean isC1(int c) {
    return c >= 0x80 && c <= 0x9F;
  }
}
