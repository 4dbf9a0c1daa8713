package io.lumiere.models.internal.tokenizer;

import io.lumiere.models.internal.text.PythonStrings;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into the words that WordPiece takes: control characters dropped, Chinese characters
 * each on their own, accents stripped, lower case, punctuation on its own. Done as the {@code
 * tokenizers} library does it unless the style is another; so letters are lowered one by one (no
 * final sigma), and characters that Unicode has not assigned are kept. Immutable.
 *
 * @see <a href="https://github.com/google-research/bert">tokenization.py, the original</a>
 */
final class BertWords {
  private static final int REPLACEMENT = 0xFFFD;

  private final WordPieceStyle style;

  BertWords(WordPieceStyle style) {
    this.style = style;
  }

  List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    lower(clean(text))
        .codePoints()
        .forEach(c -> {
          boolean space = isSpace(c);
          boolean alone = !space && isPunctuation(c);
          if (space || alone) {
            flush(word, words);
          }
          if (alone) {
            words.add(Character.toString(c));
          } else if (!space) {
            word.appendCodePoint(c);
          }
        });
    flush(word, words);
    return words;
  }

  /** Lower case and no accents; the original lowers first, the library strips first. */
  private String lower(String text) {
    return switch (style) {
      case CASED -> text;
      case UNCASED -> PythonStrings.lowerEach(withoutAccents(text));
      case CHINESE_CLIP -> withoutAccents(PythonStrings.lower(text));
    };
  }

  private static String withoutAccents(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(c -> c != 0 && c != REPLACEMENT && !isControl(c))
        .forEach(c -> {
          if (isSpace(c)) {
            clean.append(' ');
          } else if (isChinese(c)) {
            clean.append(' ').appendCodePoint(c).append(' ');
          } else {
            clean.appendCodePoint(c);
          }
        });
    return clean.toString();
  }

  private boolean isControl(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT -> true;
      case Character.PRIVATE_USE, Character.SURROGATE -> style != WordPieceStyle.CHINESE_CLIP;
      default -> false;
    };
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c); // Symbols such as $ and ^ too.
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /**
   * The blocks of Chinese characters, as BERT knows them; neither kana nor hangul. The library has
   * a slip in where one begins, 2B920 for 2B820.
   */
  private boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B73F)
        || (c >= 0x2B740 && c <= 0x2B81F)
        || (c >= (style == WordPieceStyle.CHINESE_CLIP ? 0x2B820 : 0x2B920) && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
