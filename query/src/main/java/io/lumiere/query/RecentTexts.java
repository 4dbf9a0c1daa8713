package io.lumiere.query;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the vectors of the texts that were asked for last: the pages of a search, and its next
 * refinement, ask for the same texts again. Thread-safe; two threads that ask for a new text at
 * once may both encode it. No one may write to what {@link #encode} gives.
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
   * @param encoder fails where a vector is not as it should be, so that none such is remembered
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
    // Not under the lock: it takes a while. A copy: the array is the encoder's own.
    float[] vector = encoder.encode(text).clone();
    if (text.length() <= MAX_LENGTH) {
      synchronized (recent) {
        recent.put(text, vector);
      }
    }
    return vector;
  }
}
