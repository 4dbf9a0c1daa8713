package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights of 8 bits: what is computed is near what floats give, in any shape. */
class ByteWeightsTest {
  /** Of unlike vectors it is near 0; rounding to 8 bits leaves this much. */
  private static final double LEAST_COSINE = 0.9995;

  @TempDir Path dir;

  private static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }

  private float[] run(NetworkFiles files, Map<String, FloatTensor> inputs, Precision p) {
    try (Network network = files.load(dir, new NetworkOptions(p));
        Session session = network.newSession()) {
      inputs.forEach(session::input);
      return session.output("y").data();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "50, 768, 96, 801",
    "1, 512, 512, 801",
    "257, 128, 64, 802",
    "12, 64, 33, 800",
    "7, 33, 17, 801",
    "3, 130, 5, 800",
    "16, 200, 31, 812",
    "5, 96, 1, 810",
    "2, 1, 40, 801",
    "33, 640, 48, 811",
    "13, 1700, 70, 801"
  })
  void gemmOfBytes(int m, int k, int n, int kind) {
    float[] x = random(1, m * k);
    float[] w = random(2, n * k);
    float[] bias = random(3, n);
    float[] inputScales = random(4, k);
    float[] scaled = x.clone();
    for (int j = 0; j < k; j++) {
      inputScales[j] = 1 + inputScales[j] / 2;
      for (int i = 0; i < m && kind >= 810; i++) {
        scaled[i * k + j] *= inputScales[j];
      }
    }
    NetworkFiles files = new NetworkFiles().layer("Input in 0 1 x");
    files.layer("Gemm g 1 1 x y 3=1 5=1 6=1 8=%d 9=%d 10=4 18=%d".formatted(n, k, kind));
    files.blocks(w, k, 32 << (kind % 10)).tagged(bias).scales();
    if (kind >= 810) {
      files.plain(inputScales);
    }
    float[] expected = Numbers.affine(scaled, w, bias, m, k);
    for (Precision p : Precision.values()) {
      float[] y = run(files, Map.of("x", new FloatTensor(x, m, k)), p);
      assertThat(y).hasSameSizeAs(expected);
      assertThat(cosine(y, expected)).as("%s", p).isGreaterThan(LEAST_COSINE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "50, 50, 96, 96, 96, 96, 4, false, 801", "1, 50, 64, 48, 48, 32, 4, false, 801",
    "9, 9, 40, 40, 40, 40, 4, true, 812", "5, 16, 33, 20, 70, 24, 2, true, 800",
    "16, 16, 128, 128, 128, 128, 2, false, 811"
  })
  void attentionOfBytes(
      int rows,
      int keys,
      int queryDim,
      int keyDim,
      int valueDim,
      int dim,
      int heads,
      boolean mask,
      int kind) {
    NetworkFiles files =
        new NetworkFiles().layer("Input q 0 1 q").layer("Input k 0 1 k").layer("Input v 0 1 v");
    Map<String, FloatTensor> inputs = new LinkedHashMap<>();
    inputs.put("q", new FloatTensor(random(1, rows * queryDim), rows, queryDim));
    inputs.put("k", new FloatTensor(random(2, keys * keyDim), keys, keyDim));
    inputs.put("v", new FloatTensor(random(3, keys * valueDim), keys, valueDim));
    float[] added = mask ? random(4, rows * keys) : new float[rows * keys];
    if (mask) {
      files.layer("Input m 0 1 m");
      inputs.put("m", new FloatTensor(added, rows, keys));
    }
    files.layer(
        "MultiHeadAttention a %d 1 q k v%s y 0=%d 1=%d 2=%d 3=%d 4=%d 5=%d 18=%d"
            .formatted(
                mask ? 4 : 3,
                mask ? " m" : "",
                dim,
                heads,
                dim * queryDim,
                keyDim,
                valueDim,
                mask ? 1 : 0,
                kind));
    int[] widths = {queryDim, keyDim, valueDim, dim};
    String[] names = {"q", "k", "v"};
    float[][] weight = new float[4][];
    float[][] bias = new float[4][];
    float[][] projected = new float[3][];
    for (int i = 0; i < 4; i++) {
      int out = i < 3 ? dim : queryDim;
      weight[i] = random(10 + i, out * widths[i]);
      bias[i] = random(20 + i, out);
      files.blocks(weight[i], widths[i], 32 << (kind % 10)).plain(bias[i]);
      if (i < 3) {
        FloatTensor x = inputs.get(names[i]);
        projected[i] = Numbers.affine(x.data(), weight[i], bias[i], x.shape()[0], widths[i]);
      }
    }
    files.scales();
    for (int i = 0; i < 4 && kind >= 810; i++) {
      float[] ones = new float[widths[i]];
      java.util.Arrays.fill(ones, 1);
      files.plain(ones);
    }
    float[] heard = Numbers.attention(projected[0], projected[1], projected[2], added, dim, heads);
    float[] expected = Numbers.affine(heard, weight[3], bias[3], rows, dim);
    for (Precision p : Precision.values()) {
      float[] y = run(files, inputs, p);
      assertThat(y).hasSameSizeAs(expected);
      assertThat(cosine(y, expected)).as("%s", p).isGreaterThan(0.998);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theSampleRuns(Precision p) {
    SampleNetworks.Sample sample = SampleNetworks.bytes();
    try (Network network = sample.files().load(dir, new NetworkOptions(p));
        Session session = network.newSession()) {
      sample.inputs().forEach(session::input);
      assertThat(session.output("y").shape()).containsExactly(5, 7);
    }
  }

  @Test
  void nothingButNumbersOfAnySizeIsHarmless() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("Gemm g 1 1 x y 3=1 5=1 6=1 8=5 9=70 10=4 18=801")
            .blocks(new float[350], 70, 64)
            .tagged(new float[5])
            .scales();
    for (float value : new float[] {0, 1e38f, Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] x = new float[210];
      java.util.Arrays.fill(x, value);
      assertThat(run(files, Map.of("x", new FloatTensor(x, 3, 70)), Precision.FP32)).hasSize(15);
    }
  }
}
