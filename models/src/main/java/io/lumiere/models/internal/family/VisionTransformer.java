package io.lumiere.models.internal.family;

import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Convolution;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.family.Conversion.ImageTower;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;
import java.util.function.Supplier;

/**
 * CLIP's vision transformer: patches and a class token, whose last state is the image's vector.
 *
 * @param tensors of the tower
 * @param names of its parts
 * @param transformer its blocks
 * @param projection from the transformer's width to the vectors' dimension, outputs x inputs
 * @see <a href="https://arxiv.org/abs/2103.00020">Radford et al., Learning Transferable Visual
 *     Models From Natural Language Supervision, 2021</a>
 */
record VisionTransformer(
    Tensors tensors, Names names, Transformer transformer, Supplier<Linear> projection) {
  /** What a maker calls the parts. */
  record Names(String patches, String classToken, String positions, String before, String after) {}

  int width() {
    return tensors.dim(names.patches(), 0);
  }

  int patch() {
    return tensors.dim(names.patches(), 2);
  }

  /** Patches along one side of the image. */
  private int grid() {
    int places = tensors.dim(names.positions(), 0) - 1;
    int grid = (int) Math.round(Math.sqrt(places));
    if (grid * grid != places) {
      throw new LumiereException(
          "tensor " + names.positions() + " has " + places + " places: no square of patches");
    }
    return grid;
  }

  /** Side of the image in pixels. */
  int imageSize() {
    return grid() * patch();
  }

  /** The tower. */
  ImageTower tower(Preprocessing preprocessing) {
    return new ImageTower(this::build, preprocessing);
  }

  private void build(NetworkBuilder net) {
    int width = width();
    Blob x = net.places(patches(net), width);
    x = net.joinRows(net.constant(tensors.floats(names.classToken(), width), width), x);
    int places = grid() * grid() + 1;
    x = net.add(x, net.constant(tensors.floats(names.positions(), places, width), width));
    x = Norms.layer(net, x, tensors, names.before(), transformer.epsilon());
    x = transformer.one(net, x, null, rows -> net.row(rows, 0));
    x = Norms.layer(net, x, tensors, names.after(), transformer.epsilon());
    net.output(net.linear(x, projection.get()), Conversion.VECTOR);
  }

  private Blob patches(NetworkBuilder net) {
    int patch = patch();
    float[] kernels = tensors.floats(names.patches(), width(), 3, patch, patch);
    return net.convolution(
        net.input(Conversion.PIXELS),
        new Convolution(
            kernels, new float[width()], patch, patch, 1, 0, Convolution.Rectifier.NONE));
  }

  /** Such as {@code ViT-B/32}. */
  String title() {
    List<Integer> widths = List.of(384, 512, 768, 1024, 1280, 1408, 1664);
    int size = widths.indexOf(width());
    String letter = size < 0 ? "width " + width() + " " : "SMBLHgG".substring(size, size + 1);
    return "ViT-" + letter + "/" + patch();
  }
}
