package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    assertThat(y.data()).containsExactly(expected, within(tolerance));
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
    files.layer(
        "MultiHeadAttention a %s y 0=%d 1=%d 2=%d 5=%d"
            .formatted(masked ? "2 1 x m" : "1 1 x", width, heads, width * width, masked ? 1 : 0));
    float[][] weight = new float[4][];
    float[][] bias = new float[4][];
    for (int i = 0; i < 4; i++) {
      weight[i] = random(10 + i, width * width);
      bias[i] = random(20 + i, width);
      files.half(weight[i]).plain(bias[i]);
      round(weight[i]);
    }
    float[] heard =
        Numbers.attention(
            Numbers.affine(x, weight[0], bias[0], tokens, width),
            Numbers.affine(x, weight[1], bias[1], tokens, width),
            Numbers.affine(x, weight[2], bias[2], tokens, width),
            mask,
            width,
            heads);
    FloatTensor y = run(files, inputs, own);
    near(y, Numbers.affine(heard, weight[3], bias[3], tokens, width), width * width);
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
