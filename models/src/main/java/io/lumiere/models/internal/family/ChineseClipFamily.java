package io.lumiere.models.internal.family;

import io.lumiere.models.convert.Activation;
import java.util.List;

/**
 * Chinese-CLIP in the names of its own program: OpenAI's for the image tower, Google's for BERT.
 *
 * @see <a href="https://github.com/OFA-Sys/Chinese-CLIP">Chinese-CLIP</a>
 */
final class ChineseClipFamily implements Family {
  @Override
  public String name() {
    return "Chinese-CLIP (cn_clip)";
  }

  @Override
  public List<String> signature() {
    return List.of(
        "bert.embeddings.word_embeddings.weight",
        "bert.embeddings.token_type_embeddings.weight",
        "bert.encoder.layer.0.attention.self.query.weight",
        "text_projection",
        "visual.conv1.weight");
  }

  @Override
  public Conversion convert(Tensors tensors, Settings settings) {
    OpenClipVision vision =
        OpenClipVision.of(
            tensors.under("visual."),
            settings,
            ClipDefaults.activation(settings, "vision_config", Activation.QUICK_GELU),
            size -> ChineseClip.preprocessing(settings, size));
    return new Conversion(
        "Chinese-CLIP " + vision.title(),
        tensors.dim("text_projection", 1),
        vision.tower(),
        ChineseClip.text(
            tensors.under("bert."), settings, () -> Linears.transposed(tensors, "text_projection")),
        OpenClipFamily.scoring(tensors),
        ChineseClip.TEMPLATES);
  }
}
