package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lumiere.images.container.ByteView;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes EXIF's comment: EXIF 2.32, 4.6.5 and table 9. Its first eight bytes name the encoding;
 * some writers leave them out.
 */
final class UserComment {
  private static final int HEAD = 8;

  /** Bytes: some words of two letters are the same in UTF-16 and UTF-8. */
  private static final int LEAST_OF_OTHERS = 9;

  private static final List<Charset> JAPANESE =
      Stream.of("ISO-2022-JP", "UTF-8", "EUC-JP", "Shift_JIS").map(Charset::forName).toList();

  private UserComment() {}

  /** The text; null where the bytes are none. */
  static @Nullable String decode(byte[] bytes) {
    byte[] content = Arrays.copyOfRange(bytes, Math.min(HEAD, bytes.length), bytes.length);
    ByteView head = ByteView.of(bytes);
    String text;
    if (head.has(0, "UNICODE") || head.has(0, "Unicode")) {
      text = unicode(content);
    } else if (head.has(0, "JIS\0")) {
      text = japanese(content);
    } else if (head.has(0, "ASCII") || head.has(0, "\0\0\0\0\0\0\0\0") || head.has(0, "        ")) {
      text = looksWide(content) ? unicode(content) : Texts.decode(content);
    } else {
      text = Texts.decode(bytes);
    }
    String clean = text.replace('\uFEFF', ' ').replace('\0', ' ').strip();
    return isText(clean) ? clean : null;
  }

  /** ISO-2022-JP, which is 7 bits wide, or one of the other encodings of the same characters. */
  private static String japanese(byte[] content) {
    byte[] text = Arrays.copyOf(content, end(content));
    for (Charset charset : JAPANESE) {
      try {
        return charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      } catch (CharacterCodingException e) {
        // The next one, then.
      }
    }
    return new String(text, JAPANESE.getFirst());
  }

  private static boolean looksWide(byte[] content) {
    int zeros = 0;
    int end = end(content);
    for (int i = 0; i < end; i++) {
      zeros += content[i] == 0 ? 1 : 0;
    }
    return end >= 4 && 5 * zeros >= 2 * end;
  }

  /** Where the padding by zeros or spaces begins. */
  private static int end(byte[] content) {
    int end = content.length;
    while (end > 0 && (content[end - 1] == 0 || content[end - 1] == ' ')) {
      end--;
    }
    return end;
  }

  /**
   * UTF-16 in the order that a mark names, or else in that which looks more like a text. Some
   * writers use UTF-8 nevertheless.
   */
  private static String unicode(byte[] content) {
    int end = Math.min(content.length, (end(content) + 1) / 2 * 2);
    byte[] text = Arrays.copyOf(content, end);
    ByteView head = ByteView.of(text);
    if (head.has(0, "\u00fe\u00ff")) {
      return new String(text, UTF_16BE);
    }
    if (head.has(0, "\u00ff\u00fe")) {
      return new String(text, UTF_16LE);
    }
    if (isBytewise(text)) {
      return Texts.decode(text);
    }
    String big = new String(text, UTF_16BE);
    String little = new String(text, UTF_16LE);
    long difference = likeness(big) - likeness(little);
    boolean isBig = difference == 0 ? sum(big) <= sum(little) : difference > 0;
    return isBig ? big : little;
  }

  /**
   * Whether it is UTF-8: most bytes are plain letters, or it is long enough for that not to be a
   * coincidence.
   */
  private static boolean isBytewise(byte[] text) {
    int plain = 0;
    for (byte b : text) {
      if ((b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') || b == 0x7f) {
        return false;
      }
      plain += b > 0 ? 1 : 0;
    }
    String read = new String(text, UTF_8);
    boolean isClear = 2 * plain > text.length || text.length >= LEAST_OF_OTHERS;
    return text.length >= 2 && isClear && read.indexOf(0xfffd) < 0;
  }

  /** A text is of few scripts: in the wrong order each letter is of another, or is none. */
  private static long likeness(String text) {
    long likeness = 0;
    UnicodeScript before = UnicodeScript.COMMON;
    for (int c : text.codePoints().toArray()) {
      UnicodeScript script = UnicodeScript.of(c);
      if (script == UnicodeScript.UNKNOWN || Character.isISOControl(c)) {
        likeness -= 2;
      } else if (script == UnicodeScript.COMMON) {
        likeness += c < 0x80 ? 1 : 0;
      } else {
        likeness += script == before || before == UnicodeScript.COMMON ? 1 : -1;
        before = script;
      }
    }
    return likeness;
  }

  private static long sum(String text) {
    return text.chars().asLongStream().sum();
  }

  /** Camera makers put their own numbers there, which are not text in any encoding. */
  private static boolean isText(String text) {
    int odd = 0;
    int count = 0;
    for (int c : text.codePoints().limit(1000).toArray()) {
      boolean isWhite = c == '\n' || c == '\r' || c == '\t';
      int type = Character.getType(c);
      boolean isOdd =
          (Character.isISOControl(c) && !isWhite)
              || type == Character.UNASSIGNED
              || type == Character.PRIVATE_USE
              || type == Character.SURROGATE
              || c == 0xfffd;
      odd += isOdd ? 1 : 0;
      count++;
    }
    return count > 0 && 20 * odd < count && text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
