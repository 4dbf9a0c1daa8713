package io.lumiere.bench;

import io.lumiere.models.convert.Attention;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Calibration;
import io.lumiere.models.convert.Linear;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.convert.Storage;
import io.lumiere.ncnn.CpuFeatures;
import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Precision;
import io.lumiere.ncnn.PrecisionTrial;
import io.lumiere.ncnn.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;

/**
 * A transformer in each precision, in turn, on one thread: rates, the cosine to full precision, the
 * size of the file, and the memory that loading it takes. Weights are random, so the cosines are no
 * model's. Arguments: tokens, width and layers (default 50, 768, 12: the image side of CLIP
 * ViT-B/32).
 */
public final class PrecisionBench {
  private static final int ROUNDS = 9;
  private static final long SEED = 32;

  private final int tokens;
  private final int width;
  private final int layers;
  private final Path folder;

  private PrecisionBench(int tokens, int width, int layers, Path folder) {
    this.tokens = tokens;
    this.width = width;
    this.layers = layers;
    this.folder = folder;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    boolean own = args.length == 3;
    PrecisionBench bench =
        new PrecisionBench(
            own ? Integer.parseInt(args[0]) : 50,
            own ? Integer.parseInt(args[1]) : 768,
            own ? Integer.parseInt(args[2]) : 12,
            Files.createTempDirectory("lumiere-bench"));
    try {
      bench.run();
    } finally {
      for (String file : List.of("half", "bytes")) {
        Files.deleteIfExists(bench.folder.resolve(file + ".param"));
        Files.deleteIfExists(bench.folder.resolve(file + ".bin"));
      }
      Files.delete(bench.folder);
    }
  }

  private void run() throws Exception {
    System.out.printf(
        "%d tokens, width %d, %d layers, seed %d; %s; trial says %s%n",
        tokens, width, layers, SEED, CpuFeatures.detect().names(), PrecisionTrial.fastest());
    NetworkBuilder half = write("half", Storage.FP16, Calibration.NONE);
    try (Network fp32 = load("half", Precision.FP32);
        Network bf16 = load("half", Precision.BF16)) {
      Calibration calibration =
          Calibration.measure(half, fp32, List.of(Map.of("x", sample(1)), Map.of("x", sample(2))));
      write("bytes", Storage.INT8, calibration);
      try (Network int8 = load("bytes", Precision.FP32)) {
        float[] exact = output(fp32);
        System.out.printf(
            Locale.ROOT,
            "cosine to fp32: bf16 %.6f, int8 %.6f%n",
            VectorUtil.cosine(output(bf16), exact),
            VectorUtil.cosine(output(int8), exact));
        new Turns(Turns.Clock.PROCESSOR)
            .add("fp32", () -> output(fp32))
            .add("bf16", () -> output(bf16))
            .add("int8", () -> output(int8))
            .run(ROUNDS)
            .printRates(1)
            .printRatio("bf16", "fp32")
            .printRatio("int8", "fp32");
      }
    }
  }

  private NetworkBuilder write(String name, Storage storage, Calibration calibration)
      throws IOException {
    Random random = new Random(SEED);
    NetworkBuilder net = new NetworkBuilder(storage, calibration);
    Blob x = net.input("x");
    float[] ones = new float[width];
    java.util.Arrays.fill(ones, 1);
    for (int i = 0; i < layers; i++) {
      Attention attention =
          new Attention(
              linear(random, width, width),
              linear(random, width, width),
              linear(random, width, width),
              linear(random, width, width),
              width / 64);
      Blob norm = net.layerNorm(x, ones, new float[width], 1e-5f);
      x = net.add(x, net.attention(norm, attention));
      Blob inner = net.layerNorm(x, ones, new float[width], 1e-5f);
      Blob wide = net.gelu(net.linear(inner, linear(random, 4 * width, width)));
      x = net.add(x, net.linear(wide, linear(random, width, 4 * width)));
    }
    net.output(x, "y");
    net.write(folder.resolve(name + ".param"), folder.resolve(name + ".bin"));
    return net;
  }

  private static Linear linear(Random random, int outputs, int inputs) {
    float[] weight = new float[outputs * inputs];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
    }
    return new Linear(weight, new float[outputs]);
  }

  private Network load(String name, Precision precision) throws IOException {
    Path bin = folder.resolve(name + ".bin");
    long before = Resident.now();
    Network network =
        Network.load(folder.resolve(name + ".param"), bin, new NetworkOptions(precision));
    System.out.printf(
        "%s as %s: file %d MB, resident memory grew by %d MB; the process's peak so far is %d MB%n",
        name, precision, Files.size(bin) / 1_000_000, Resident.now() - before, Resident.most());
    return network;
  }

  private FloatTensor sample(long seed) {
    Random random = new Random(seed);
    float[] x = new float[tokens * width];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return new FloatTensor(x, tokens, width);
  }

  private float[] output(Network network) {
    try (Session session = network.newSession()) {
      session.input("x", sample(3));
      return session.output("y").data();
    }
  }
}
