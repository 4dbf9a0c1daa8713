package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.internal.family.Conversion.ImageTower;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An image tower in OpenAI's names: the part {@code visual.} of a checkpoint.
 *
 * @param title such as {@code ViT-B/32}
 * @param tower the tower
 */
record OpenClipVision(String title, ImageTower tower) {
  private static final VisionTransformer.Names NAMES =
      new VisionTransformer.Names(
          "conv1.weight", "class_embedding", "positional_embedding", "ln_pre", "ln_post");

  /** No published vision transformer has more; those wider than 1,024 have wider heads. */
  private static final int MOST_HEADS = 16;

  /** The tower that these weights are of, for pictures as most models take them. */
  static OpenClipVision of(Tensors visual, Settings settings, Activation activation) {
    return of(
        visual,
        settings,
        activation,
        size -> ClipDefaults.preprocessing(settings, ClipDefaults.clip(size)));
  }

  /**
   * The tower that these weights are of.
   *
   * @param preprocessing by the side of the image in pixels
   */
  static OpenClipVision of(
      Tensors visual,
      Settings settings,
      Activation activation,
      Function<Integer, Preprocessing> preprocessing) {
    OptionalInt headWidth =
        settings.integer(Settings.OPEN_CLIP, "model_cfg", "vision_cfg", "head_width");
    if (ModifiedResNet.is(visual)) {
      ModifiedResNet resNet = new ModifiedResNet(visual, headWidth.orElse(ClipDefaults.HEAD_WIDTH));
      return new OpenClipVision(
          resNet.title(), resNet.tower(preprocessing.apply(resNet.imageSize())));
    }
    VisionTransformer vision = transformer(visual, headWidth, activation);
    return new OpenClipVision(
        vision.title(), vision.tower(preprocessing.apply(vision.imageSize())));
  }

  private static VisionTransformer transformer(
      Tensors visual, OptionalInt headWidth, Activation activation) {
    int width = visual.dim(NAMES.patches(), 0);
    int heads =
        headWidth.isPresent()
            ? width / headWidth.getAsInt()
            : Math.min(width / ClipDefaults.HEAD_WIDTH, MOST_HEADS);
    Supplier<Linear> projection = () -> Linears.transposed(visual, "proj");
    return new VisionTransformer(
        visual,
        NAMES,
        new Transformer(
            visual.under("transformer."),
            BlockNames.OPEN_CLIP,
            heads,
            ClipDefaults.EPSILON,
            activation),
        projection);
  }
}
