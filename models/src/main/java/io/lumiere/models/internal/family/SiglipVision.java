package io.lumiere.models.internal.family;

import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Convolution;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.family.Conversion.ImageTower;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;

/**
 * SigLIP's vision transformer: patches without a class token, pooled by attention.
 *
 * @param tensors of the tower
 * @param names of its parts
 * @param transformer its blocks
 * @param pool what follows them
 * @see <a href="https://arxiv.org/abs/2303.15343">Zhai et al., Sigmoid Loss for Language Image
 *     Pre-Training, 2023</a>
 */
record SiglipVision(Tensors tensors, Names names, Transformer transformer, SiglipPool pool) {
  /** What a maker calls the parts. */
  record Names(String patches, String positions, String after) {}

  static final float EPSILON = 1e-6f;

  int width() {
    return tensors.dim(names.patches() + ".weight", 0);
  }

  int patch() {
    return tensors.dim(names.patches() + ".weight", 2);
  }

  /** Such as {@code ViT-B/16}. */
  String title() {
    int size = List.of(768, 1024, 1152, 1536).indexOf(width());
    String letter =
        size < 0 ? "width " + width() + " " : List.of("B", "L", "SO400M", "gopt").get(size);
    return "ViT-" + letter + "/" + patch();
  }

  /** Heads of attention in a tower of this width, in all published models. */
  static int heads(int width) {
    return width > 1024 ? 16 : width / ClipDefaults.HEAD_WIDTH;
  }

  /**
   * Side of the image in pixels.
   *
   * @param configured what the files beside the weights say, or 0. It may have some pixels more
   *     than whole patches, which the network does not look at.
   */
  int imageSize(int configured) {
    return configured / patch() == grid() ? configured : grid() * patch();
  }

  /** The tower. */
  ImageTower tower(Preprocessing preprocessing) {
    return new ImageTower(this::build, preprocessing);
  }

  private void build(NetworkBuilder net) {
    int width = width();
    Blob x = net.places(patches(net), width);
    x = net.add(x, net.constant(tensors.floats(names.positions()), width));
    x = transformer.all(net, x, null);
    x = Norms.layer(net, x, tensors, names.after(), transformer.epsilon());
    net.output(pool.build(net, x, width), Conversion.VECTOR);
  }

  private Blob patches(NetworkBuilder net) {
    int patch = patch();
    float[] kernels = tensors.floats(names.patches() + ".weight", width(), 3, patch, patch);
    float[] bias = tensors.floats(names.patches() + ".bias", width());
    return net.convolution(
        net.input(Conversion.PIXELS),
        new Convolution(kernels, bias, patch, patch, 1, 0, Convolution.Rectifier.NONE));
  }

  /** Patches along one side of the image. */
  private int grid() {
    List<Integer> shape = tensors.shape(names.positions());
    int places = shape.stream().reduce(1, Math::multiplyExact) / width();
    int grid = (int) Math.round(Math.sqrt(places));
    if (grid * grid != places || shape.get(shape.size() - 1) != width()) {
      throw new LumiereException(
          "tensor %s has shape %s: no square of patches, each of %d numbers"
              .formatted(names.positions(), shape, width()));
    }
    return grid;
  }
}
