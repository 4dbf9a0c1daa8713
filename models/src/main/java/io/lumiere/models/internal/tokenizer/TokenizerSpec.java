package io.lumiere.models.internal.tokenizer;

import java.nio.file.Path;
import java.util.List;

/**
 * Which tokenizer a model has, as its configuration states it.
 *
 * @param files names of the files that it is read from, in the model's folder, in the order of the
 *     kind
 * @param maxTokens the longest sequence, the model's marks included
 */
public record TokenizerSpec(Kind kind, List<String> files, int maxTokens) {
  /** A tokenizer's files and rules. */
  public enum Kind {
    /** CLIP's merges ({@code bpe_simple_vocab_16e6.txt.gz}), text cleaned as by open_clip. */
    CLIP_MERGES(1),
    /** CLIP's {@code vocab.json} and {@code merges.txt}, text cleaned as by transformers. */
    CLIP_VOCABULARY(2),
    /** CLIP's {@code tokenizer.json}, text cleaned as by transformers. */
    CLIP_JSON(1),
    /** BERT's {@code vocab.txt} of lower-case tokens. */
    BERT_UNCASED(1),
    /** BERT's {@code vocab.txt} of tokens with case. */
    BERT_CASED(1),
    /** The {@code vocab.txt} of Chinese-CLIP, text cut into words by its own code. */
    CHINESE_CLIP(1),
    /** SigLIP's SentencePiece model, text cleaned as by transformers. */
    SIGLIP(1),
    /** SigLIP's SentencePiece model, text cleaned as by open_clip. */
    OPEN_CLIP_SIGLIP(1),
    /** SigLIP 2's SentencePiece model: lower case only. */
    SIGLIP_2(1),
    /** SigLIP 2's {@code tokenizer.json}: lower case only. */
    SIGLIP_2_JSON(1);

    private final int files;

    Kind(int files) {
      this.files = files;
    }
  }

  public TokenizerSpec {
    files = List.copyOf(files);
    if (files.size() != kind.files) {
      throw new IllegalArgumentException(
          "a tokenizer of kind " + kind + " has " + kind.files + " files, not " + files);
    }
    if (maxTokens < 2) {
      throw new IllegalArgumentException("maxTokens is " + maxTokens + ", at least 2 is expected");
    }
  }

  /**
   * Reads the tokenizer from the model's folder.
   *
   * @throws io.lumiere.base.LumiereException where a file is missing or damaged
   */
  public Tokenizer open(Path folder) {
    Path file = folder.resolve(files.get(0));
    return switch (kind) {
      case CLIP_MERGES -> clip(ClipVocabulary.readMerges(file), ClipCleaning.OPEN_CLIP);
      case CLIP_VOCABULARY ->
          clip(ClipVocabulary.read(file, folder.resolve(files.get(1))), ClipCleaning.HUGGING_FACE);
      case CLIP_JSON -> clip(ClipVocabulary.readJson(file), ClipCleaning.HUGGING_FACE);
      case BERT_UNCASED -> wordPiece(file, WordPieceStyle.UNCASED);
      case BERT_CASED -> wordPiece(file, WordPieceStyle.CASED);
      case CHINESE_CLIP -> wordPiece(file, WordPieceStyle.CHINESE_CLIP);
      case SIGLIP -> SentencePieceTokenizer.read(file, TextCleaning.SIGLIP, maxTokens);
      case OPEN_CLIP_SIGLIP ->
          SentencePieceTokenizer.read(file, TextCleaning.OPEN_CLIP_SIGLIP, maxTokens);
      case SIGLIP_2 -> SentencePieceTokenizer.read(file, TextCleaning.LOWER_CASE, maxTokens);
      case SIGLIP_2_JSON ->
          SentencePieceTokenizer.readJson(file, TextCleaning.LOWER_CASE, maxTokens);
    };
  }

  private Tokenizer clip(ClipVocabulary vocabulary, ClipCleaning cleaning) {
    return new ClipBpeTokenizer(vocabulary, cleaning, maxTokens);
  }

  private Tokenizer wordPiece(Path file, WordPieceStyle style) {
    return new WordPieceTokenizer(Vocabulary.read(file), style, maxTokens);
  }
}
