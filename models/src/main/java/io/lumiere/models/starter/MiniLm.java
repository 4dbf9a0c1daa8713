package io.lumiere.models.starter;

import io.lumiere.models.convert.Attention;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.internal.checkpoint.Checkpoint;

/**
 * The sentence encoder all-MiniLM-L6-v2 for ncnn: BERT of six layers, then the mean over all
 * tokens. The network runs as long as its tokens; nothing is padded, so it needs no mask.
 *
 * @see <a href="https://arxiv.org/abs/2002.10957">Wang et al., MiniLM, 2020</a>
 * @see <a href="https://arxiv.org/abs/1908.10084">Reimers and Gurevych, Sentence-BERT, 2019</a>
 */
final class MiniLm {
  static final String TOKENS = "tokens";
  static final String POSITIONS = "positions";
  static final String MEAN = "mean";

  /** Length of its vectors. */
  static final int WIDTH = 384;

  /** The longest sequence that the published model takes, its two marks included. */
  static final int MAX_TOKENS = 256;

  private static final int LAYERS = 6;
  private static final int HEADS = 12;
  private static final float EPSILON = 1e-12f;

  private final Checkpoint checkpoint;
  private final NetworkBuilder net = new NetworkBuilder();

  private MiniLm(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * The network: from {@value #TOKENS} and {@value #POSITIONS} (0, 1, 2...), both {@code [tokens]},
   * to {@value #MEAN} {@code [384]}, not yet of unit length.
   */
  static NetworkBuilder convert(Checkpoint checkpoint) {
    return new MiniLm(checkpoint).network();
  }

  private NetworkBuilder network() {
    Blob tokens = net.input(TOKENS);
    Blob positions = net.input(POSITIONS);
    Blob words = net.embed(tokens, floats("embeddings.word_embeddings.weight"), WIDTH);
    Blob x = net.add(words, net.embed(positions, positionsOfFirstSentence(), WIDTH));
    x = norm(x, "embeddings.LayerNorm");
    for (int i = 0; i < LAYERS; i++) {
      x = layer(x, "encoder.layer." + i + ".");
    }
    net.output(net.rowMean(x), MEAN);
    return net;
  }

  /** The position table with the segment's row added: there is one segment only. */
  private float[] positionsOfFirstSentence() {
    float[] table = floats("embeddings.position_embeddings.weight");
    float[] segment = floats("embeddings.token_type_embeddings.weight");
    for (int i = 0; i < table.length; i++) {
      table[i] += segment[i % WIDTH];
    }
    return table;
  }

  private Blob layer(Blob x, String name) {
    String self = name + "attention.self.";
    Attention attention =
        new Attention(
            linear(self + "query"),
            linear(self + "key"),
            linear(self + "value"),
            linear(name + "attention.output.dense"),
            HEADS);
    Blob attended = net.add(x, net.attention(x, attention));
    Blob y = norm(attended, name + "attention.output.LayerNorm");
    Blob inner = net.gelu(net.linear(y, linear(name + "intermediate.dense")));
    Blob outer = net.linear(inner, linear(name + "output.dense"));
    return norm(net.add(y, outer), name + "output.LayerNorm");
  }

  private Blob norm(Blob x, String name) {
    return net.layerNorm(x, floats(name + ".weight"), floats(name + ".bias"), EPSILON);
  }

  private Linear linear(String name) {
    return new Linear(floats(name + ".weight"), floats(name + ".bias"));
  }

  private float[] floats(String name) {
    return checkpoint.floats(name);
  }
}
