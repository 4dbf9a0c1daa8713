package io.lumiere.models.internal.tokenizer;

import java.nio.charset.StandardCharsets;

/** Text as the bytes that byte-level models see. */
final class Utf8 {
  private static final String REPLACEMENT = "\uFFFD";

  private Utf8() {}

  /** The bytes of {@code text}; a lone surrogate, which has none, becomes U+FFFD. */
  static byte[] bytes(String text) {
    return withoutLoneSurrogates(text).getBytes(StandardCharsets.UTF_8);
  }

  static String withoutLoneSurrogates(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            out.append(REPLACEMENT);
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
