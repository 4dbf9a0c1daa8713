package io.lumiere.models.internal.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A model's own map of characters: a double-array trie of byte sequences, and what each becomes.
 * Immutable, so thread-safe. Throws {@link IllegalArgumentException} where the data are damaged.
 *
 * @see <a href="https://github.com/s-yata/darts-clone">Darts-clone, the trie's format</a>
 */
final class CharsMap {
  private final int[] units;
  private final byte[] results;

  CharsMap(ByteBuffer data) {
    ByteBuffer in = data.slice().order(ByteOrder.LITTLE_ENDIAN);
    int size = in.remaining() < 4 ? 0 : in.getInt();
    if (size < 4 || size > in.remaining() || size % 4 != 0) {
      throw new IllegalArgumentException("the map of characters is cut off");
    }
    units = new int[size / 4];
    in.asIntBuffer().get(units);
    in.position(4 + size);
    results = new byte[in.remaining()];
    in.get(results);
  }

  /**
   * The longest sequence that begins {@code text} at {@code from}: its length in the upper half and
   * where its result begins in the lower one; 0 if there is none.
   */
  long find(byte[] text, int from) {
    long found = 0;
    int node = offset(units[0]);
    for (int i = from; i < text.length; i++) {
      node ^= text[i] & 0xFF;
      if (node >= units.length || (units[node] & 0x800000FF) != (text[i] & 0xFF)) {
        break;
      }
      boolean leaf = (units[node] & 0x100) != 0;
      node ^= offset(units[node]);
      if (leaf && node < units.length) {
        found = ((long) (i + 1 - from) << 32) | (units[node] & 0x7FFFFFFF);
      }
    }
    return found;
  }

  /** The result that begins at {@code start}: up to the next zero byte. */
  byte[] result(int start) {
    if (start >= results.length) {
      return new byte[0];
    }
    int end = start;
    while (end < results.length && results[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(results, start, end);
  }

  private static int offset(int unit) {
    return (unit >>> 10) << ((unit & 0x200) >>> 6);
  }
}
