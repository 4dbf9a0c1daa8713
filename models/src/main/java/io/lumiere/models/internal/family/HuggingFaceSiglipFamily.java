package io.lumiere.models.internal.family;

import static io.lumiere.models.internal.family.Settings.CONFIG;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.internal.family.Conversion.Words;
import io.lumiere.models.internal.preprocess.Filter;
import java.util.List;

/**
 * {@code SiglipModel} of Hugging Face's transformers: SigLIP, and SigLIP 2 for one size of image.
 *
 * @see <a href="https://github.com/huggingface/transformers">transformers</a>
 * @see <a href="https://arxiv.org/abs/2502.14786">Tschannen et al., SigLIP 2, 2025</a>
 */
final class HuggingFaceSiglipFamily implements Family {
  private static final SiglipVision.Names VISION =
      new SiglipVision.Names(
          "embeddings.patch_embedding", "embeddings.position_embedding.weight", "post_layernorm");

  private static final TextTransformer.Names TEXT = TextTransformer.Names.HUGGING_FACE;

  @Override
  public String name() {
    return "SiglipModel (Hugging Face)";
  }

  @Override
  public List<String> signature() {
    return List.of(
        "vision_model.embeddings.patch_embedding.weight",
        "vision_model.encoder.layers.0.self_attn.q_proj.weight",
        "vision_model.head.probe",
        "text_model.embeddings.token_embedding.weight",
        "text_model.encoder.layers.0.self_attn.q_proj.weight",
        "text_model.head.weight",
        "logit_scale",
        "logit_bias");
  }

  @Override
  public Conversion convert(Tensors tensors, Settings settings) {
    SiglipVision vision = vision(tensors.under("vision_model."), settings);
    Tensors texts = tensors.under("text_model.");
    int vocabulary = texts.dim(TEXT.tokens(), 0);
    boolean second = Siglip.second(vocabulary);
    TextTransformer text =
        new TextTransformer(
            texts,
            TEXT,
            transformer(texts, settings, "text_config", texts.dim(TEXT.tokens(), 1)),
            () -> Linears.of(texts, "head"));
    int size = vision.imageSize(settings.integer(CONFIG, "vision_config", "image_size").orElse(0));
    return new Conversion(
        Siglip.title(vision, vocabulary),
        texts.dim("head.weight", 0),
        vision.tower(
            ClipDefaults.preprocessing(
                settings, Siglip.preprocessing(size, second ? Filter.BILINEAR : Filter.BICUBIC))),
        text.tower(second ? Words.SIGLIP2 : Words.SIGLIP, Siglip.input(text, vocabulary)),
        Siglip.scoring(tensors),
        ClipDefaults.TEMPLATES);
  }

  private static SiglipVision vision(Tensors tensors, Settings settings) {
    int width = tensors.dim(VISION.patches() + ".weight", 0);
    Transformer transformer = transformer(tensors, settings, "vision_config", width);
    SiglipPool pool =
        new SiglipPool(
            tensors.under("head."),
            SiglipPool.Names.HUGGING_FACE,
            transformer.heads(),
            transformer.epsilon(),
            transformer.activation());
    return new SiglipVision(tensors, VISION, transformer, pool);
  }

  private static Transformer transformer(Tensors tower, Settings settings, String part, int width) {
    return Transformer.huggingFace(
        tower,
        settings,
        part,
        new Transformer.Usual(
            SiglipVision.heads(width), SiglipVision.EPSILON, Activation.GELU_TANH));
  }
}
