package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.NcnnException;
import io.lumiere.ncnn.format.WeightTag;
import io.lumiere.ncnn.internal.WeightBlock.Encoding;
import java.nio.file.Path;

/** Proves that a bin file holds exactly the weights that a graph declares. */
final class WeightCheck {
  private final NativeMemory weights;
  private long position;

  private WeightCheck(NativeMemory weights) {
    this.weights = weights;
  }

  static void check(Graph graph, NativeMemory weights, Path file) {
    WeightCheck check = new WeightCheck(weights);
    for (Node node : graph.nodes()) {
      try {
        node.rule().weights().forEach(check::skip);
      } catch (Refusal refusal) {
        throw new NcnnException(
            file + ": weights of " + node.title() + ": " + refusal.getMessage(), refusal);
      }
    }
    if (check.position != weights.size()) {
      throw new NcnnException(
          file
              + " has "
              + weights.size()
              + " bytes where the layers need "
              + check.position
              + ": it belongs to another param file");
    }
  }

  private void skip(WeightBlock block) {
    long bytes = 4 * block.count();
    if (block.encoding() == Encoding.BYTES) {
      bytes = (block.count() + 3) / 4 * 4;
    } else if (block.encoding() == Encoding.TAGGED) {
      require(4);
      int tag = weights.intAt(position);
      position += 4;
      if (tag == WeightTag.FLOAT16.code() || tag == WeightTag.BFLOAT16.code()) {
        bytes = (2 * block.count() + 3) / 4 * 4;
      } else {
        Refusal.unless(
            tag == WeightTag.FLOAT32.code(),
            "byte %d has the encoding 0x%08x where floats of 32 (0x%08x) or 16 bits (0x%08x,"
                + " bfloat16 0x%08x) are supported",
            position - 4,
            tag,
            WeightTag.FLOAT32.code(),
            WeightTag.FLOAT16.code(),
            WeightTag.BFLOAT16.code());
      }
    }
    require(bytes);
    position += bytes;
  }

  private void require(long bytes) {
    Refusal.unless(
        bytes <= weights.size() - position,
        "need %d bytes from byte %d on, but the file ends at %d: cut off or damaged",
        bytes,
        position,
        weights.size());
  }
}
