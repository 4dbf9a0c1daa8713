package io.lumiere.ncnn.format;

import java.util.Optional;

/**
 * A matrix as 8-bit integers, as an attribute of Gemm and MultiHeadAttention says it. Each run of
 * numbers of a row has a scale of its own. ncnn then multiplies integers: it quantises its input by
 * the same runs while it runs. Immutable.
 *
 * @param size how many numbers of a row share a scale: 32, 64 or 128
 * @param scalesInput whether each input is multiplied by a number of its own first
 */
public record ByteBlocks(int size, boolean scalesInput) {
  /** The number of the attribute; 0 or absent: floats. */
  public static final int ATTRIBUTE = 18;

  private static final int PLAIN = 800;
  private static final int SCALED = 810;
  private static final int LEAST_SIZE = 32;
  private static final int SIZES = 3;

  public ByteBlocks {
    if (size != LEAST_SIZE && size != 2 * LEAST_SIZE && size != 4 * LEAST_SIZE) {
      throw new IllegalArgumentException("blocks of " + size + " numbers: 32, 64 or 128 are known");
    }
  }

  /** The attribute's value. */
  public int code() {
    return (scalesInput ? SCALED : PLAIN) + Integer.numberOfTrailingZeros(size / LEAST_SIZE);
  }

  /** What a value of the attribute means; empty if it is not one of 8-bit integers in blocks. */
  public static Optional<ByteBlocks> of(int code) {
    boolean scaled = code >= SCALED;
    int kind = code - (scaled ? SCALED : PLAIN);
    return kind >= 0 && kind < SIZES
        ? Optional.of(new ByteBlocks(LEAST_SIZE << kind, scaled))
        : Optional.empty();
  }
}
