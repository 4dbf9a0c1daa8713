package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What image and text encoders are put together from, in each precision, against plain Java. */
class EncoderLayersTest {
  @TempDir Path dir;

  private FloatTensor run(NetworkFiles files, Map<String, FloatTensor> inputs, Precision p) {
    try (Network network = files.load(dir, new NetworkOptions(p));
        Session session = network.newSession()) {
      inputs.forEach(session::input);
      return session.output("y");
    }
  }

  private FloatTensor run(NetworkFiles files, FloatTensor x, Precision p) {
    return run(files, Map.of("x", x), p);
  }

  /** In bfloat16 a number of this size is off by 0.4% at most, and sums of such by little more. */
  private static void near(FloatTensor y, float[] expected, Precision p) {
    float largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    float tolerance = p == Precision.FP32 ? 2e-5f : 1.5e-2f;
    Numbers.assertNear(y.data(), expected, tolerance * Math.max(largest, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 50, 64, 64, 64, 64, 4, false, FP32", "1, 50, 64, 64, 64, 64, 4, false, BF16",
    "1, 17, 24, 20, 12, 16, 2, true, FP32", "1, 17, 24, 20, 12, 16, 2, true, BF16",
    "7, 33, 32, 48, 48, 64, 8, true, FP32", "7, 33, 32, 48, 48, 64, 8, true, BF16",
    "16, 16, 8, 8, 8, 32, 1, false, FP32", "3, 1, 8, 8, 8, 8, 2, true, FP32"
  })
  void queriesAttendToOtherTokens(
      int rows,
      int keys,
      int queryDim,
      int keyDim,
      int valueDim,
      int dim,
      int heads,
      boolean mask,
      Precision p) {
    NetworkFiles files =
        new NetworkFiles().layer("Input q 0 1 q").layer("Input k 0 1 k").layer("Input v 0 1 v");
    Map<String, FloatTensor> inputs = new LinkedHashMap<>();
    inputs.put("q", new FloatTensor(random(1, rows * queryDim), rows, queryDim));
    inputs.put("k", new FloatTensor(random(2, keys * keyDim), keys, keyDim));
    inputs.put("v", new FloatTensor(random(3, keys * valueDim), keys, valueDim));
    float[] added = new float[rows * keys];
    if (mask) {
      added = random(4, rows * keys);
      files.layer("Input m 0 1 m");
      inputs.put("m", new FloatTensor(added, rows, keys));
    }
    files.layer(
        "MultiHeadAttention a %d 1 q k v%s y 0=%d 1=%d 2=%d 3=%d 4=%d 5=%d"
            .formatted(
                mask ? 4 : 3,
                mask ? " m" : "",
                dim,
                heads,
                dim * queryDim,
                keyDim,
                valueDim,
                mask ? 1 : 0));
    int[] widths = {queryDim, keyDim, valueDim, dim};
    String[] names = {"q", "k", "v"};
    float[][] weight = new float[4][];
    float[][] bias = new float[4][];
    float[][] projected = new float[3][];
    for (int i = 0; i < 4; i++) {
      int out = i < 3 ? dim : queryDim;
      weight[i] = random(10 + i, out * widths[i]);
      bias[i] = random(20 + i, out);
      files.half(weight[i]).plain(bias[i]);
      for (int j = 0; j < weight[i].length; j++) {
        weight[i][j] = Float.float16ToFloat(Float.floatToFloat16(weight[i][j]));
      }
      if (i < 3) {
        FloatTensor x = inputs.get(names[i]);
        projected[i] = Numbers.affine(x.data(), weight[i], bias[i], x.shape()[0], widths[i]);
      }
    }
    float[] heard = Numbers.attention(projected[0], projected[1], projected[2], added, dim, heads);
    FloatTensor y = run(files, inputs, p);
    assertThat(y.shape()).containsExactly(rows, queryDim);
    near(y, Numbers.affine(heard, weight[3], bias[3], rows, dim), p);
  }

  /** The one query and what it attends to may be cuts of the same tokens. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void theMeanTokenAttendsToAllTokensOfAnImage(Precision p) {
    int c = 16;
    int h = 3;
    int w = 5;
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("Reshape flat 1 1 x f 0=-1 1=" + c)
            .layer("Permute turn 1 1 f t 0=1")
            .layer("Split fork 1 2 t t1 t2")
            .layer("Reduction mean 1 1 t1 m 0=3 1=0 -23303=1,0 4=1 5=1")
            .layer("Concat tokens 2 1 m t2 n 0=0")
            .layer("MemoryData place 0 1 e 0=16 1=16")
            .layer("BinaryOp add 2 1 n e r 0=0")
            .layer("Split fork2 1 2 r r1 r2")
            .layer("Crop first 1 1 r1 q -23309=1,0 -23310=1,1 -23311=1,0")
            .layer("MultiHeadAttention pool 2 1 q r2 y 0=16 1=2 2=256");
    float[] place = random(2, 16 * 16);
    files.plain(place);
    float[][] weight = new float[4][];
    float[][] bias = new float[4][];
    for (int i = 0; i < 4; i++) {
      weight[i] = random(10 + i, c * c);
      bias[i] = random(20 + i, c);
      files.tagged(weight[i]).plain(bias[i]);
    }
    float[] x = random(1, c * h * w);
    float[] tokens = new float[(h * w + 1) * c];
    for (int i = 0; i < x.length; i++) {
      tokens[(i % (h * w) + 1) * c + i / (h * w)] = x[i];
      tokens[i / (h * w)] += x[i] / (h * w);
    }
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] += place[i];
    }
    float[] query = Numbers.affine(Arrays.copyOf(tokens, c), weight[0], bias[0], 1, c);
    float[] key = Numbers.affine(tokens, weight[1], bias[1], h * w + 1, c);
    float[] value = Numbers.affine(tokens, weight[2], bias[2], h * w + 1, c);
    float[] heard = Numbers.attention(query, key, value, new float[h * w + 1], c, 2);
    FloatTensor y = run(files, new FloatTensor(x, c, h, w), p);
    assertThat(y.shape()).containsExactly(1, c);
    near(y, Numbers.affine(heard, weight[3], bias[3], 1, c), p);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theClassTokenComesFirstAndIsTakenOut(Precision p) {
    for (int width : new int[] {6, 16, 48}) {
      int c = width;
      NetworkFiles files =
          new NetworkFiles()
              .layer("Input in 0 1 x")
              .layer("Reshape flat 1 1 x f 0=-1 1=" + c)
              .layer("Permute turn 1 1 f t 0=1")
              .layer("MemoryData class 0 1 cls 0=" + width + " 1=1")
              .layer("Concat tokens 2 1 cls t h 0=0")
              .layer("Slice cut 1 2 h first rest -23300=2,1,-233 1=0")
              .layer("Concat back 2 1 rest first y 0=0");
      float[] cls = random(5, width);
      float[] x = random(6, c * 2 * 3);
      float[] expected = new float[7 * width];
      for (int i = 0; i < x.length; i++) {
        expected[i % 6 * c + i / 6] = x[i];
      }
      System.arraycopy(cls, 0, expected, 6 * width, width);
      FloatTensor y = run(files.plain(cls), new FloatTensor(x, c, 2, 3), p);
      assertThat(y.shape()).containsExactly(7, width);
      near(y, expected, p);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "50, 48, 0, FP32", "50, 48, 0, BF16", "16, 32, 0, FP32", "3, 7, 0, FP32", "1, 9, 0, BF16",
    "50, 48, 2, FP32", "50, 48, 2, BF16", "16, 32, 2, FP32", "3, 7, 2, FP32", "7, 7, 2, FP32"
  })
  void aRowIsSpreadOverAllRows(int rows, int width, int operation, Precision p) {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("MemoryData row 0 1 r 0=" + width + " 1=1")
            .layer("BinaryOp f 2 1 x r y 0=" + operation);
    float[] x = random(1, rows * width);
    float[] row = random(2, width);
    float[] expected = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] = operation == 0 ? x[i] + row[i % width] : x[i] * row[i % width];
    }
    near(run(files.plain(row), new FloatTensor(x, rows, width), p), expected, p);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 24, 20, FP32",
    "3, 24, 20, BF16",
    "16, 7, 5, FP32",
    "24, 1, 9, FP32",
    "16, 7, 5, BF16"
  })
  void aNumberForEachChannelIsSpreadOverItsPlane(int c, int h, int w, Precision p) {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("MemoryData scale 0 1 s 0=1 1=1 2=" + c)
            .layer("BinaryOp f 2 1 x s y 0=2");
    float[] x = random(1, c * h * w);
    float[] scale = random(2, c);
    float[] expected = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] = x[i] * scale[i / (h * w)];
    }
    near(run(files.plain(scale), new FloatTensor(x, c, h, w), p), expected, p);
  }

  @ParameterizedTest
  @CsvSource({"3, 8, 6, FP32", "16, 9, 7, FP32", "8, 14, 14, BF16", "32, 2, 2, FP32"})
  void poolingHalvesAnImage(int c, int h, int w, Precision p) {
    NetworkFiles files =
        new NetworkFiles().layer("Input in 0 1 x").layer("Pooling f 1 1 x y 0=1 1=2 2=2 5=1");
    float[] x = random(1, c * h * w);
    int outH = h / 2;
    int outW = w / 2;
    float[] expected = new float[c * outH * outW];
    for (int i = 0; i < expected.length; i++) {
      int at = i / (outH * outW) * h * w + i / outW % outH * 2 * w + i % outW * 2;
      expected[i] = (x[at] + x[at + 1] + x[at + w] + x[at + w + 1]) / 4;
    }
    FloatTensor y = run(files, new FloatTensor(x, c, h, w), p);
    assertThat(y.shape()).containsExactly(c, outH, outW);
    near(y, expected, p);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 8, 3, 2, 1, 1, 1, 1, 1, FP32", "3, 16, 3, 2, 0, 1, 0, 1, 1, FP32",
    "16, 16, 3, 1, 1, 1, 1, 1, 1, BF16", "16, 32, 3, 2, 0, 1, 0, 1, 1, BF16",
    "16, 16, 3, 2, 0, 1, 0, 1, 16, FP32", "12, 12, 5, 1, 2, 1, 0, 2, 12, FP32",
    "16, 16, 3, 2, 0, 1, 0, 1, 16, BF16", "16, 32, 3, 1, 1, 1, 1, 1, 4, FP32"
  })
  void convolutionPadsEachSideByItself(
      int c,
      int f,
      int kernel,
      int stride,
      int left,
      int right,
      int top,
      int bottom,
      int groups,
      Precision p) {
    int h = 12;
    int w = 15;
    int count = f * (c / groups) * kernel * kernel;
    String layer = groups == 1 ? "Convolution" : "ConvolutionDepthWise";
    NetworkFiles files = new NetworkFiles().layer("Input in 0 1 x");
    files.layer(
        layer
            + " conv 1 1 x y 0=%d 1=%d 3=%d 4=%d 15=%d 14=%d 16=%d 5=1 6=%d"
                .formatted(f, kernel, stride, left, right, top, bottom, count)
            + (groups == 1 ? "" : " 7=" + groups));
    float[] weight = random(2, count);
    float[] bias = random(3, f);
    float[] x = random(1, c * h * w);
    int padded = w + left + right;
    float[] wide = new float[c * (h + top + bottom) * padded];
    for (int i = 0; i < x.length; i++) {
      int row = i / (h * w) * (h + top + bottom) + i / w % h + top;
      wide[row * padded + i % w + left] = x[i];
    }
    float[] expected =
        Numbers.convolution(
            wide, c, h + top + bottom, padded, weight, bias, new int[] {kernel, stride, 0, groups});
    near(run(files.tagged(weight).plain(bias), new FloatTensor(x, c, h, w), p), expected, p);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void bothFormsOfGelu(Precision p) {
    float[] x = new float[16 * 50];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 400) / 60f;
    }
    float[] tanh = new float[x.length];
    float[] quick = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      double inner = Math.sqrt(2 / Math.PI) * (x[i] + 0.044715 * Math.pow(x[i], 3));
      tanh[i] = (float) (x[i] / 2 * (1 + Math.tanh(inner)));
      quick[i] = (float) (x[i] / (1 + Math.exp(-1.702 * x[i])));
    }
    NetworkFiles fast = new NetworkFiles().layer("Input in 0 1 x").layer("GELU f 1 1 x y 0=1");
    near(run(fast, new FloatTensor(x, 50, 16), p), tanh, p);
    NetworkFiles sigmoid =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("BinaryOp up 1 1 x u 0=2 1=1 2=1.702")
            .layer("Swish f 1 1 u s")
            .layer("BinaryOp down 1 1 s y 0=2 1=1 2=0.58754407");
    near(run(sigmoid, new FloatTensor(x, 50, 16), p), quick, p);
  }
}
