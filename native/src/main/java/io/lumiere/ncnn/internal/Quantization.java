package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.ByteBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a layer's matrices are stored.
 *
 * @param blocks of 8-bit integers; null: floats
 */
record Quantization(@Nullable ByteBlocks blocks) {
  private static final int MOST = 999;

  /** Reads the attribute. */
  static Quantization of(Attributes attributes) {
    int code = attributes.integer(ByteBlocks.ATTRIBUTE, 0, 0, MOST);
    if (code == 0) {
      return new Quantization(null);
    }
    Optional<ByteBlocks> blocks = ByteBlocks.of(code);
    Refusal.unless(
        blocks.isPresent(),
        "attribute %d is %d where 0 (floats), 800 to 802 or 810 to 812 (8-bit integers) is"
            + " supported",
        ByteBlocks.ATTRIBUTE,
        code);
    return new Quantization(blocks.orElseThrow());
  }

  boolean isInt8() {
    return blocks != null;
  }

  /** A matrix. */
  WeightBlock matrix(long rows, long columns) {
    return isInt8() ? WeightBlock.bytes(rows * columns) : WeightBlock.tagged(rows * columns);
  }

  /** The scales of matrices, each given as its rows and columns; they follow all matrices. */
  List<WeightBlock> scales(int[]... matrices) {
    List<WeightBlock> scales = new ArrayList<>();
    if (blocks == null) {
      return scales;
    }
    for (int[] matrix : matrices) {
      long perRow = (matrix[1] + blocks.size() - 1L) / blocks.size();
      scales.add(WeightBlock.plain(matrix[0] * perRow));
    }
    if (blocks.scalesInput()) {
      for (int[] matrix : matrices) {
        scales.add(WeightBlock.plain(matrix[1]));
      }
    }
    return scales;
  }
}
