package io.lumiere.models.internal.family;

import static io.lumiere.models.internal.family.Settings.CONFIG;
import static io.lumiere.models.internal.family.Settings.DENSE;
import static io.lumiere.models.internal.family.Settings.POOLING;
import static io.lumiere.models.internal.family.Settings.SENTENCES;

import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.Activation;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.models.internal.family.Conversion.TextTower;
import io.lumiere.models.internal.family.Conversion.Words;
import java.util.List;

/**
 * A text tower of many languages that was taught to give the vectors of another model's, as
 * sentence-transformers lays it out: DistilBERT, the mean over all tokens, and a matrix that lies
 * in a file of its own. Pictures are that other model's affair.
 *
 * @see <a href="https://arxiv.org/abs/2004.09813">Reimers and Gurevych, Making Monolingual Sentence
 *     Embeddings Multilingual using Knowledge Distillation, 2020</a>
 */
final class SentenceTransformersFamily implements Family {
  private static final String LINEAR = Settings.DENSE_WEIGHTS + "linear";
  private static final int MAX_TOKENS = 128;

  @Override
  public String name() {
    return "DistilBERT text tower (sentence-transformers, with 2_Dense)";
  }

  @Override
  public List<String> signature() {
    return List.of(
        "embeddings.word_embeddings.weight",
        "embeddings.position_embeddings.weight",
        "transformer.layer.0.attention.q_lin.weight",
        "transformer.layer.0.sa_layer_norm.weight",
        LINEAR + ".weight");
  }

  @Override
  public Conversion convert(Tensors tensors, Settings settings) {
    requireMean(settings);
    requireNoActivation(settings);
    int heads =
        settings.integer(CONFIG, "n_heads").orElse(Bert.width(tensors) / ClipDefaults.HEAD_WIDTH);
    Activation activation =
        settings.text(CONFIG, "activation").map(Activation::named).orElse(Activation.GELU);
    Bert model = new Bert(tensors, BertNames.DISTIL_BERT, heads, Bert.EPSILON, activation);
    int tokens = settings.integer(SENTENCES, "max_seq_length").orElse(MAX_TOKENS);
    TextTower text =
        new TextTower(
            net -> build(net, model, Linears.of(tensors, LINEAR)),
            model.rows(tokens),
            TextInput.plain(model.places(tokens)),
            Words.MULTILINGUAL_BERT);
    return new Conversion(
        "DistilBERT of " + model.depth() + " layers, texts only",
        tensors.dim(LINEAR + ".weight", 0),
        null,
        text,
        OpenClipFamily.scoring(tensors),
        ClipDefaults.TEMPLATES);
  }

  private static void build(NetworkBuilder net, Bert model, Linear matrix) {
    Blob mean = net.meanRow(model.all(net, net.input(Conversion.ROWS)));
    net.output(net.linear(mean, matrix), Conversion.VECTOR);
  }

  private static void requireMean(Settings settings) {
    boolean mean = settings.truth(POOLING, "pooling_mode_mean_tokens").orElse(true);
    String mode = settings.text(POOLING, "pooling_mode").orElse("mean");
    if (!mean || !mode.equals("mean")) {
      throw new LumiereException(POOLING + " asks for another pooling than the mean of all tokens");
    }
  }

  private static void requireNoActivation(Settings settings) {
    String function = settings.text(DENSE, "activation_function").orElse("Identity");
    if (!function.endsWith("Identity")) {
      throw new LumiereException(
          DENSE + " has the activation_function '" + function + "'; Identity is known");
    }
    if (settings.truth(DENSE, "use_residual").orElse(false)) {
      throw new LumiereException(DENSE + " asks for use_residual, which is not known");
    }
  }
}
