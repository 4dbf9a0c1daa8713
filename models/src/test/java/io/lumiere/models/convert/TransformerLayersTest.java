package io.lumiere.models.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.models.convert.Convolution.Rectifier;
import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers of image and text transformers, run by ncnn, against their definitions. */
class TransformerLayersTest {
  private static final Offset<Float> NEAR = Offset.offset(2e-4f);
  private static final float MASKED = -1e4f;

  @TempDir Path dir;
  private final Random random = new Random(77);

  @Test
  void oneQueryAttendsToAllAsItsRowOfSelfAttentionDoes() throws IOException {
    int width = 16;
    int tokens = 9;
    Attention attention = attention(width);
    NetworkBuilder net = new NetworkBuilder();
    Blob x = net.input("x");
    net.output(net.crossAttention(net.row(x, 0), x, attention), "first");
    net.output(net.crossAttention(net.row(x, -1), x, attention), "last");
    float[] values = random(tokens * width);
    float[] all = Reference.attention(attention, values, tokens);
    Map<String, FloatTensor> inputs = Map.of("x", new FloatTensor(values, tokens, width));
    assertThat(run(net, inputs, "first").shape()).containsExactly(1, width);
    assertThat(run(net, inputs, "first").data()).containsExactly(Arrays.copyOf(all, width), NEAR);
    assertThat(run(net, inputs, "last").data())
        .containsExactly(Arrays.copyOfRange(all, all.length - width, all.length), NEAR);
  }

  @Test
  void aCausalMaskHidesWhatComesLater() throws IOException {
    int width = 16;
    int tokens = 7;
    Attention attention = attention(width);
    NetworkBuilder net = new NetworkBuilder();
    net.output(net.maskedAttention(net.input("x"), net.input("mask"), attention), "y");
    float[] values = random(tokens * width);
    float[] mask = new float[tokens * tokens];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % tokens > i / tokens ? MASKED : 0;
    }
    float[] y =
        run(
                net,
                Map.of(
                    "x",
                    new FloatTensor(values, tokens, width),
                    "mask",
                    new FloatTensor(mask, tokens, tokens)),
                "y")
            .data();
    for (int t = 0; t < tokens; t++) {
      float[] seen = Reference.attention(attention, values, t + 1);
      assertThat(Arrays.copyOfRange(y, t * width, (t + 1) * width))
          .as("token %d", t)
          .containsExactly(Arrays.copyOfRange(seen, t * width, (t + 1) * width), NEAR);
    }
  }

  @Test
  void imagesBecomeRowsAndBack() throws IOException {
    NetworkBuilder net = new NetworkBuilder();
    Blob x = net.input("x");
    Blob rows = net.places(x, 5);
    net.output(rows, "rows");
    net.output(net.image(rows, 3, 4), "image");
    float[] values = random(5 * 3 * 4);
    Map<String, FloatTensor> inputs = Map.of("x", new FloatTensor(values, 5, 3, 4));
    FloatTensor flat = run(net, inputs, "rows");
    assertThat(flat.shape()).containsExactly(12, 5);
    for (int i = 0; i < 60; i++) {
      assertThat(flat.data()[i]).isEqualTo(values[i % 5 * 12 + i / 5]);
    }
    assertThat(run(net, inputs, "image").shape()).containsExactly(5, 3, 4);
    assertThat(run(net, inputs, "image").data()).containsExactly(values);
  }

  @Test
  void constantsAreJoinedAddedAndCut() throws IOException {
    float[] first = random(6);
    float[] positions = random(4 * 6);
    NetworkBuilder net = new NetworkBuilder();
    Blob all = net.joinRows(net.constant(first, 6), net.input("x"));
    net.output(net.firstColumns(net.add(all, net.constant(positions, 6)), 2), "y");
    float[] values = random(3 * 6);
    FloatTensor y = run(net, Map.of("x", new FloatTensor(values, 3, 6)), "y");
    assertThat(y.shape()).containsExactly(4, 2);
    for (int i = 0; i < 8; i++) {
      int row = i / 2;
      float value = row == 0 ? first[i % 2] : values[(row - 1) * 6 + i % 2];
      assertThat(y.data()[i]).isEqualTo(value + positions[row * 6 + i % 2]);
    }
  }

  @Test
  void channelsAreScaledAndSquaresAveraged() throws IOException {
    float[] scale = random(3);
    NetworkBuilder net = new NetworkBuilder();
    Blob scaled = net.multiply(net.input("x"), net.channelConstant(scale));
    net.output(net.averagePool(scaled, 2), "y");
    float[] values = random(3 * 4 * 6);
    FloatTensor y = run(net, Map.of("x", new FloatTensor(values, 3, 4, 6)), "y");
    assertThat(y.shape()).containsExactly(3, 2, 3);
    float[] expected = new float[18];
    for (int i = 0; i < values.length; i++) {
      int channel = i / 24;
      expected[channel * 6 + i % 24 / 6 / 2 * 3 + i % 6 / 2] += values[i] * scale[channel] / 4;
    }
    assertThat(y.data()).containsExactly(expected, NEAR);
  }

  @Test
  void theMeanOfAllRowsIsARow() throws IOException {
    NetworkBuilder net = new NetworkBuilder();
    Blob x = net.input("x");
    net.output(net.joinRows(net.meanRow(x), x), "y");
    float[] values = random(5 * 6);
    FloatTensor y = run(net, Map.of("x", new FloatTensor(values, 5, 6)), "y");
    assertThat(y.shape()).containsExactly(6, 6);
    float[] expected = new float[6 * 6];
    System.arraycopy(values, 0, expected, 6, values.length);
    for (int i = 0; i < values.length; i++) {
      expected[i % 6] += values[i] / 5;
    }
    assertThat(y.data()).containsExactly(expected, NEAR);
  }

  @Test
  void activations() throws IOException {
    checkEach(NetworkBuilder::swish, x -> x / (1 + Math.exp(-x)));
    checkEach(NetworkBuilder::sigmoid, x -> 1 / (1 + Math.exp(-x)));
    checkEach(NetworkBuilder::relu, x -> Math.max(x, 0));
    checkEach(
        NetworkBuilder::tanhGelu,
        x -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))));
  }

  private interface Activator {
    Blob apply(NetworkBuilder net, Blob x);
  }

  private void checkEach(Activator layer, DoubleUnaryOperator definition) throws IOException {
    NetworkBuilder net = new NetworkBuilder();
    net.output(layer.apply(net, net.input("x")), "y");
    float[] values = random(5 * 7);
    float[] expected = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] *= 4;
      expected[i] = (float) definition.applyAsDouble(values[i]);
    }
    assertThat(run(net, Map.of("x", new FloatTensor(values, 5, 7)), "y").data())
        .containsExactly(expected, NEAR);
  }

  @Test
  void paddingOfConvolutionsIsAsGiven() throws IOException {
    UnaryOperator<Convolution> unpadded =
        c -> new Convolution(c.weight(), c.bias(), 3, 2, 1, 0, Rectifier.RELU);
    Convolution one = new Convolution(random(4 * 2 * 9), random(4), 3, 2, 1, 1, Rectifier.RELU);
    float[] values = random(2 * 6 * 6);
    float[] wider = new float[2 * 8 * 8];
    for (int i = 0; i < values.length; i++) {
      wider[i / 36 * 64 + (i % 36 / 6 + 1) * 8 + i % 6 + 1] = values[i];
    }
    FloatTensor padded = convolved(one, new FloatTensor(values, 2, 6, 6));
    assertThat(padded.shape()).containsExactly(4, 3, 3);
    assertThat(padded.data())
        .containsExactly(
            convolved(unpadded.apply(one), new FloatTensor(wider, 2, 8, 8)).data(), NEAR);
  }

  @Test
  void fullStorageKeepsEveryDigit() throws IOException {
    float third = 1 / 3f;
    NetworkBuilder net = new NetworkBuilder(Storage.FP32);
    net.output(net.linear(net.input("x"), new Linear(new float[] {third}, new float[1])), "y");
    assertThat(run(net, Map.of("x", new FloatTensor(new float[] {1}, 1, 1)), "y").data())
        .containsExactly(third);
  }

  private FloatTensor convolved(Convolution c, FloatTensor x) throws IOException {
    NetworkBuilder net = new NetworkBuilder();
    net.output(net.convolution(net.input("x"), c), "y");
    return run(net, Map.of("x", x), "y");
  }

  private FloatTensor run(NetworkBuilder net, Map<String, FloatTensor> inputs, String output)
      throws IOException {
    Path param = dir.resolve("t.param");
    Path bin = dir.resolve("t.bin");
    net.write(param, bin);
    try (Network network = Network.load(param, bin);
        Session session = network.newSession()) {
      inputs.forEach(session::input);
      return session.output(output);
    }
  }

  private Attention attention(int width) {
    return new Attention(square(width), square(width), square(width), square(width), 4);
  }

  private Linear square(int width) {
    return new Linear(random(width * width), random(width));
  }

  /** Numbers between -1 and 1 that half precision holds exactly. */
  private float[] random(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (random.nextInt(129) - 64) / 64f;
    }
    return values;
  }
}
