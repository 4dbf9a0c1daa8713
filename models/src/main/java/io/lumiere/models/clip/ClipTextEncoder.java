package io.lumiere.models.clip;

import io.lumiere.models.TextEncoder;
import io.lumiere.models.clip.family.Conversion;
import io.lumiere.models.clip.family.Conversion.TextInput;
import io.lumiere.models.internal.Lazy;
import io.lumiere.models.internal.LazyNetwork;
import io.lumiere.models.internal.UnitVectors;
import io.lumiere.models.tokenizer.Tokenizer;
import io.lumiere.models.tokenizer.TokenizerSpec;
import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Session;
import java.nio.file.Path;
import java.util.Arrays;

/** A CLIP model's text tower. Thread-safe; each call has a session of its own. */
final class ClipTextEncoder implements TextEncoder, AutoCloseable {
  /** Makes a softmax's share 0, in every precision that networks run in. */
  private static final float HIDDEN = -1e9f;

  private final TextInput input;
  private final Lazy<Tokenizer> tokenizer;
  private final RowTable table;
  private final LazyNetwork network;

  ClipTextEncoder(Path modelDir, TokenizerSpec spec, TextInput input, NetworkOptions options) {
    this.input = input;
    this.tokenizer = new Lazy<>(() -> spec.open(modelDir));
    this.table = new RowTable(modelDir.resolve(ClipFiles.ROWS));
    this.network =
        new LazyNetwork(
            modelDir.resolve(ClipFiles.TEXT_PARAM), modelDir.resolve(ClipFiles.TEXT_BIN), options);
  }

  @Override
  public float[] encode(String text) {
    return encode(tokenizer.get().encode(text));
  }

  /** The vector of a sequence of tokens, not padded. */
  float[] encode(int[] tokens) {
    int length = input.fixed() ? input.maxTokens() : tokens.length;
    int[] padded = Arrays.copyOf(tokens, length);
    if (length > tokens.length) {
      Arrays.fill(padded, tokens.length, length, input.padId());
    }
    float[] rows = table.rows(padded);
    try (Session session = network.get().newSession()) {
      session.input(Conversion.ROWS, new FloatTensor(rows, length, table.width()));
      if (input.causal()) {
        session.input(Conversion.MASK, new FloatTensor(causalMask(length), length, length));
      }
      if (input.pickEnd()) {
        float[] pick = new float[length];
        pick[tokens.length - 1] = 1;
        session.input(Conversion.PICK, new FloatTensor(pick, 1, length));
      }
      return UnitVectors.normalise(
          session.output(Conversion.VECTOR).data().clone(),
          "a text of " + tokens.length + " tokens");
    }
  }

  /** Row t: what token t does not see, because it comes after it. */
  private static float[] causalMask(int length) {
    float[] mask = new float[length * length];
    for (int t = 0; t < length; t++) {
      Arrays.fill(mask, t * length + t + 1, (t + 1) * length, HIDDEN);
    }
    return mask;
  }

  @Override
  public void close() {
    network.close();
    table.close();
  }
}
