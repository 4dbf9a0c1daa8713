package io.lumiere.indexer.internal.takeout;

/**
 * A text that may end in a number in parentheses, as copies do: {@code IMG_1(2)}.
 *
 * @param text what stands before the number
 * @param number the digits; empty for none
 */
record NumberedName(String text, String number) {
  private static final int MAX_DIGITS = 4;

  /** The text as it is, whatever it ends in. */
  static NumberedName whole(String text) {
    return new NumberedName(text, "");
  }

  /** Takes the number off. */
  static NumberedName split(String text) {
    int open = text.lastIndexOf('(');
    int digits = text.length() - open - 2;
    if (open < 1 || !text.endsWith(")") || digits < 1 || digits > MAX_DIGITS) {
      return whole(text);
    }
    String number = text.substring(open + 1, text.length() - 1);
    return number.chars().allMatch(c -> c >= '0' && c <= '9')
        ? new NumberedName(text.substring(0, open), number)
        : whole(text);
  }

  boolean isNumbered() {
    return !number.isEmpty();
  }

  /** The same number after a longer text. */
  NumberedName append(String more) {
    return new NumberedName(text + more, number);
  }
}
