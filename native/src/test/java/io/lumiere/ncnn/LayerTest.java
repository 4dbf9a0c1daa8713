package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers against the same arithmetic in plain Java. */
class LayerTest {
  private static final Offset<Float> CLOSE = within(2e-5f);

  @TempDir Path dir;

  private static FloatTensor run(Network network, String input, Tensor tensor, String output) {
    try (network;
        Session session = network.newSession()) {
      session.input(input, tensor);
      return session.output(output);
    }
  }

  private static String gemm(String name, String in, String out, int n, int k) {
    return "Gemm " + name + " 1 1 " + in + " " + out + " 3=1 5=1 6=1 8=" + n + " 9=" + k + " 10=4";
  }

  @ParameterizedTest
  @CsvSource({"1, 384, 1000", "7, 33, 17", "50, 768, 768", "3, 1, 1"})
  void gemmMultipliesAndAdds(int m, int k, int n) {
    float[] a = random(1, m * k);
    float[] b = random(2, n * k);
    float[] bias = random(3, n);
    NetworkFiles files =
        new NetworkFiles().layer("Input in 0 1 x").layer(gemm("fc", "x", "y", n, k));
    FloatTensor y = run(files.tagged(b).tagged(bias).load(dir), "x", new FloatTensor(a, m, k), "y");
    assertThat(y.shape()).containsExactly(m, n);
    assertThat(y.data()).containsExactly(Numbers.affine(a, b, bias, m, k), within(1e-4f));
  }

  @Test
  void weightsOf16BitsAreTheSameAsTheirRoundedValues() {
    float[] b = random(2, 5 * 7);
    float[] rounded = new float[b.length];
    for (int i = 0; i < b.length; i++) {
      rounded[i] = Float.float16ToFloat(Float.floatToFloat16(b[i]));
    }
    float[] a = random(1, 3 * 7);
    NetworkFiles files =
        new NetworkFiles().layer("Input in 0 1 x").layer(gemm("fc", "x", "y", 5, 7));
    Network network = files.half(b).tagged(new float[5]).load(dir);
    FloatTensor y = run(network, "x", new FloatTensor(a, 3, 7), "y");
    assertThat(y.data()).containsExactly(Numbers.affine(a, rounded, new float[5], 3, 7), CLOSE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 50, 384})
  void layerNormNormalisesRows(int width) {
    float[] x = random(1, 4 * width);
    float[] gamma = random(2, width);
    float[] beta = random(3, width);
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("LayerNorm ln 1 1 x y 0=" + width + " 1=1.0e-3")
            .plain(gamma)
            .plain(beta);
    FloatTensor y = run(files.load(dir), "x", new FloatTensor(x, 4, width), "y");
    assertThat(y.data()).containsExactly(Numbers.layerNorm(x, gamma, beta, 1e-3), within(1e-4f));
  }

  @Test
  void embedLooksUpRows() {
    float[] table = random(1, 10 * 6);
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 ids")
            .layer("Embed words 1 1 ids y 0=6 1=10 3=60")
            .tagged(table);
    FloatTensor y = run(files.load(dir), "ids", new IntTensor(new int[] {9, 0, 3, 3}, 4), "y");
    assertThat(y.shape()).containsExactly(4, 6);
    float[] expected = new float[24];
    int[] rows = {9, 0, 3, 3};
    for (int i = 0; i < 4; i++) {
      System.arraycopy(table, rows[i] * 6, expected, i * 6, 6);
    }
    assertThat(y.data()).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"5, 32, 4, false", "9, 24, 3, true", "16, 64, 8, true", "1, 8, 1, false"})
  void attentionWeighsValues(int rows, int dim, int heads, boolean causal) {
    float[][] weight = new float[4][];
    float[][] bias = new float[4][];
    NetworkFiles files = new NetworkFiles().layer("Input in 0 1 x").layer("Input in2 0 1 mask");
    files.layer(
        "MultiHeadAttention mha 2 1 x mask y 0=%d 1=%d 2=%d 5=1".formatted(dim, heads, dim * dim));
    for (int i = 0; i < 4; i++) {
      weight[i] = random(10 + i, dim * dim);
      bias[i] = random(20 + i, dim);
      files.tagged(weight[i]).plain(bias[i]);
    }
    float[] x = random(1, rows * dim);
    float[] mask = new float[rows * rows];
    for (int i = 0; causal && i < rows; i++) {
      Arrays.fill(mask, i * rows + i + 1, (i + 1) * rows, -1e4f);
    }
    float[][] qkv = new float[3][];
    for (int i = 0; i < 3; i++) {
      qkv[i] = Numbers.affine(x, weight[i], bias[i], rows, dim);
    }
    float[] heard = Numbers.attention(qkv[0], qkv[1], qkv[2], mask, dim, heads);
    try (Network network = files.load(dir);
        Session session = network.newSession()) {
      session.input("x", new FloatTensor(x, rows, dim));
      session.input("mask", new FloatTensor(mask, rows, rows));
      assertThat(session.output("y").data())
          .containsExactly(Numbers.affine(heard, weight[3], bias[3], rows, dim), within(1e-4f));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 8, 3, 2, 1, 1", "16, 32, 1, 1, 0, 1", "5, 7, 3, 1, 1, 1", "16, 16, 3, 1, 1, 16",
    "32, 32, 5, 2, 2, 32", "6, 6, 3, 2, 1, 6", "3, 24, 16, 16, 0, 1", "32, 64, 3, 1, 1, 1"
  })
  void convolutionSlidesFilters(int c, int f, int kernel, int stride, int pad, int groups) {
    int h = 33;
    int w = 38;
    float[] x = random(1, c * h * w);
    int count = f * (c / groups) * kernel * kernel;
    float[] weight = random(2, count);
    float[] bias = random(3, f);
    String layer = groups == 1 ? "Convolution" : "ConvolutionDepthWise";
    NetworkFiles files = new NetworkFiles().layer("Input in 0 1 x");
    files.layer(
        layer
            + " conv 1 1 x y 0=%d 1=%d 3=%d 4=%d 5=1 6=%d".formatted(f, kernel, stride, pad, count)
            + (groups == 1 ? "" : " 7=" + groups));
    Network network = files.tagged(weight).plain(bias).load(dir);
    FloatTensor y = run(network, "x", new FloatTensor(x, c, h, w), "y");
    float[] expected =
        Numbers.convolution(x, c, h, w, weight, bias, new int[] {kernel, stride, pad, groups});
    assertThat(y.shape()[0]).isEqualTo(f);
    assertThat(y.data()).containsExactly(expected, within(2e-3f));
  }
}
