package io.lumiere.models.starter;

import io.lumiere.models.TextEncoder;
import io.lumiere.models.internal.LazyNetwork;
import io.lumiere.models.internal.UnitVectors;
import io.lumiere.models.tokenizer.Vocabulary;
import io.lumiere.models.tokenizer.WordPieceTokenizer;
import io.lumiere.ncnn.IntTensor;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Session;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The text tower: tokens, network, unit length. Thread-safe; each call has a session of its own.
 */
final class StarterTextEncoder implements TextEncoder, AutoCloseable {
  private final Path vocabulary;
  private final LazyNetwork network;
  private @Nullable WordPieceTokenizer tokenizer;

  StarterTextEncoder(Path modelDir, NetworkOptions options) {
    this.vocabulary = modelDir.resolve(StarterFiles.VOCABULARY);
    this.network =
        new LazyNetwork(
            modelDir.resolve(StarterFiles.TEXT_PARAM),
            modelDir.resolve(StarterFiles.TEXT_BIN),
            options);
  }

  @Override
  public float[] encode(String text) {
    int[] tokens = tokenizer().encode(text);
    int[] positions = IntStream.range(0, tokens.length).toArray();
    try (Session session = network.get().newSession()) {
      session.input(MiniLm.TOKENS, new IntTensor(tokens, tokens.length));
      session.input(MiniLm.POSITIONS, new IntTensor(positions, positions.length));
      return UnitVectors.normalise(
          session.output(MiniLm.MEAN).data().clone(), "a text of " + tokens.length + " tokens");
    }
  }

  private synchronized WordPieceTokenizer tokenizer() {
    WordPieceTokenizer loaded = tokenizer;
    if (loaded == null) {
      loaded = new WordPieceTokenizer(Vocabulary.read(vocabulary), MiniLm.MAX_TOKENS);
      tokenizer = loaded;
    }
    return loaded;
  }

  @Override
  public void close() {
    network.close();
  }
}
