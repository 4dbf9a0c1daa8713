package io.lumiere.ncnn.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * How a layer's matrices are stored: as floats, or as 8-bit integers in blocks of each row, every
 * block with a scale of its own. ncnn then multiplies integers: it quantises its input while it
 * runs, in blocks as well.
 *
 * @param block how many numbers of a row share a scale; 0: floats
 * @param inputScales whether each input is multiplied by a number of its own first
 */
record Quantization(int block, boolean inputScales) {
  /** The attribute that says it, in Gemm and MultiHeadAttention. */
  private static final int ATTRIBUTE = 18;

  private static final int PLAIN_INPUTS = 800;
  private static final int SCALED_INPUTS = 810;
  private static final int[] BLOCKS = {32, 64, 128};

  /** Reads the attribute. */
  static Quantization of(Attributes attributes) {
    int code = attributes.integer(ATTRIBUTE, 0, 0, SCALED_INPUTS + BLOCKS.length - 1);
    if (code == 0) {
      return new Quantization(0, false);
    }
    boolean scaled = code >= SCALED_INPUTS;
    int kind = code - (scaled ? SCALED_INPUTS : PLAIN_INPUTS);
    Refusal.unless(
        kind >= 0 && kind < BLOCKS.length,
        "attribute %d is %d where 0 (floats), 800 to 802 or 810 to 812 (8-bit integers) is"
            + " supported",
        ATTRIBUTE,
        code);
    return new Quantization(BLOCKS[kind], scaled);
  }

  boolean isInt8() {
    return block > 0;
  }

  /** A matrix. */
  WeightBlock matrix(long rows, long columns) {
    return isInt8() ? WeightBlock.bytes(rows * columns) : WeightBlock.tagged(rows * columns);
  }

  /** The scales of matrices, each given as its rows and columns; they follow all matrices. */
  List<WeightBlock> scales(int[]... matrices) {
    List<WeightBlock> blocks = new ArrayList<>();
    if (isInt8()) {
      for (int[] matrix : matrices) {
        long perRow = (matrix[1] + block - 1L) / block;
        blocks.add(WeightBlock.plain(matrix[0] * perRow));
      }
    }
    if (inputScales) {
      for (int[] matrix : matrices) {
        blocks.add(WeightBlock.plain(matrix[1]));
      }
    }
    return blocks;
  }
}
