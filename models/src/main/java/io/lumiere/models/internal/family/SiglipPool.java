package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.convert.Attention;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.NetworkBuilder;

/**
 * How SigLIP makes one vector of all patches: a learned probe attends to them, and a feed-forward
 * part follows.
 *
 * @param tensors of this part
 * @param names what the maker calls them
 * @param heads of the attention
 * @param epsilon of the normalisation
 * @param activation of the feed-forward part
 * @see <a href="https://arxiv.org/abs/2106.04560">Zhai et al., Scaling Vision Transformers,
 *     2021</a>
 */
record SiglipPool(Tensors tensors, Names names, int heads, float epsilon, Activation activation) {
  /** What a maker calls the weights. */
  enum Names {
    HUGGING_FACE("probe", "layernorm") {
      @Override
      Attention attention(Tensors pool, int heads) {
        float[] weight = pool.floats("attention.in_proj_weight");
        float[] bias = pool.floats("attention.in_proj_bias");
        return new Attention(
            Linears.third(weight, bias, 0),
            Linears.third(weight, bias, 1),
            Linears.third(weight, bias, 2),
            Linears.of(pool, "attention.out_proj"),
            heads);
      }
    },
    TIMM("latent", "norm") {
      @Override
      Attention attention(Tensors pool, int heads) {
        float[] weight = pool.floats("kv.weight");
        float[] bias = pool.floats("kv.bias");
        return new Attention(
            Linears.of(pool, "q"),
            Linears.part(weight, bias, 0, 2),
            Linears.part(weight, bias, 1, 2),
            Linears.of(pool, "proj"),
            heads);
      }
    };

    private final String probe;
    private final String norm;

    Names(String probe, String norm) {
      this.probe = probe;
      this.norm = norm;
    }

    abstract Attention attention(Tensors pool, int heads);
  }

  /** {@code [patches, width]} to {@code [1, width]}. */
  Blob build(NetworkBuilder net, Blob patches, int width) {
    Blob probe = net.constant(tensors.floats(names.probe, 1, 1, width), width);
    Blob x = net.crossAttention(probe, patches, names.attention(tensors, heads));
    Blob normed = Norms.layer(net, x, tensors, names.norm, epsilon);
    return net.add(
        x,
        activation.feedForward(
            net, normed, Linears.of(tensors, "mlp.fc1"), Linears.of(tensors, "mlp.fc2")));
  }
}
