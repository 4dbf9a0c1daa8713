package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.family.Conversion.Rows;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.models.internal.family.Conversion.TextTower;
import io.lumiere.models.internal.family.Conversion.Words;
import java.util.function.Supplier;

/**
 * CLIP's text transformer. Mostly each token sees those before it, and what the mark of the end has
 * become is the text's vector: nothing is padded, for what comes after the end is never looked at.
 * In others each token sees all, the padding too, and either the last token or the mark of the end
 * becomes the vector.
 *
 * @param tensors of the tower
 * @param names of its parts
 * @param transformer its blocks
 * @param projection from the transformer's width to the vectors' dimension
 */
record TextTransformer(
    Tensors tensors, Names names, Transformer transformer, Supplier<Linear> projection) {
  /** What a maker calls the parts. */
  record Names(String tokens, String places, String after) {
    static final Names OPEN_CLIP =
        new Names("token_embedding.weight", "positional_embedding", "ln_final");

    static final Names HUGGING_FACE =
        new Names(
            "embeddings.token_embedding.weight",
            "embeddings.position_embedding.weight",
            "final_layer_norm");
  }

  int width() {
    return tensors.dim(names.tokens(), 1);
  }

  /** Tokens in a text at most. */
  int places() {
    return tensors.dim(names.places(), 0);
  }

  /** The tower of a causal transformer. */
  TextTower tower(Words words) {
    return tower(words, TextInput.causal(places()));
  }

  /** The tower. */
  TextTower tower(Words words, TextInput input) {
    int width = width();
    int vocabulary = tensors.dim(names.tokens(), 0);
    int places = places();
    Rows rows =
        new Rows(
            width,
            () -> tensors.floats(names.tokens(), vocabulary, width),
            () -> tensors.floats(names.places(), places, width));
    return new TextTower(net -> build(net, input), rows, input, words);
  }

  private void build(NetworkBuilder net, TextInput input) {
    Blob rows = net.input(Conversion.ROWS);
    Blob mask = input.causal() ? net.input(Conversion.MASK) : null;
    Blob end = input.pickEnd() ? net.input(Conversion.PICK) : null;
    Blob x =
        transformer.one(
            net, rows, mask, all -> end == null ? net.row(all, -1) : net.product(end, all));
    x = Norms.layer(net, x, tensors, names.after(), transformer.epsilon());
    net.output(net.linear(x, projection.get()), Conversion.VECTOR);
  }
}
