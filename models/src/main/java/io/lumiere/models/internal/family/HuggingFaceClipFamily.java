package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.internal.family.Conversion.Words;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;

/**
 * {@code CLIPModel} of Hugging Face's transformers.
 *
 * @see <a href="https://github.com/huggingface/transformers">transformers</a>
 */
final class HuggingFaceClipFamily implements Family {
  private static final VisionTransformer.Names VISION =
      new VisionTransformer.Names(
          "embeddings.patch_embedding.weight",
          "embeddings.class_embedding",
          "embeddings.position_embedding.weight",
          "pre_layrnorm", // As it is spelled there.
          "post_layernorm");

  private static final TextTransformer.Names TEXT = TextTransformer.Names.HUGGING_FACE;

  @Override
  public String name() {
    return "CLIPModel (Hugging Face)";
  }

  @Override
  public List<String> signature() {
    return List.of(
        "vision_model.embeddings.class_embedding",
        "vision_model.pre_layrnorm.weight",
        "vision_model.encoder.layers.0.self_attn.q_proj.weight",
        "visual_projection.weight",
        "text_model.embeddings.token_embedding.weight",
        "text_model.encoder.layers.0.self_attn.q_proj.weight",
        "text_model.final_layer_norm.weight",
        "text_projection.weight");
  }

  @Override
  public Conversion convert(Tensors tensors, Settings settings) {
    VisionTransformer vision = vision(tensors, settings);
    Tensors text = tensors.under("text_model.");
    TextTransformer texts =
        new TextTransformer(
            text,
            TEXT,
            transformer(text, settings, "text_config", text.dim(TEXT.tokens(), 1)),
            () -> Linears.of(tensors, "text_projection"));
    return new Conversion(
        "CLIP " + vision.title(),
        tensors.dim("text_projection.weight", 0),
        vision.tower(preprocessing(vision, settings)),
        texts.tower(Words.CLIP_HUGGING_FACE),
        OpenClipFamily.scoring(tensors),
        ClipDefaults.TEMPLATES);
  }

  /** The image tower, which Chinese-CLIP shares. */
  static VisionTransformer vision(Tensors tensors, Settings settings) {
    Tensors vision = tensors.under("vision_model.");
    return new VisionTransformer(
        vision,
        VISION,
        transformer(vision, settings, "vision_config", vision.dim(VISION.patches(), 0)),
        () -> Linears.of(tensors, "visual_projection"));
  }

  private static Preprocessing preprocessing(VisionTransformer vision, Settings settings) {
    return ClipDefaults.preprocessing(settings, ClipDefaults.clip(vision.imageSize()));
  }

  private static Transformer transformer(Tensors tower, Settings settings, String part, int width) {
    return Transformer.huggingFace(
        tower,
        settings,
        part,
        new Transformer.Usual(
            width / ClipDefaults.HEAD_WIDTH, ClipDefaults.EPSILON, Activation.QUICK_GELU));
  }
}
