package io.lumiere.models.internal.family;

import static io.lumiere.models.internal.family.Settings.OPEN_CLIP;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.models.internal.family.Conversion.Words;
import io.lumiere.models.internal.preprocess.ChannelValues;
import io.lumiere.models.internal.preprocess.Filter;
import io.lumiere.models.internal.preprocess.Fit;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;

/**
 * MobileCLIP and MobileCLIP 2 with a FastViT, in open_clip's names: S1 and S2, and 2-S0 to 2-S4.
 * Branches may have been merged or not.
 *
 * @see <a href="https://arxiv.org/abs/2311.17049">Vasu et al., MobileCLIP, 2023</a>
 * @see <a href="https://arxiv.org/abs/2508.20691">Faghri et al., MobileCLIP2, 2025</a>
 */
final class MobileClipFamily implements Family {
  private static final int IMAGE_SIZE = 256;
  private static final ChannelValues NONE = new ChannelValues(0, 0, 0);
  private static final ChannelValues ONE = new ChannelValues(1, 1, 1);

  private static final TextTransformer.Names TEXT = TextTransformer.Names.OPEN_CLIP;

  @Override
  public String name() {
    return "MobileCLIP (open_clip)";
  }

  @Override
  public List<String> signature() {
    return List.of(
        "visual.trunk.stages.0.blocks.0.mlp.fc1.weight",
        "visual.trunk.final_conv.se.fc1.weight",
        "visual.trunk.head.fc.weight",
        "text.token_embedding.weight",
        "text.transformer.resblocks.0.attn.in_proj_weight",
        "text.text_projection");
  }

  @Override
  public Conversion convert(Tensors tensors, Settings settings) {
    int size =
        settings.integer(OPEN_CLIP, "model_cfg", "vision_cfg", "image_size").orElse(IMAGE_SIZE);
    FastVit vision = new FastVit(tensors.under("visual.trunk."), size);
    Tensors texts = tensors.under("text.");
    TextTransformer text = text(texts, settings);
    // All tokens see all, the padding too, and the mark of the end becomes the vector.
    TextInput input = new TextInput(text.places(), true, 0, false, true);
    return new Conversion(
        title(vision),
        texts.dim("text_projection", 1),
        vision.tower(ClipDefaults.preprocessing(settings, preprocessing(vision))),
        text.tower(Words.CLIP, input),
        OpenClipFamily.scoring(tensors),
        ClipDefaults.TEMPLATES);
  }

  private static TextTransformer text(Tensors texts, Settings settings) {
    int heads =
        settings
            .integer(OPEN_CLIP, "model_cfg", "text_cfg", "heads")
            .orElse(texts.dim(TEXT.tokens(), 1) / ClipDefaults.HEAD_WIDTH);
    return new TextTransformer(
        texts,
        TEXT,
        new Transformer(
            texts.under("transformer."),
            BlockNames.OPEN_CLIP,
            heads,
            ClipDefaults.EPSILON,
            settings.activation().orElse(Activation.GELU)),
        () -> Linears.transposed(texts, "text_projection"));
  }

  /** The larger ones of MobileCLIP 2 take OpenAI's means, all others the colours as they are. */
  private static Preprocessing preprocessing(FastVit vision) {
    boolean large = vision.stages() > 4;
    return new Preprocessing(
        vision.imageSize(),
        Fit.CENTRE_CROP,
        Filter.BILINEAR,
        1,
        large ? ClipDefaults.MEAN : NONE,
        large ? ClipDefaults.STD : ONE);
  }

  private static String title(FastVit vision) {
    Tensors trunk = vision.tensors();
    int width = trunk.dim("stages.0.blocks.0.mlp.fc1.weight", 1);
    return "MobileCLIP "
        + switch (width) {
          case 64 -> trunk.count("stages.0.blocks.") > 2 ? "S1" : "S0";
          case 80 -> "S2";
          case 96 -> "S3";
          case 128 -> "S4";
          default -> "of width " + width;
        };
  }
}
