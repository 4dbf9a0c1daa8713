package io.lumiere.models.internal.family;

import java.util.List;

/**
 * {@code ChineseCLIPModel} of Hugging Face's transformers.
 *
 * @see <a href="https://github.com/huggingface/transformers">transformers</a>
 */
final class HuggingFaceChineseClipFamily implements Family {
  @Override
  public String name() {
    return "ChineseCLIPModel (Hugging Face)";
  }

  @Override
  public List<String> signature() {
    return List.of(
        "vision_model.embeddings.class_embedding",
        "vision_model.encoder.layers.0.self_attn.q_proj.weight",
        "visual_projection.weight",
        "text_model.embeddings.word_embeddings.weight",
        "text_model.embeddings.token_type_embeddings.weight",
        "text_model.encoder.layer.0.attention.self.query.weight",
        "text_projection.weight");
  }

  @Override
  public Conversion convert(Tensors tensors, Settings settings) {
    VisionTransformer vision = HuggingFaceClipFamily.vision(tensors, settings);
    return new Conversion(
        "Chinese-CLIP " + vision.title(),
        tensors.dim("text_projection.weight", 0),
        vision.tower(ChineseClip.preprocessing(settings, vision.imageSize())),
        ChineseClip.text(
            tensors.under("text_model."), settings, () -> Linears.of(tensors, "text_projection")),
        OpenClipFamily.scoring(tensors),
        ChineseClip.TEMPLATES);
  }
}
