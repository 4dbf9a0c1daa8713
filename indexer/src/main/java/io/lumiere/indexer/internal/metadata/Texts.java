package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lumiere.images.container.ByteView;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cleans texts of any origin so that they can be indexed and shown. */
final class Texts {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private static final int MAX_LATIN = 4 << 20;

  private Texts() {}

  /**
   * Bytes of an unknown encoding: UTF-16 where a mark says so, UTF-8 where they are that, else
   * Windows-1252.
   */
  static String decode(byte[] bytes) {
    ByteView head = ByteView.of(bytes);
    if (head.has(0, "\u00ff\u00fe") || head.has(0, "\u00fe\u00ff")) {
      return new String(bytes, UTF_16).replace('\0', ' ').strip();
    }
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, 0, end, WINDOWS_1252);
    }
  }

  /** A text that its format calls Latin-1, and that many writers make UTF-8. */
  static String latin(ByteView bytes) {
    return decode(bytes.slice(0, MAX_LATIN).copy());
  }

  /**
   * {@code text} with single spaces and without control characters, cut at {@code max} characters.
   * Lucene refuses terms of more than 32,766 bytes.
   *
   * @return null where nothing is left
   */
  static @Nullable String clean(@Nullable String text, int max) {
    if (text == null) {
      return null;
    }
    // Cut twice: before cleaning, so that megabytes are not searched; after it, for the limit
    // itself.
    String head = cut(text, 2 * max);
    String clean = SPACE.matcher(CONTROL.matcher(head).replaceAll(" ")).replaceAll(" ").strip();
    return clean.isEmpty() ? null : cut(clean, max).strip();
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(max - 1));
    return text.substring(0, splitsPair ? max - 1 : max);
  }
}
