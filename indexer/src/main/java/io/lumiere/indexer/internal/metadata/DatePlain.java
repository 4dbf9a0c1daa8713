package io.lumiere.indexer.internal.metadata;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Gives texts the form in which dates are looked for. Phones that are set to Arabic or Thai write
 * the digits of these scripts, and people write dashes, and spaces around them.
 */
final class DatePlain {
  private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212\\uff0d]");

  /** A day, or the month of a year, of which each hyphen stands between spaces. */
  private static final Pattern SPACED =
      Pattern.compile("(?<![\\d-])((?:18|19|20)\\d{2}) - (\\d{2})(?!\\d)(?: - (\\d{2})(?!\\d))?");

  private DatePlain() {}

  /** A text with ASCII's digits alone. */
  static String digits(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c ->
            plain.appendCodePoint(
                Character.isDigit(c) ? Character.forDigit(Character.digit(c, 10), 10) : c));
    return plain.toString();
  }

  /** A file's or folder's name, composed, with plain digits, and hyphens for dashes. */
  static String name(String name) {
    String plain = digits(Normalizer.normalize(name, Normalizer.Form.NFC));
    return SPACED
        .matcher(DASH.matcher(plain).replaceAll("-"))
        .replaceAll(match ->
            match.group(1)
                + "-"
                + match.group(2)
                + (match.group(3) == null ? "" : "-" + match.group(3)));
  }
}
