package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.convert.Attention;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.NetworkBuilder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a transformer that normalises before each part (pre-norm): {@code x +
 * attention(x)}, then {@code x + feed-forward(x)}.
 *
 * @param tensors where the blocks lie
 * @param names what they are called
 * @param heads of each attention
 * @param epsilon of each normalisation
 * @param activation of each feed-forward part
 * @see <a href="https://arxiv.org/abs/2010.11929">Dosovitskiy et al., An Image is Worth 16x16
 *     Words, 2020</a>
 */
record Transformer(
    Tensors tensors, BlockNames names, int heads, float epsilon, Activation activation) {
  /**
   * A tower's blocks in Hugging Face's names.
   *
   * @param part of the configuration that is about the tower
   * @param usual what is taken for what the configuration does not say
   */
  static Transformer huggingFace(Tensors tower, Settings settings, String part, Usual usual) {
    return new Transformer(
        tower.under("encoder."),
        BlockNames.HUGGING_FACE,
        settings.integer(Settings.CONFIG, part, "num_attention_heads").orElse(usual.heads()),
        settings
            .number(Settings.CONFIG, part, "layer_norm_eps")
            .map(Double::floatValue)
            .orElse(usual.epsilon()),
        ClipDefaults.activation(settings, part, usual.activation()));
  }

  /** What a maker takes where a configuration says nothing. */
  record Usual(int heads, float epsilon, Activation activation) {}

  /** All blocks, all tokens: {@code [tokens, width]} to the same. */
  Blob all(NetworkBuilder net, Blob tokens, @Nullable Blob mask) {
    Blob x = tokens;
    for (int i = 0; i < names.count(tensors); i++) {
      x = block(net, i, x, mask);
    }
    return x;
  }

  /**
   * All blocks, of which the last computes only what one token becomes: {@code [tokens, width]} to
   * {@code [1, width]}.
   *
   * @param pick takes that token's row out of all rows
   * @param mask as {@link NetworkBuilder#maskedAttention} takes it; the token that is picked is one
   *     that sees all others
   */
  Blob one(NetworkBuilder net, Blob tokens, @Nullable Blob mask, UnaryOperator<Blob> pick) {
    int last = names.count(tensors) - 1;
    Blob x = tokens;
    for (int i = 0; i < last; i++) {
      x = block(net, i, x, mask);
    }
    Tensors block = names.block(tensors, last);
    Attention attention = names.scaledAttention(block, heads);
    Blob normed = Norms.layer(net, x, block, names.norm1(), epsilon);
    Blob attended =
        net.add(pick.apply(x), net.crossAttention(pick.apply(normed), normed, attention));
    return feedForward(net, block, attended);
  }

  private Blob block(NetworkBuilder net, int index, Blob x, @Nullable Blob mask) {
    Tensors block = names.block(tensors, index);
    Attention attention = names.scaledAttention(block, heads);
    Blob normed = Norms.layer(net, x, block, names.norm1(), epsilon);
    Blob attended =
        mask == null
            ? net.attention(normed, attention)
            : net.maskedAttention(normed, mask, attention);
    return feedForward(net, block, net.add(x, attended));
  }

  private Blob feedForward(NetworkBuilder net, Tensors block, Blob x) {
    Blob normed = Norms.layer(net, x, block, names.norm2(), epsilon);
    return net.add(x, activation.feedForward(net, normed, names.up(block), names.down(block)));
  }
}
