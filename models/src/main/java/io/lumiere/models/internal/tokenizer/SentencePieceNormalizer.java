package io.lumiere.models.internal.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as SentencePiece wants it: characters mapped, spaces written as U+2581, extra ones dropped.
 * Immutable, so thread-safe.
 */
final class SentencePieceNormalizer {
  static final String SPACE = "\u2581";
  private static final byte[] SPACE_BYTES = SPACE.getBytes(StandardCharsets.UTF_8);

  private final @Nullable CharsMap map;
  private final List<byte[]> fixed;
  private final boolean dummyPrefix;
  private final boolean removeExtraSpaces;

  SentencePieceNormalizer(SentencePieceModel model) {
    map = model.charsMap().hasRemaining() ? new CharsMap(model.charsMap()) : null;
    fixed =
        model.pieces().stream()
            .filter(p -> p.type() == SentencePieceModel.PieceType.USER_DEFINED)
            .map(p -> p.text().getBytes(StandardCharsets.UTF_8))
            .filter(b -> b.length > 0)
            .toList();
    dummyPrefix = model.dummyPrefix();
    removeExtraSpaces = model.removeExtraSpaces();
  }

  String normalize(String text) {
    byte[] in = Utf8.bytes(text);
    Output out = new Output();
    for (int at = 0; at < in.length; ) {
      int length = fixedLength(in, at);
      long found = length == 0 && map != null ? map.find(in, at) : 0;
      if (map != null && found != 0) {
        length = (int) (found >>> 32);
        out.append(map.result((int) found));
      } else {
        length = length == 0 ? charLength(in[at]) : length;
        out.append(Arrays.copyOfRange(in, at, at + length));
      }
      at += length;
    }
    return out.finish();
  }

  /** The length of the longest of the user's own symbols, which are never mapped, or 0. */
  private int fixedLength(byte[] in, int at) {
    int longest = 0;
    for (byte[] symbol : fixed) {
      int end = at + symbol.length;
      if (symbol.length > longest
          && end <= in.length
          && Arrays.equals(in, at, end, symbol, 0, symbol.length)) {
        longest = symbol.length;
      }
    }
    return longest;
  }

  private static int charLength(byte first) {
    return first >= 0 ? 1 : Integer.numberOfLeadingZeros(~(first << 24));
  }

  private final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean started;
    private boolean afterSpace = removeExtraSpaces;

    void append(byte[] mapped) {
      if (!removeExtraSpaces) {
        start();
      }
      for (byte b : mapped) {
        if (b == ' ' && afterSpace && removeExtraSpaces) {
          continue; // Also those that the text begins with: they do not even start it.
        }
        start();
        if (b == ' ') {
          bytes.writeBytes(SPACE_BYTES);
        } else {
          bytes.write(b);
        }
        afterSpace = b == ' ';
      }
    }

    private void start() {
      if (!started && dummyPrefix) {
        bytes.writeBytes(SPACE_BYTES);
      }
      started = true;
    }

    String finish() {
      String text = bytes.toString(StandardCharsets.UTF_8);
      while (removeExtraSpaces && text.endsWith(SPACE)) {
        text = text.substring(0, text.length() - 1);
      }
      return text;
    }
  }
}
