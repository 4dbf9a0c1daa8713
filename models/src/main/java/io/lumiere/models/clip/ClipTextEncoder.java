package io.lumiere.models.clip;

import io.lumiere.models.TextEncoder;
import io.lumiere.models.internal.Lazy;
import io.lumiere.models.internal.LazyNetwork;
import io.lumiere.models.internal.UnitVectors;
import io.lumiere.models.internal.family.Conversion;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.models.internal.tokenizer.Tokenizer;
import io.lumiere.models.internal.tokenizer.TokenizerSpec;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Session;
import java.nio.file.Path;

/** A CLIP model's text tower. Thread-safe; each call has a session of its own. */
final class ClipTextEncoder implements TextEncoder, AutoCloseable {
  private final Lazy<Tokenizer> tokenizer;
  private final RowTable table;
  private final TextTensors tensors;
  private final LazyNetwork network;

  ClipTextEncoder(Path modelDir, TokenizerSpec spec, TextInput input, NetworkOptions options) {
    this.tokenizer = new Lazy<>(() -> spec.open(modelDir));
    this.table = new RowTable(modelDir.resolve(ClipFiles.ROWS));
    this.tensors = new TextTensors(input, table);
    this.network =
        new LazyNetwork(
            modelDir.resolve(ClipFiles.TEXT_PARAM), modelDir.resolve(ClipFiles.TEXT_BIN), options);
  }

  @Override
  public float[] encode(String text) {
    return encode(tokenizer.get().encode(text));
  }

  @Override
  public boolean knows(String word) {
    return tokenizer.get().knows(word);
  }

  /** The vector of a sequence of tokens, not padded. */
  float[] encode(int[] tokens) {
    try (Session session = network.get().newSession()) {
      tensors.of(tokens).forEach(session::input);
      return UnitVectors.normalise(
          session.output(Conversion.VECTOR).data().clone(),
          "a text of " + tokens.length + " tokens");
    }
  }

  @Override
  public void close() {
    network.close();
    table.close();
  }
}
