package io.lumiere.models.internal.family;

import io.lumiere.models.Scoring;
import io.lumiere.models.convert.Activation;
import io.lumiere.models.internal.family.Conversion.ImageTower;
import io.lumiere.models.internal.family.Conversion.Words;
import java.util.List;

/**
 * CLIP as OpenAI named its parts, with a vision transformer or a ResNet: OpenAI's own archives,
 * what open_clip trains, and TinyCLIP.
 *
 * @see <a href="https://github.com/mlfoundations/open_clip">open_clip</a>
 */
final class OpenClipFamily implements Family {
  private static final String LOGIT_SCALE = "logit_scale";

  @Override
  public String name() {
    return "CLIP (OpenAI, open_clip, TinyCLIP)";
  }

  @Override
  public List<String> signature() {
    return List.of(
        "token_embedding.weight",
        "positional_embedding",
        "transformer.resblocks.0.attn.in_proj_weight",
        "ln_final.weight",
        "text_projection",
        "visual.conv1.weight");
  }

  @Override
  public Conversion convert(Tensors tensors, Settings settings) {
    Activation activation = ClipDefaults.activation(settings, "", fallback(tensors));
    OpenClipVision vision = OpenClipVision.of(tensors.under("visual."), settings, activation);
    int heads =
        settings
            .integer(Settings.OPEN_CLIP, "model_cfg", "text_cfg", "heads")
            .orElse(tensors.dim("token_embedding.weight", 1) / ClipDefaults.HEAD_WIDTH);
    TextTransformer text =
        new TextTransformer(
            tensors,
            TextTransformer.Names.OPEN_CLIP,
            new Transformer(
                tensors.under("transformer."),
                BlockNames.OPEN_CLIP,
                heads,
                ClipDefaults.EPSILON,
                activation),
            () -> Linears.transposed(tensors, "text_projection"));
    ImageTower image = vision.tower();
    return new Conversion(
        "CLIP " + vision.title(),
        tensors.dim("text_projection", 1),
        image,
        text.tower(Words.CLIP),
        scoring(tensors),
        ClipDefaults.TEMPLATES);
  }

  /** OpenAI's archives carry the sizes of their inputs; nobody else's do. */
  private static Activation fallback(Tensors tensors) {
    return tensors.has("input_resolution") ? Activation.QUICK_GELU : Activation.GELU;
  }

  /** A softmax over cosines times the exponential of a learned number. */
  static Scoring scoring(Tensors tensors) {
    double scale = tensors.has(LOGIT_SCALE) ? Math.exp(tensors.scalar(LOGIT_SCALE)) : 100;
    return new Scoring(Scoring.Kind.SOFTMAX, scale, 0);
  }
}
