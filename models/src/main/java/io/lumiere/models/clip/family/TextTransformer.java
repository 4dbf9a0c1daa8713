package io.lumiere.models.clip.family;

import io.lumiere.models.clip.family.Conversion.Rows;
import io.lumiere.models.clip.family.Conversion.TextInput;
import io.lumiere.models.clip.family.Conversion.TextTower;
import io.lumiere.models.clip.family.Conversion.Words;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import java.util.function.Supplier;

/**
 * CLIP's text transformer: each token sees those before it, and what the mark of the end has become
 * is the text's vector. Nothing is padded: what comes after the end is never looked at.
 *
 * @param tensors of the tower
 * @param names of its parts
 * @param transformer its blocks
 * @param projection from the transformer's width to the vectors' dimension
 */
record TextTransformer(
    Tensors tensors, Names names, Transformer transformer, Supplier<Linear> projection) {
  /** What a maker calls the parts. */
  record Names(String tokens, String places, String after) {}

  int width() {
    return tensors.dim(names.tokens(), 1);
  }

  /** The tower. */
  TextTower tower(Words words) {
    int width = width();
    int vocabulary = tensors.dim(names.tokens(), 0);
    int places = tensors.dim(names.places(), 0);
    Rows rows =
        new Rows(
            width,
            () -> tensors.floats(names.tokens(), vocabulary, width),
            () -> tensors.floats(names.places(), places, width));
    return new TextTower(this::build, rows, TextInput.causal(places), words);
  }

  private void build(NetworkBuilder net) {
    Blob rows = net.input(Conversion.ROWS);
    Blob mask = net.input(Conversion.MASK);
    Blob x = transformer.one(net, rows, mask, all -> net.row(all, -1));
    x = Norms.layer(net, x, tensors, names.after(), transformer.epsilon());
    net.output(net.linear(x, projection.get()), Conversion.VECTOR);
  }
}
