package io.lumiere.models.clip;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.Wheel;
import io.lumiere.models.internal.family.Conversion.Words;
import io.lumiere.models.internal.tokenizer.TokenizerFiles;
import io.lumiere.models.internal.tokenizer.TokenizerSpec;
import io.lumiere.models.internal.tokenizer.TokenizerSpec.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts a tokenizer's files into a model's folder: the checkpoint's own, or a package's. */
final class VocabularyFiles {
  private static final String MERGES = "bpe_simple_vocab_16e6.txt.gz";
  private static final String BERT = "vocab.txt";
  private static final List<String> SENTENCE_PIECE = List.of("spiece.model", "tokenizer.model");

  private final Path checkpoint;
  private final Path modelDir;
  private final VocabularySource packages;
  private final int maxTokens;

  VocabularyFiles(Path checkpoint, Path modelDir, VocabularySource packages, int maxTokens) {
    this.checkpoint = checkpoint;
    this.modelDir = modelDir;
    this.packages = packages;
    this.maxTokens = maxTokens;
  }

  /** Copies what the tokenizer needs, and says how to open it. */
  TokenizerSpec copy(Words words) throws IOException {
    return switch (words) {
      case CLIP -> merges();
      case CLIP_HUGGING_FACE ->
          clipOfFolder().isPresent() ? copied(clipOfFolder().get()) : merges();
      case CHINESE_BERT -> chinese();
      case MULTILINGUAL_BERT -> copied(spec(Kind.BERT_CASED, require(List.of(BERT))));
      case SIGLIP -> copied(spec(Kind.SIGLIP, require(SENTENCE_PIECE)));
      case SIGLIP_OPEN_CLIP -> copied(spec(Kind.OPEN_CLIP_SIGLIP, require(SENTENCE_PIECE)));
      case SIGLIP2 -> siglip2();
    };
  }

  private Optional<TokenizerSpec> clipOfFolder() {
    return TokenizerFiles.find(checkpoint, maxTokens)
        .filter(spec -> spec.kind().name().startsWith("CLIP_"));
  }

  private TokenizerSpec merges() throws IOException {
    if (!Files.isRegularFile(checkpoint.resolve(MERGES))) {
      new Wheel(packages.wheel(VocabularySource.CLIP))
          .extract("open_clip/" + MERGES, modelDir.resolve(MERGES));
      return spec(Kind.CLIP_MERGES, MERGES);
    }
    return copied(spec(Kind.CLIP_MERGES, MERGES));
  }

  private TokenizerSpec chinese() throws IOException {
    if (!Files.isRegularFile(checkpoint.resolve(BERT))) {
      new Wheel(packages.wheel(VocabularySource.CHINESE_CLIP))
          .extract("cn_clip/clip/" + BERT, modelDir.resolve(BERT));
      return spec(Kind.CHINESE_CLIP, BERT);
    }
    return copied(spec(Kind.CHINESE_CLIP, BERT));
  }

  private TokenizerSpec siglip2() throws IOException {
    String file = require(List.of("tokenizer.model", "tokenizer.json"));
    return copied(spec(file.endsWith(".json") ? Kind.SIGLIP_2_JSON : Kind.SIGLIP_2, file));
  }

  private TokenizerSpec spec(Kind kind, String file) {
    return new TokenizerSpec(kind, List.of(file), maxTokens);
  }

  private TokenizerSpec copied(TokenizerSpec spec) throws IOException {
    for (String file : spec.files()) {
      Files.copy(checkpoint.resolve(file), modelDir.resolve(file));
    }
    return spec;
  }

  private String require(List<String> names) {
    return names.stream()
        .filter(name -> Files.isRegularFile(checkpoint.resolve(name)))
        .findFirst()
        .orElseThrow(() ->
            new LumiereException(
                "the checkpoint comes without its vocabulary: give the folder that holds it with "
                    + String.join(" or ", names)));
  }
}
