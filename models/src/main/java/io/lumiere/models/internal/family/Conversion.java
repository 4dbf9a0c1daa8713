package io.lumiere.models.internal.family;

import io.lumiere.models.Scoring;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint on its way to a model: all that is to be written. A checkpoint may hold one of the
 * towers only.
 *
 * @param architecture for people, such as {@code CLIP ViT-B/32}
 * @param dimension of the vectors
 * @param image the image tower
 * @param text the text tower
 * @param scoring how cosines become probabilities
 * @param templates sentences that labels are put into, see {@link io.lumiere.models.Prompts}
 */
public record Conversion(
    String architecture,
    int dimension,
    @Nullable ImageTower image,
    @Nullable TextTower text,
    Scoring scoring,
    List<String> templates) {
  /** The name of an image tower's input: pixels {@code [3, size, size]}. */
  public static final String PIXELS = "pixels";

  /** The name of a text tower's input: what {@link TextTower#rows} has for the tokens. */
  public static final String ROWS = "rows";

  /** The name of the input of a tower whose {@link TextInput#causal} is set. */
  public static final String MASK = "mask";

  /** The name of the input of a tower whose {@link TextInput#pickEnd} is set. */
  public static final String PICK = "pick";

  /** The name of both towers' output: {@code dimension} numbers, of any length. */
  public static final String VECTOR = "vector";

  public Conversion {
    templates = List.copyOf(templates);
  }

  /**
   * An image tower.
   *
   * @param network puts it together, from {@value #PIXELS} to {@value #VECTOR}
   * @param preprocessing what is done to pictures before
   */
  public record ImageTower(Consumer<NetworkBuilder> network, Preprocessing preprocessing) {}

  /**
   * A text tower.
   *
   * @param network puts it together, from {@value #ROWS} {@code [tokens, width]} to {@value
   *     #VECTOR}
   * @param rows the tables that tokens and their places are looked up in
   * @param input how texts go in
   * @param words how texts become tokens
   */
  public record TextTower(
      Consumer<NetworkBuilder> network, Rows rows, TextInput input, Words words) {}

  /**
   * Tables of rows; a token's row and its place's row are added.
   *
   * @param width of a row
   * @param tokens {@code [vocabulary, width]}, row-major
   * @param places {@code [longest text, width]}, row-major
   */
  public record Rows(int width, Supplier<float[]> tokens, Supplier<float[]> places) {}

  /**
   * How tokens go into a text tower.
   *
   * @param maxTokens the longest sequence
   * @param fixed whether every text is padded to {@code maxTokens}; else a text is as long as it is
   * @param padId the token to pad with
   * @param causal whether a token sees only those before it and itself: the tower takes {@value
   *     #MASK} {@code [tokens, tokens]}, 0 or a large negative number
   * @param pickEnd whether the tower must be told where the text ends: it takes {@value #PICK}
   *     {@code [1, tokens]}, 1 at the last token before the padding and 0 elsewhere
   */
  public record TextInput(
      int maxTokens, boolean fixed, int padId, boolean causal, boolean pickEnd) {
    /** Texts as long as they are; the tower takes nothing else. */
    public static TextInput plain(int maxTokens) {
      return new TextInput(maxTokens, false, 0, false, false);
    }

    /** Texts padded to one length, whose last token becomes the vector. */
    static TextInput padded(int maxTokens, int padId) {
      return new TextInput(maxTokens, true, padId, false, false);
    }

    /** Texts as long as they are, under a causal mask. */
    public static TextInput causal(int maxTokens) {
      return new TextInput(maxTokens, false, 0, true, false);
    }
  }

  /** Which tokenizer a text tower was trained with. */
  public enum Words {
    /** CLIP's byte pairs, cleaned as OpenAI and open_clip do. */
    CLIP,
    /** CLIP's byte pairs, cleaned as Hugging Face does. */
    CLIP_HUGGING_FACE,
    /** Chinese-CLIP's word pieces. */
    CHINESE_BERT,
    /** Word pieces of many languages, case kept. */
    MULTILINGUAL_BERT,
    /** SigLIP's unigram pieces of lower-cased texts without punctuation. */
    SIGLIP,
    /** SigLIP's or SigLIP 2's pieces of texts cleaned as open_clip does. */
    SIGLIP_OPEN_CLIP,
    /** SigLIP 2's byte pairs (Gemma) of lower-cased texts. */
    SIGLIP2
  }
}
