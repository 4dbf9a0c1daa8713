package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.convert.Attention;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.family.Conversion.Rows;
import java.util.Arrays;

/**
 * BERT: a normalisation of what tokens are looked up as, then blocks that normalise after each part
 * (post-norm). All tokens see all tokens, so a text that is not padded needs no mask.
 *
 * @param tensors of the model
 * @param names of its blocks' parts
 * @param heads of each attention
 * @param epsilon of each normalisation
 * @param activation of each feed-forward part
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al., BERT, 2018</a>
 */
record Bert(Tensors tensors, BertNames names, int heads, float epsilon, Activation activation) {
  static final float EPSILON = 1e-12f;

  private static final String TOKENS = "embeddings.word_embeddings.weight";
  private static final String PLACES = "embeddings.position_embeddings.weight";
  private static final String SEGMENTS = "embeddings.token_type_embeddings.weight";

  static int width(Tensors tensors) {
    return tensors.dim(TOKENS, 1);
  }

  /** How many blocks there are. */
  int depth() {
    return tensors.count(names.list());
  }

  /**
   * The tables of the first {@code maxTokens} places, or as many as there are. A model that can
   * distinguish sentences sees all as the first one: its row is part of each place's.
   */
  Rows rows(int maxTokens) {
    int width = width(tensors);
    int vocabulary = tensors.dim(TOKENS, 0);
    int places = places(maxTokens);
    return new Rows(
        width, () -> tensors.floats(TOKENS, vocabulary, width), () -> placeRows(places, width));
  }

  /** The longest text, where a model takes up to {@code maxTokens}. */
  int places(int maxTokens) {
    return Math.min(maxTokens, tensors.dim(PLACES, 0));
  }

  private float[] placeRows(int places, int width) {
    float[] all = tensors.floats(PLACES, tensors.dim(PLACES, 0), width);
    float[] rows = Arrays.copyOf(all, places * width);
    if (tensors.has(SEGMENTS)) {
      float[] segments = tensors.floats(SEGMENTS, tensors.dim(SEGMENTS, 0), width);
      for (int i = 0; i < rows.length; i++) {
        rows[i] += segments[i % width];
      }
    }
    return rows;
  }

  /** What all tokens become: {@code [tokens, width]} to the same. */
  Blob all(NetworkBuilder net, Blob rows) {
    return blocks(net, rows, depth());
  }

  /** What the first token, the mark of the start, becomes: {@code [1, width]}. */
  Blob first(NetworkBuilder net, Blob rows) {
    int last = depth() - 1;
    Blob x = blocks(net, rows, last);
    Tensors block = block(last);
    Blob first = net.row(x, 0);
    return after(net, block, first, net.crossAttention(first, x, attention(block)));
  }

  private Blob blocks(NetworkBuilder net, Blob rows, int count) {
    Blob x = Norms.layer(net, rows, tensors, "embeddings.LayerNorm", epsilon);
    for (int i = 0; i < count; i++) {
      Tensors block = block(i);
      x = after(net, block, x, net.attention(x, attention(block)));
    }
    return x;
  }

  private Tensors block(int index) {
    return tensors.under(names.list() + index + ".");
  }

  private Attention attention(Tensors block) {
    return names.attention(block, heads);
  }

  /** All of a block that comes after its attention. */
  private Blob after(NetworkBuilder net, Tensors block, Blob x, Blob attended) {
    Blob y = Norms.layer(net, net.add(x, attended), block, names.attentionNorm(), epsilon);
    Blob fed =
        activation.feedForward(
            net, y, Linears.of(block, names.up()), Linears.of(block, names.down()));
    return Norms.layer(net, net.add(y, fed), block, names.norm(), epsilon);
  }
}
