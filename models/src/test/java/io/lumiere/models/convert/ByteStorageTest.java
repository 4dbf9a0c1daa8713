package io.lumiere.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transformer in 8 bits against the same in full precision. */
class ByteStorageTest {
  private static final int WIDTH = 192;
  private static final int TOKENS = 17;
  private static final int LAYERS = 4;
  private static final long SEED = 260;

  @TempDir Path dir;

  /** Four pre-norm blocks with masked attention; some channels are far larger where asked for. */
  private static void build(NetworkBuilder net, boolean outliers) {
    Random random = new Random(SEED);
    Blob x = net.input("x");
    Blob mask = net.constant(new float[TOKENS * TOKENS], TOKENS);
    for (int layer = 0; layer < LAYERS; layer++) {
      float[] scale = new float[WIDTH];
      java.util.Arrays.fill(scale, 1);
      for (int i = 0; i < 4 && outliers; i++) {
        scale[random.nextInt(WIDTH)] = 20;
      }
      Attention attention =
          new Attention(
              linear(random, WIDTH, WIDTH),
              linear(random, WIDTH, WIDTH),
              linear(random, WIDTH, WIDTH),
              linear(random, WIDTH, WIDTH),
              4);
      Blob norm = net.layerNorm(x, scale, new float[WIDTH], 1e-5f);
      Blob heard = layer == 0 ? net.maskedAttention(norm, mask, attention) : null;
      x = net.add(x, heard == null ? net.attention(norm, attention) : heard);
      Blob inner = net.layerNorm(x, scale, new float[WIDTH], 1e-5f);
      Blob wide = net.gelu(net.linear(inner, linear(random, 4 * WIDTH, WIDTH)));
      x = net.add(x, net.linear(wide, linear(random, WIDTH, 4 * WIDTH)));
    }
    net.output(x, "y");
  }

  private static Linear linear(Random random, int outputs, int inputs) {
    float[] weight = new float[outputs * inputs];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) (random.nextGaussian() * 0.7 / Math.sqrt(inputs));
    }
    float[] bias = new float[outputs];
    for (int i = 0; i < outputs; i++) {
      bias[i] = (float) random.nextGaussian() / 10;
    }
    return new Linear(weight, bias);
  }

  private static FloatTensor sample(long seed) {
    Random random = new Random(seed);
    float[] x = new float[TOKENS * WIDTH];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return new FloatTensor(x, TOKENS, WIDTH);
  }

  private Network load(NetworkBuilder net, String name) throws IOException {
    net.write(dir.resolve(name + ".param"), dir.resolve(name + ".bin"));
    return Network.load(dir.resolve(name + ".param"), dir.resolve(name + ".bin"));
  }

  private static float[] run(Network network, FloatTensor x) {
    try (Session session = network.newSession()) {
      session.input("x", x);
      return session.output("y").data();
    }
  }

  private NetworkBuilder net(Storage storage, Calibration calibration, boolean outliers) {
    NetworkBuilder net = new NetworkBuilder(storage, calibration);
    build(net, outliers);
    return net;
  }

  private double cosine(NetworkBuilder net, List<float[]> expected, String name)
      throws IOException {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    try (Network network = load(net, name)) {
      for (int s = 0; s < expected.size(); s++) {
        float[] b = expected.get(s);
        float[] a = run(network, sample(1000 + s));
        for (int i = 0; i < a.length; i++) {
          ab += (double) a[i] * b[i];
          aa += (double) a[i] * a[i];
          bb += (double) b[i] * b[i];
        }
      }
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void eightBitsAreNearFullPrecision() throws IOException {
    for (boolean outliers : new boolean[] {false, true}) {
      NetworkBuilder full = net(Storage.FP32, Calibration.NONE, outliers);
      List<float[]> expected = new ArrayList<>();
      Calibration calibration;
      try (Network network = load(full, "full")) {
        List<Map<String, FloatTensor>> samples = new ArrayList<>();
        for (int s = 0; s < 4; s++) {
          samples.add(Map.of("x", sample(s)));
          expected.add(run(network, sample(1000 + s)));
        }
        calibration = Calibration.measure(full, network, samples);
      }
      double half = cosine(net(Storage.FP16, Calibration.NONE, outliers), expected, "half");
      double plain = cosine(net(Storage.INT8, Calibration.NONE, outliers), expected, "plain");
      double calibrated = cosine(net(Storage.INT8, calibration, outliers), expected, "calibrated");
      System.out.printf(
          "seed %d, large channels %s: cosine FP16 %.6f, INT8 %.6f, calibrated %.6f%n",
          SEED, outliers, half, plain, calibrated);
      assertThat(half).isGreaterThan(0.99999);
      assertThat(plain).isGreaterThan(outliers ? 0.99 : 0.999);
      assertThat(calibrated).isGreaterThan(0.999);
      if (outliers) {
        assertThat(1 - calibrated).as("loss").isLessThan((1 - plain) / 2);
      }
      assertThat(Files.size(dir.resolve("plain.bin")))
          .isLessThan(Files.size(dir.resolve("half.bin")) * 6 / 10);
    }
  }

  @Test
  void attentionToOtherTokens() throws IOException {
    Random random = new Random(SEED);
    Attention attention =
        new Attention(
            linear(random, 64, WIDTH),
            linear(random, 64, WIDTH),
            linear(random, 64, WIDTH),
            linear(random, WIDTH, 64),
            2);
    List<float[]> results = new ArrayList<>();
    Calibration calibration = Calibration.NONE;
    for (Storage storage : new Storage[] {Storage.FP32, Storage.INT8}) {
      NetworkBuilder net = new NetworkBuilder(storage, calibration);
      Blob x = net.input("x");
      net.output(net.crossAttention(net.row(x, 0), x, attention), "y");
      try (Network network = load(net, storage.name())) {
        results.add(run(network, sample(1)));
        calibration = Calibration.measure(net, network, List.of(Map.of("x", sample(2))));
      }
    }
    for (int i = 0; i < WIDTH; i++) {
      assertThat(results.get(1)[i])
          .isCloseTo(results.get(0)[i], org.assertj.core.api.Assertions.within(0.02f));
    }
  }

  @Test
  void aCalibrationOfAnotherNetworkIsRefused() throws IOException {
    NetworkBuilder net = net(Storage.FP32, Calibration.NONE, false);
    Calibration calibration;
    try (Network network = load(net, "full")) {
      calibration = Calibration.measure(net, network, List.of(Map.of("x", sample(1))));
    }
    NetworkBuilder other = new NetworkBuilder(Storage.INT8, calibration);
    Linear w = linear(new Random(SEED), 3, 5);
    assertThatThrownBy(() -> other.linear(other.input("z"), w))
        .hasMessageContaining("z was not calibrated");
    assertThatThrownBy(() -> other.linear(other.relu(other.input("x")), w))
        .hasMessageContaining("calibrated");
  }
}
