package io.lumiere.query;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Caches the vectors of the texts that were asked for last: the pages of a search, and its next
 * refinement, ask for the same texts again. Thread-safe; two threads that ask for a new text at
 * once may both encode it. Nobody may write to what {@link #encode} returns.
 */
final class RecentTexts implements TextEncoder {
  /** How many texts are remembered: with 1,024 dimensions, a megabyte. */
  static final int MAX_TEXTS = 256;

  /** Longer texts, in characters, are encoded each time, so that texts take little memory. */
  static final int MAX_LENGTH = 1_000;

  private final TextEncoder encoder;
  private final Map<String, float[]> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > MAX_TEXTS;
        }
      };

  /**
   * Texts of one model.
   *
   * @param encoder fails where a vector is invalid, so that no such vector is cached
   */
  RecentTexts(TextEncoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public float[] encode(String text) {
    synchronized (recent) {
      float[] known = recent.get(text);
      if (known != null) {
        return known;
      }
    }
    // Encoded outside the lock, since it takes a while. Copied, since the encoder may reuse the
    // array.
    float[] vector = encoder.encode(text).clone();
    if (text.length() <= MAX_LENGTH) {
      synchronized (recent) {
        recent.put(text, vector);
      }
    }
    return vector;
  }
}
