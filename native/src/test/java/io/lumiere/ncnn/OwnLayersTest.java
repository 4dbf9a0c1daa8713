package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers of our own against plain Java, for sizes on both sides of what they divide work by. */
class OwnLayersTest {
  private static final int[] ROWS = {1, 2, 5, 6, 7, 13, 14, 15, 28, 29, 50, 77};
  private static final float TOLERANCE = 3e-5f;

  @TempDir Path dir;

  private FloatTensor run(NetworkFiles files, Map<String, FloatTensor> inputs, OwnLayers own) {
    try (Network network = files.load(dir, new NetworkOptions(Precision.FP32, own));
        Session session = network.newSession()) {
      inputs.forEach(session::input);
      return session.output("y");
    }
  }

  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void productsAreThoseOfPlainJava(OwnLayers own) {
    for (int rows : ROWS) {
      product(own, rows, 33, 70, true);
      product(own, rows, 64, 257, false);
    }
    product(own, 3, 1, 1, true);
    product(own, 16, 5, 700, true);
    product(own, 50, 100, 1030, false);
  }

  /** In half precision where that is exact, and in full where it is not. */
  private void product(OwnLayers own, int rows, int outputs, int inputs, boolean half) {
    float[] weight = random(1, outputs * inputs);
    float[] bias = random(2, outputs);
    float[] x = random(3, rows * inputs);
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("Gemm g 1 1 x y 3=1 5=1 6=1 8=%d 9=%d 10=4".formatted(outputs, inputs));
    if (half) {
      files.half(weight);
      round(weight);
    } else {
      files.tagged(weight);
    }
    files.tagged(bias);
    FloatTensor y = run(files, Map.of("x", new FloatTensor(x, rows, inputs)), own);
    assertThat(y.shape()).containsExactly(rows, outputs);
    near(y, Numbers.affine(x, weight, bias, rows, inputs), inputs);
  }

  private static void round(float[] weight) {
    for (int i = 0; i < weight.length; i++) {
      weight[i] = Float.float16ToFloat(Float.floatToFloat16(weight[i]));
    }
  }

  private static void near(FloatTensor y, float[] expected, int inputs) {
    float tolerance = TOLERANCE * Math.max(1, (float) Math.sqrt(inputs));
    Numbers.assertNear(y.data(), expected, tolerance);
  }

  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void attentionIsThatOfPlainJava(OwnLayers own) {
    for (int tokens : ROWS) {
      attention(own, tokens, 24, 2, false);
      attention(own, tokens, 128, 2, true);
    }
    attention(own, 300, 32, 4, false);
  }

  private void attention(OwnLayers own, int tokens, int width, int heads, boolean masked) {
    Layer layer = new Layer(width, heads, true);
    float[] x = random(1, tokens * width);
    float[] mask = masked ? causal(tokens) : new float[tokens * tokens];
    NetworkFiles files = new NetworkFiles().layer("Input in 0 1 x");
    Map<String, FloatTensor> inputs =
        masked
            ? Map.of(
                "x", new FloatTensor(x, tokens, width), "m", new FloatTensor(mask, tokens, tokens))
            : Map.of("x", new FloatTensor(x, tokens, width));
    if (masked) {
      files.layer("Input mask 0 1 m");
    }
    layer.write(files, masked ? "2 1 x m y 5=1" : "1 1 x y 5=0");
    near(run(files, inputs, own), layer.compute(x, tokens, x, tokens, mask), width * width);
  }

  /** Ours leave out the keys and values then, where heads are as wide as their vectors. */
  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void oneTokenAttendsToAllAsInPlainJava(OwnLayers own) {
    for (int tokens : new int[] {1, 15, 16, 17, 50, 77, 290}) {
      lookFromOne(own, tokens, new Layer(128, 2, true));
      lookFromOne(own, tokens, new Layer(320, 5, false));
      lookFromOne(own, tokens, new Layer(64, 4, true));
      lookFromOne(own, tokens, new Layer(24, 2, false));
    }
    lookFromOne(own, 20, new Layer(1056, 33, true));
  }

  private void lookFromOne(OwnLayers own, int tokens, Layer layer) {
    float[] q = random(4, layer.width);
    float[] x = random(1, tokens * layer.width);
    float[] mask = random(5, tokens);
    mask[0] = -1e9f;
    mask[tokens - 1] = 2;
    FloatTensor query = new FloatTensor(q, 1, layer.width);
    FloatTensor others = new FloatTensor(x, tokens, layer.width);
    NetworkFiles files = new NetworkFiles().layer("Input in 0 1 q").layer("Input others 0 1 x");
    layer.write(files, "2 1 q x y 5=0");
    float[] expected = layer.compute(q, 1, x, tokens, new float[tokens]);
    near(run(files, Map.of("q", query, "x", others), own), expected, layer.width * layer.width);

    NetworkFiles masked = new NetworkFiles().layer("Input in 0 1 q").layer("Input others 0 1 x");
    layer.write(masked.layer("Input mask 0 1 m"), "3 1 q x m y 5=1");
    FloatTensor hidden = new FloatTensor(mask, 1, tokens);
    float[] seen = layer.compute(q, 1, x, tokens, mask);
    Map<String, FloatTensor> inputs = Map.of("q", query, "x", others, "m", hidden);
    near(run(masked, inputs, own), seen, layer.width * layer.width);

    NetworkFiles apart = new NetworkFiles().layer("Input in 0 1 q").layer("Input others 0 1 x");
    layer.write(apart.layer("Input mask 0 1 m"), "3 1 q x m y 5=1");
    float[] each = new float[layer.heads * tokens];
    System.arraycopy(mask, 0, each, (layer.heads - 1) * tokens, tokens);
    Map<String, FloatTensor> byHead =
        Map.of("q", query, "x", others, "m", new FloatTensor(each, layer.heads, 1, tokens));
    near(
        run(apart, byHead, own),
        layer.compute(q, 1, x, tokens, new float[tokens], mask),
        layer.width * layer.width);
  }

  /** An attention, in half precision where that is exact, and in full where it is not. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Layer(int width, int heads, boolean half, float[][] weight, float[][] bias) {
    Layer(int width, int heads, boolean half) {
      this(width, heads, half, new float[4][], new float[4][]);
      for (int i = 0; i < 4; i++) {
        weight[i] = random(10 + i, width * width);
        bias[i] = random(20 + i, width);
      }
    }

    /** Writes the layer with its blobs and further parameters. */
    void write(NetworkFiles files, String blobs) {
      files.layer(
          "MultiHeadAttention a %s 0=%d 1=%d 2=%d".formatted(blobs, width, heads, width * width));
      for (int i = 0; i < 4; i++) {
        (half ? files.half(weight[i]) : files.tagged(weight[i])).plain(bias[i]);
      }
    }

    float[] compute(float[] q, int rows, float[] x, int tokens, float[] mask) {
      return compute(q, rows, x, tokens, mask, mask);
    }

    /** With a mask of all heads but the last, and one of that. */
    float[] compute(float[] q, int rows, float[] x, int tokens, float[] mask, float[] last) {
      float[] queries = project(0, q, rows);
      float[] keys = project(1, x, tokens);
      float[] values = project(2, x, tokens);
      float[] heard = Numbers.attention(queries, keys, values, mask, width, heads);
      float[] other = Numbers.attention(queries, keys, values, last, width, heads);
      int from = width - width / heads;
      for (int row = 0; row < rows; row++) {
        System.arraycopy(other, row * width + from, heard, row * width + from, width - from);
      }
      return project(3, heard, rows);
    }

    private float[] project(int matrix, float[] x, int rows) {
      float[] known = weight[matrix].clone();
      if (half) {
        round(known);
      }
      return Numbers.affine(x, known, bias[matrix], rows, width);
    }
  }

  private static float[] causal(int tokens) {
    float[] mask = new float[tokens * tokens];
    for (int row = 0; row < tokens; row++) {
      for (int other = row + 1; other < tokens; other++) {
        mask[row * tokens + other] = -1e9f;
      }
    }
    return mask;
  }
}
