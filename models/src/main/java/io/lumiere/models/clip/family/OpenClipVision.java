package io.lumiere.models.clip.family;

import io.lumiere.models.clip.family.Conversion.ImageTower;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.image.Preprocessing;
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

  /** The tower that these weights are of. */
  static OpenClipVision of(Tensors visual, Settings settings, Activation activation) {
    int headWidth =
        settings
            .integer(Settings.OPEN_CLIP, "model_cfg", "vision_cfg", "head_width")
            .orElse(ClipDefaults.HEAD_WIDTH);
    Supplier<Linear> projection = () -> Linears.transposed(visual, "proj");
    VisionTransformer vision =
        new VisionTransformer(
            visual,
            NAMES,
            new Transformer(
                visual.under("transformer."),
                BlockNames.OPEN_CLIP,
                visual.dim(NAMES.patches(), 0) / headWidth,
                ClipDefaults.EPSILON,
                activation),
            projection);
    Preprocessing preprocessing =
        ClipDefaults.preprocessing(settings, ClipDefaults.clip(vision.imageSize()));
    return new OpenClipVision(vision.title(), vision.tower(preprocessing));
  }
}
