package io.lumiere.models.starter;

import io.lumiere.models.internal.Lazy;
import io.lumiere.models.internal.LazyNetwork;
import io.lumiere.models.internal.UnitVectors;
import io.lumiere.models.internal.tokenizer.Vocabulary;
import io.lumiere.models.internal.tokenizer.WordPieceTokenizer;
import io.lumiere.ncnn.IntTensor;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Session;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * all-MiniLM-L6-v2 as a whole: text to the sentence's unit vector. Thread-safe; each call has a
 * session of its own.
 */
final class SentenceTower implements AutoCloseable {
  private final Lazy<WordPieceTokenizer> tokenizer;
  private final LazyNetwork network;

  SentenceTower(Path modelDir, NetworkOptions options) {
    Path vocabulary = modelDir.resolve(StarterFiles.VOCABULARY);
    this.tokenizer =
        new Lazy<>(() -> new WordPieceTokenizer(Vocabulary.read(vocabulary), MiniLm.MAX_TOKENS));
    this.network =
        new LazyNetwork(
            modelDir.resolve(StarterFiles.TEXT_PARAM),
            modelDir.resolve(StarterFiles.TEXT_BIN),
            options);
  }

  /** The vector: {@value MiniLm#WIDTH} numbers, of length 1. */
  float[] encode(String text) {
    int[] tokens = tokenizer.get().encode(text);
    int[] positions = IntStream.range(0, tokens.length).toArray();
    try (Session session = network.get().newSession()) {
      session.input(MiniLm.TOKENS, new IntTensor(tokens, tokens.length));
      session.input(MiniLm.POSITIONS, new IntTensor(positions, positions.length));
      return UnitVectors.normalise(
          session.output(MiniLm.MEAN).data().clone(), "a text of " + tokens.length + " tokens");
    }
  }

  /** Whether a word is a token as a whole. */
  boolean knows(String word) {
    return tokenizer.get().knows(word);
  }

  @Override
  public void close() {
    network.close();
  }
}
