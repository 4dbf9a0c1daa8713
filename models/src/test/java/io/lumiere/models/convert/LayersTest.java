package io.lumiere.models.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.models.convert.Convolution.Rectifier;
import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.IntTensor;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.Session;
import io.lumiere.ncnn.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers that the builder writes, run by ncnn, against their definitions written out. */
class LayersTest {
  private static final Offset<Float> NEAR = Offset.offset(2e-4f);

  @TempDir Path dir;
  private final Random random = new Random(260);

  @ParameterizedTest
  @CsvSource({
    "3, 32, 3, 2, 26",
    "16, 8, 1, 1, 13",
    "8, 24, 1, 1, 9",
    "5, 7, 3, 1, 6",
    "4, 4, 3, 2, 7",
    "8, 16, 5, 2, 11",
    "1, 1, 5, 1, 3"
  })
  void convolution(int inputs, int outputs, int kernel, int stride, int size) throws IOException {
    float[] weight = exact(outputs * inputs * kernel * kernel);
    float[] bias = exact(outputs);
    Convolution c = new Convolution(weight, bias, kernel, stride, 1, Rectifier.RELU6);
    checkConvolution(c, inputs, size);
  }

  @ParameterizedTest
  @CsvSource({
    "32, 3, 1, 13",
    "32, 3, 2, 13",
    "32, 3, 2, 26",
    "48, 5, 1, 17",
    "48, 5, 2, 17",
    "24, 5, 2, 10",
    "7, 3, 2, 9",
    "4, 5, 1, 2"
  })
  void depthwiseConvolution(int channels, int kernel, int stride, int size) throws IOException {
    float[] weight = exact(channels * kernel * kernel);
    Convolution c =
        new Convolution(weight, exact(channels), kernel, stride, channels, Rectifier.NONE);
    checkConvolution(c, channels, size);
  }

  private void checkConvolution(Convolution c, int inputs, int size) throws IOException {
    float[] x = exact(inputs * size * size);
    NetworkBuilder net = new NetworkBuilder();
    net.output(net.convolution(net.input("x"), c), "y");
    FloatTensor y = run(net, new FloatTensor(x, inputs, size, size));
    int out = (size + c.stride() - 1) / c.stride();
    assertThat(y.shape()).containsExactly(c.bias().length, out, out);
    assertThat(y.data()).containsExactly(Reference.convolution(c, x, inputs, size), NEAR);
  }

  @Test
  void linear() throws IOException {
    for (int rows : new int[] {1, 2, 7, 16}) {
      Linear w = new Linear(exact(24 * 10), exact(24));
      NetworkBuilder net = new NetworkBuilder();
      net.output(net.linear(net.input("x"), w), "y");
      float[] x = exact(rows * 10);
      FloatTensor y = run(net, new FloatTensor(x, rows, 10));
      assertThat(y.shape()).containsExactly(rows, 24);
      assertThat(y.data()).containsExactly(Reference.linear(w, x, rows), NEAR);
    }
  }

  @Test
  void vectorLinearOfChannelMeans() throws IOException {
    Linear w = new Linear(exact(9 * 12), exact(9));
    NetworkBuilder net = new NetworkBuilder();
    net.output(net.vectorLinear(net.channelMeans(net.input("x")), w), "y");
    float[] x = exact(12 * 5 * 5);
    float[] means = new float[12];
    for (int i = 0; i < x.length; i++) {
      means[i / 25] += x[i] / 25;
    }
    assertThat(run(net, new FloatTensor(x, 12, 5, 5)).data())
        .containsExactly(Reference.linear(w, means, 1), NEAR);
  }

  @Test
  void attentionOfAnyLength() throws IOException {
    int width = 16;
    Attention attention =
        new Attention(square(width), square(width), square(width), square(width), 4);
    NetworkBuilder net = new NetworkBuilder();
    net.output(net.attention(net.input("x"), attention), "y");
    for (int tokens : new int[] {1, 3, 4, 11, 33}) {
      float[] x = exact(tokens * width);
      assertThat(run(net, new FloatTensor(x, tokens, width)).data())
          .as("%d tokens", tokens)
          .containsExactly(Reference.attention(attention, x, tokens), NEAR);
    }
  }

  @Test
  void embeddingNormalisationGeluAndMean() throws IOException {
    int width = 12;
    float[] table = exact(20 * width);
    float[] scale = exact(width);
    float[] shift = exact(width);
    NetworkBuilder net = new NetworkBuilder();
    Blob rows = net.embed(net.input("x"), table, width);
    net.output(net.rowMean(net.gelu(net.layerNorm(rows, scale, shift, 1e-6f))), "y");
    int[] ids = {19, 0, 7, 7, 3};
    float[] expected = new float[width];
    for (int id : ids) {
      float[] row = Reference.layerNorm(table, id * width, scale, shift, 1e-6);
      for (int i = 0; i < width; i++) {
        expected[i] += Reference.gelu(row[i]) / ids.length;
      }
    }
    FloatTensor y = run(net, new IntTensor(ids, ids.length));
    assertThat(y.shape()).containsExactly(width);
    assertThat(y.data()).containsExactly(expected, NEAR);
  }

  private FloatTensor run(NetworkBuilder net, Tensor x) throws IOException {
    Path param = dir.resolve("t.param");
    Path bin = dir.resolve("t.bin");
    net.write(param, bin);
    try (Network network = Network.load(param, bin);
        Session session = network.newSession()) {
      session.input("x", x);
      return session.output("y");
    }
  }

  private Linear square(int width) {
    return new Linear(exact(width * width), exact(width));
  }

  /** Numbers between -1 and 1 that half precision holds exactly. */
  private float[] exact(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (random.nextInt(129) - 64) / 64f;
    }
    return values;
  }
}
