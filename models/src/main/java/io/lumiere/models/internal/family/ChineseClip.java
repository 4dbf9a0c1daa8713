package io.lumiere.models.internal.family;

import static io.lumiere.models.internal.family.Settings.CONFIG;

import io.lumiere.models.convert.Activation;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.models.internal.family.Conversion.TextTower;
import io.lumiere.models.internal.family.Conversion.Words;
import io.lumiere.models.internal.preprocess.Filter;
import io.lumiere.models.internal.preprocess.Fit;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;
import java.util.function.Supplier;

/**
 * What both forms of Chinese-CLIP have in common.
 *
 * @see <a href="https://arxiv.org/abs/2211.01335">Yang et al., Chinese CLIP, 2022</a>
 */
final class ChineseClip {
  /** Sentences that labels are put into: a photo of, that shows, taken on a trip, from close by. */
  static final List<String> TEMPLATES =
      List.of("{}", "{}的照片", "一张{}的照片。", "照片里有{}。", "旅行时拍的{}。", "近距离拍摄的{}。", "一张模糊的{}的照片。");

  /** The longest text that it was trained with, both marks included. */
  private static final int MAX_TOKENS = 52;

  private ChineseClip() {}

  /** All of the picture, squeezed or stretched to a square, as it was trained. */
  static Preprocessing preprocessing(Settings settings, int size) {
    return ClipDefaults.preprocessing(
        settings,
        new Preprocessing(
            size, Fit.SQUASH, Filter.BICUBIC, 1, ClipDefaults.MEAN, ClipDefaults.STD));
  }

  /** A BERT, of whose last states the first is projected. */
  static TextTower text(Tensors bert, Settings settings, Supplier<Linear> projection) {
    String part = "text_config";
    int heads =
        settings
            .integer(CONFIG, part, "num_attention_heads")
            .orElse(Bert.width(bert) / ClipDefaults.HEAD_WIDTH);
    double epsilon = settings.number(CONFIG, part, "layer_norm_eps").orElse((double) Bert.EPSILON);
    Activation activation =
        settings.text(CONFIG, part, "hidden_act").map(Activation::named).orElse(Activation.GELU);
    Bert model = new Bert(bert, BertNames.BERT, heads, (float) epsilon, activation);
    return new TextTower(
        net -> build(net, model, projection),
        model.rows(MAX_TOKENS),
        TextInput.plain(model.places(MAX_TOKENS)),
        Words.CHINESE_BERT);
  }

  private static void build(NetworkBuilder net, Bert model, Supplier<Linear> projection) {
    net.output(
        net.linear(model.first(net, net.input(Conversion.ROWS)), projection.get()),
        Conversion.VECTOR);
  }
}
