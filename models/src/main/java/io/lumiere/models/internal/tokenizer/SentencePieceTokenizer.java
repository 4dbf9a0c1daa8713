package io.lumiere.models.internal.tokenizer;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.tokenizer.SentencePieceModel.Kind;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * SentencePiece: pieces of text in which a space is a character like others, by likelihood
 * (unigram) or by merges (BPE). Gives the pieces and the mark of the end, as SigLIP takes them; the
 * model takes a fixed length, filled up with its id for padding. Immutable, so thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/1808.06226">Kudo and Richardson, SentencePiece, 2018</a>
 */
final class SentencePieceTokenizer implements Tokenizer {
  /** The length that every published SigLIP takes. */
  public static final int CONTEXT_LENGTH = 64;

  private static final int[] NO_BYTES = {};

  private final SentencePieceNormalizer normalizer;
  private final PieceEncoder encoder;
  private final TextCleaning cleaning;
  private final int unknownId;
  private final int endId;
  private final int[] byteIds;
  private final int maxTokens;

  private SentencePieceTokenizer(
      SentencePieceModel model, PieceEncoder encoder, TextCleaning cleaning, int maxTokens) {
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens is " + maxTokens + ", at least 1 is expected");
    }
    try {
      this.normalizer = new SentencePieceNormalizer(model);
    } catch (IllegalArgumentException e) {
      throw new LumiereException(model.name() + " is damaged: " + e.getMessage(), e);
    }
    this.encoder = encoder;
    this.cleaning = cleaning;
    this.maxTokens = maxTokens;
    unknownId = model.unknownId();
    endId = model.endId();
    byteIds = model.byteFallback() ? model.byteIds() : NO_BYTES;
  }

  /**
   * Reads a {@code .model} file.
   *
   * @param maxTokens the longest sequence that {@link #encode} gives, the mark of its end included;
   *     at least 1
   */
  public static SentencePieceTokenizer read(Path file, TextCleaning cleaning, int maxTokens) {
    SentencePieceModel model = SentencePieceModel.read(file);
    PieceEncoder encoder =
        model.kind() == Kind.BPE
            ? BpePieceEncoder.ofScores(model.pieces())
            : new UnigramEncoder(model.pieces());
    return new SentencePieceTokenizer(model, encoder, cleaning, maxTokens);
  }

  /**
   * Reads a {@code tokenizer.json} of Gemma's kind, as SigLIP 2 is published with: the same pieces,
   * with their merges written out.
   *
   * @param maxTokens as {@link #read} takes it
   */
  public static SentencePieceTokenizer readJson(Path file, TextCleaning cleaning, int maxTokens) {
    TokenizerJson json = TokenizerJson.read(file);
    SentencePieceModel model = PiecesJson.model(json, file);
    try {
      return new SentencePieceTokenizer(
          model, BpePieceEncoder.ofMerges(model.pieces(), json.merges()), cleaning, maxTokens);
    } catch (IllegalArgumentException e) {
      throw new LumiereException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  /** Ids of the text's pieces and the mark of the end; 1 to {@code maxTokens}. */
  @Override
  public int[] encode(String text) {
    int[] pieces = pieces(text);
    int length = Math.min(pieces.length, maxTokens - 1);
    int[] ids = Arrays.copyOf(pieces, length + 1);
    ids[length] = endId;
    return ids;
  }

  /** Ids of all pieces, without a mark. */
  int[] pieces(String text) {
    UnknownCharacters out = new UnknownCharacters(unknownId, byteIds);
    encoder.encode(normalizer.normalize(cleaning.clean(text)), out);
    return out.ids();
  }
}
