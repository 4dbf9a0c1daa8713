package io.lumiere.models.internal.family;

import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.Attention;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import java.util.Arrays;

/**
 * What takes the place of a mean at the end of CLIP's ResNet: the mean over all places attends to
 * itself and to all places.
 *
 * @param tensors of the image tower
 * @param headWidth of the attention
 */
record AttentionPool(Tensors tensors, int headWidth) {
  /** Of the mean, then of each place: {@code [1 + grid * grid, width]}. */
  static final String POSITIONS = "attnpool.positional_embedding";

  private static final String OUTPUT = "attnpool.c_proj";

  /** Places along one side. */
  int grid() {
    int places = tensors.dim(POSITIONS, 0) - 1;
    int grid = (int) Math.round(Math.sqrt(places));
    if (places < 1 || grid * grid != places) {
      throw new LumiereException("tensor " + POSITIONS + " has " + places + " places: no square");
    }
    return grid;
  }

  /** {@code [width, grid, grid]} to {@code [1, outputs]}. */
  Blob build(NetworkBuilder net, Blob features) {
    int width = tensors.dim(POSITIONS, 1);
    Blob places = net.places(features, width);
    float[] positions = tensors.floats(POSITIONS, grid() * grid() + 1, width);
    Blob all = net.add(net.joinRows(net.meanRow(places), places), net.constant(positions, width));
    Attention attention =
        new Attention(
            Linears.of(tensors, "attnpool.q_proj"),
            Linears.of(tensors, "attnpool.k_proj"),
            Linears.of(tensors, "attnpool.v_proj"),
            output(width),
            width / headWidth);
    Blob pooled = net.crossAttention(net.row(all, 0), all, attention);
    return net.firstColumns(pooled, tensors.dim(OUTPUT + ".weight", 0));
  }

  /**
   * The last matrix, with rows of zeros up to a square: the layer for attention gives as many
   * numbers as it takes.
   */
  private Linear output(int width) {
    Linear linear = Linears.of(tensors, OUTPUT);
    if (linear.bias().length > width) {
      throw new LumiereException(
          "tensor " + OUTPUT + ".weight has more rows than the " + width + " numbers it takes");
    }
    return new Linear(
        Arrays.copyOf(linear.weight(), width * width), Arrays.copyOf(linear.bias(), width));
  }
}
