package io.lumiere.models.internal.family;

import static io.lumiere.models.internal.family.Settings.OPEN_CLIP;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.internal.family.Conversion.Words;
import io.lumiere.models.internal.preprocess.Filter;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;

/**
 * SigLIP and SigLIP 2 as open_clip has them: an image tower of timm's, and open_clip's text
 * transformer.
 *
 * @see <a href="https://github.com/mlfoundations/open_clip">open_clip</a>
 * @see <a href="https://github.com/huggingface/pytorch-image-models">timm</a>
 */
final class OpenClipSiglipFamily implements Family {
  private static final SiglipVision.Names VISION =
      new SiglipVision.Names("patch_embed.proj", "pos_embed", "norm");

  private static final TextTransformer.Names TEXT = TextTransformer.Names.OPEN_CLIP;

  @Override
  public String name() {
    return "SigLIP (open_clip)";
  }

  @Override
  public List<String> signature() {
    return List.of(
        "visual.trunk.patch_embed.proj.weight",
        "visual.trunk.blocks.0.attn.qkv.weight",
        "visual.trunk.attn_pool.latent",
        "text.token_embedding.weight",
        "text.transformer.resblocks.0.attn.in_proj_weight",
        "text.text_projection.weight",
        "logit_scale",
        "logit_bias");
  }

  @Override
  public Conversion convert(Tensors tensors, Settings settings) {
    SiglipVision vision = vision(tensors.under("visual.trunk."), settings);
    Tensors texts = tensors.under("text.");
    int vocabulary = texts.dim(TEXT.tokens(), 0);
    TextTransformer text = text(texts, settings, Siglip.second(vocabulary));
    int size =
        vision.imageSize(
            settings.integer(OPEN_CLIP, "model_cfg", "vision_cfg", "image_size").orElse(0));
    Preprocessing preprocessing =
        ClipDefaults.preprocessing(settings, Siglip.preprocessing(size, Filter.BICUBIC));
    return new Conversion(
        Siglip.title(vision, vocabulary),
        texts.dim("text_projection.weight", 0),
        vision.tower(preprocessing),
        text.tower(Words.SIGLIP_OPEN_CLIP, Siglip.input(text, vocabulary)),
        Siglip.scoring(tensors),
        ClipDefaults.TEMPLATES);
  }

  private static SiglipVision vision(Tensors trunk, Settings settings) {
    int width = trunk.dim(VISION.patches() + ".weight", 0);
    int heads = SiglipVision.heads(width);
    int patch = trunk.dim(VISION.patches() + ".weight", 2);
    int places = trunk.dim(VISION.positions(), 1);
    Activation activation =
        settings.activation().orElse(visionActivation(width, patch, places * patch * patch));
    return new SiglipVision(
        trunk,
        VISION,
        new Transformer(trunk, BlockNames.TIMM, heads, SiglipVision.EPSILON, activation),
        new SiglipPool(
            trunk.under("attn_pool."),
            SiglipPool.Names.TIMM,
            heads,
            SiglipVision.EPSILON,
            activation));
  }

  /** timm has tanh's approximation in some sizes only, and no file says so. */
  private static Activation visionActivation(int width, int patch, int pixels) {
    boolean tanh =
        switch (width) {
          case 768 -> patch == 32;
          case 1024 -> pixels >= 512 * 512;
          case 1152 -> patch == 16;
          case 1536 -> true;
          default -> false;
        };
    return tanh ? Activation.GELU_TANH : Activation.GELU;
  }

  private static TextTransformer text(Tensors texts, Settings settings, boolean second) {
    int heads =
        settings
            .integer(OPEN_CLIP, "model_cfg", "text_cfg", "heads")
            .orElse(SiglipVision.heads(texts.dim(TEXT.tokens(), 1)));
    boolean tanh =
        settings.has(OPEN_CLIP)
            ? settings
                .text(OPEN_CLIP, "model_cfg", "text_cfg", "act_kwargs", "approximate")
                .filter("tanh"::equals)
                .isPresent()
            : second;
    Activation activation =
        settings.activation().orElse(tanh ? Activation.GELU_TANH : Activation.GELU);
    return new TextTransformer(
        texts,
        TEXT,
        new Transformer(
            texts.under("transformer."),
            BlockNames.OPEN_CLIP,
            heads,
            SiglipVision.EPSILON,
            activation),
        () -> Linears.of(texts, "text_projection"));
  }
}
