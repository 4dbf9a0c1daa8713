package io.lumiere.models.clip;

import io.lumiere.models.internal.family.Conversion;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.ncnn.FloatTensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Tokens as a text tower takes them. Thread-safe. */
final class TextTensors {
  /** Makes a softmax's share 0, in every precision that networks run in. */
  private static final float HIDDEN = -1e9f;

  private final TextInput input;
  private final RowTable table;

  TextTensors(TextInput input, RowTable table) {
    this.input = input;
    this.table = table;
  }

  /**
   * The network's inputs for a sequence of tokens, not padded. The last is the mark of the end. A
   * text may have it written out as well; models take the state at the first.
   */
  Map<String, FloatTensor> of(int[] all) {
    int end = first(all, all[all.length - 1]);
    // Under a causal mask, what comes after it changes nothing.
    int[] tokens = input.causal() && !input.fixed() ? Arrays.copyOf(all, end + 1) : all;
    int length = input.fixed() ? input.maxTokens() : tokens.length;
    int[] padded = Arrays.copyOf(tokens, length);
    if (length > tokens.length) {
      Arrays.fill(padded, tokens.length, length, input.padId());
    }
    Map<String, FloatTensor> tensors = new HashMap<>();
    tensors.put(Conversion.ROWS, new FloatTensor(table.rows(padded), length, table.width()));
    if (input.causal()) {
      tensors.put(Conversion.MASK, new FloatTensor(causalMask(length), length, length));
    }
    if (input.pickEnd()) {
      float[] pick = new float[length];
      pick[end] = 1;
      tensors.put(Conversion.PICK, new FloatTensor(pick, 1, length));
    }
    return tensors;
  }

  private static int first(int[] tokens, int token) {
    int at = 0;
    while (tokens[at] != token) {
      at++;
    }
    return at;
  }

  /** Row t: what token t does not see, because it comes after it. */
  private static float[] causalMask(int length) {
    float[] mask = new float[length * length];
    for (int t = 0; t < length; t++) {
      Arrays.fill(mask, t * length + t + 1, (t + 1) * length, HIDDEN);
    }
    return mask;
  }
}
