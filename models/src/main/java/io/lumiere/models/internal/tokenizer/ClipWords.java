package io.lumiere.models.internal.tokenizer;

import java.util.List;

/** Cuts cleaned text into CLIP's words: endings such as 's, runs of letters, digits, others. */
final class ClipWords {
  private static final String[] ENDINGS = {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"};

  /**
   * Python's regular expressions know this mark as a letter when they ignore case, for its capital
   * is one; yet their letters do not include it. So it belongs to no word and is dropped.
   */
  private static final char YPOGEGRAMMENI = '\u0345';

  private final ClipCleaning cleaning;
  private final List<String> marks;

  ClipWords(ClipCleaning cleaning) {
    this.cleaning = cleaning;
    this.marks =
        cleaning == ClipCleaning.OPEN_CLIP
            ? List.of("<start_of_text>", "<end_of_text>")
            : List.of("<|startoftext|>", "<|endoftext|>");
  }

  /** The length of the mark of start or end that is written out at {@code at}, or 0. */
  int markLength(String text, int at) {
    if (text.charAt(at) == '<') {
      for (String mark : marks) {
        int end = Math.min(text.length(), at + mark.length());
        if (unfolded(text.substring(at, end)).equals(mark)) {
          return mark.length();
        }
      }
    }
    return 0;
  }

  private String unfolded(String text) {
    return cleaning == ClipCleaning.OPEN_CLIP ? text.replace('\u017F', 's') : text;
  }

  /** Where the next word begins, at or after {@code from}; the text's length if there is none. */
  int start(String text, int from) {
    int start = from;
    while (start < text.length() && isBetween(text.charAt(start))) {
      start++;
    }
    return start;
  }

  /** The end of the word that begins at {@code start}. */
  int end(String text, int start) {
    int ending = endingLength(text, start);
    if (ending > 0) {
      return start + ending;
    }
    int first = text.codePointAt(start);
    int end = start + Character.charCount(first);
    Kind kind = kind(first);
    while (kind != Kind.NUMBER && end < text.length() && kind(text.codePointAt(end)) == kind) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private int endingLength(String text, int start) {
    if (text.charAt(start) != '\'') {
      return 0;
    }
    for (String ending : ENDINGS) {
      if (text.startsWith(ending, start)) {
        return ending.length();
      }
    }
    // Without regard to case, a long s is an s.
    return cleaning == ClipCleaning.OPEN_CLIP && text.startsWith("'\u017F", start) ? 2 : 0;
  }

  private enum Kind {
    LETTER,
    NUMBER,
    OTHER,
    BETWEEN
  }

  private Kind kind(int c) {
    if (Character.isLetter(c)) {
      return Kind.LETTER;
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          Kind.NUMBER;
      default -> isBetween(c) ? Kind.BETWEEN : Kind.OTHER;
    };
  }

  private boolean isBetween(int c) {
    return Character.isSpaceChar(c)
        || (c >= 9 && c <= 13)
        || c == 0x85
        || (c == YPOGEGRAMMENI && cleaning == ClipCleaning.OPEN_CLIP);
  }
}
