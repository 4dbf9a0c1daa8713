package io.lumiere.models.convert;

import java.util.HashMap;
import java.util.Map;

/**
 * How wide what runs through a network is, as far as its layers say: the numbers in a row, or the
 * channels of an image. ncnn trusts its files: with a matrix that does not fit it would read memory
 * that is not its own, so a network with such a matrix must not be written.
 */
final class Widths {
  private final Map<String, Integer> known = new HashMap<>();

  /**
   * Refuses a layer that does not fit what comes in.
   *
   * @param layer for the message
   */
  void expect(String layer, Blob x, int width) {
    Integer actual = known.get(x.name());
    if (actual != null && actual != width) {
      throw new IllegalArgumentException(
          "a layer (%s) takes %d numbers where %d come".formatted(layer, width, actual));
    }
  }

  /** Refuses two that are put together and are not of one width; 1 is repeated. */
  void expectSame(String layer, Blob a, Blob b) {
    Integer width = known.get(b.name());
    if (width != null && width != 1 && known.getOrDefault(a.name(), 1) != 1) {
      expect(layer, a, width);
    }
  }

  /** Notes what comes out of a layer. */
  Blob set(Blob x, int width) {
    known.put(x.name(), width);
    return x;
  }

  /** Notes that a layer changes no width. */
  Blob keep(Blob from, Blob x) {
    Integer width = known.get(from.name());
    return width == null ? x : set(x, width);
  }

  /** The same of a layer that takes two. */
  Blob keep(Blob a, Blob b, Blob x) {
    return known.getOrDefault(a.name(), 1) == 1 ? keep(b, x) : keep(a, x);
  }
}
