package io.lumiere.models.internal.text;

import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * What ftfy 6.3's {@code fix_text} does with its default settings: each line by itself, over and
 * over until nothing changes. Thread-safe.
 *
 * @see <a href="https://ftfy.readthedocs.io">Speer, ftfy, 2019</a>
 */
public final class FixText {
  private static final int LONGEST_SEGMENT = 1_000_000;

  private FixText() {}

  /** The text repaired; lone surrogates become U+FFFD. */
  public static String fix(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean unescape = true;
    for (int from = 0; from < text.length(); ) {
      int to = segmentEnd(text, from);
      String segment = text.substring(from, to);
      unescape &= segment.indexOf('<') < 0; // From the first tag on, the text counts as HTML.
      out.append(fixSegment(segment, unescape));
      from = to;
    }
    return out.toString();
  }

  private static int segmentEnd(String text, int from) {
    int lineBreak = text.indexOf('\n', from);
    int to = lineBreak < 0 ? text.length() : lineBreak + 1;
    if (to - from <= LONGEST_SEGMENT || text.codePointCount(from, to) <= LONGEST_SEGMENT) {
      return to;
    }
    return text.offsetByCodePoints(from, LONGEST_SEGMENT);
  }

  private static String fixSegment(String segment, boolean unescape) {
    UnaryOperator<String> unescaping = unescape ? ClosedEntities::unescape : t -> t;
    String text = segment;
    String before;
    do {
      before = text;
      text = Mojibake.fix(unescaping.apply(text));
      text = Characters.standard(text);
      text = TerminalEscapes.remove(text);
      text = Characters.withoutControls(text);
      text = Normalizer.normalize(text, Normalizer.Form.NFC);
    } while (!text.equals(before));
    return text;
  }
}
