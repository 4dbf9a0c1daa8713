package io.lumiere.bench;

import io.lumiere.base.RgbImage;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Milliseconds an image and a text on one thread, and the process's peak memory. Arguments: a
 * model's folder, and the same model's image tower as ONNX, which onnxruntime then runs in turn
 * with ours. An image's time includes its preprocessing, a text's its tokens. The picture is of the
 * model's size, so nothing is scaled. {@code clip_speed.py} makes such files, and measures PyTorch.
 */
public final class ClipBench {
  private static final String TEXT = "two people in red coats walking a dog";
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 9;
  private static final long SEED = 32;

  private ClipBench() {}

  /** Work that is timed. */
  private interface Work {
    float[] run() throws Exception;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    try (DualEncoder model = Models.open(Path.of(args[0]));
        OnnxImageTower onnx = args.length > 1 ? new OnnxImageTower(args[1]) : null) {
      run(model, onnx);
    }
  }

  private static void run(DualEncoder model, @Nullable OnnxImageTower onnx) throws Exception {
    RgbImage image = noise(model.images().imageSize());
    double[] images = new double[ROUNDS];
    double[] texts = new double[ROUNDS];
    double[] others = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      int at = Math.max(round, 0);
      images[at] = milliseconds(() -> model.images().encode(image));
      texts[at] = milliseconds(() -> model.texts().encode(TEXT));
      if (onnx != null) {
        others[at] = milliseconds(() -> onnx.encode(image));
      }
      if (round == -1) {
        System.out.printf("peak memory after warm-up %s%n", peak());
      }
    }
    print("image", images);
    print("text", texts);
    if (onnx != null) {
      print("image, onnxruntime", others);
      System.out.printf(
          Locale.ROOT,
          "cosine of ours to onnxruntime's %.6f%n",
          Vectors.cosine(model.images().encode(image), onnx.encode(image)));
    }
  }

  private static double milliseconds(Work work) throws Exception {
    long started = System.nanoTime();
    float[] vector = work.run();
    double elapsed = (System.nanoTime() - started) / 1e6;
    if (vector.length == 0) {
      throw new IllegalStateException("an encoder gave no vector");
    }
    return elapsed;
  }

  private static void print(String what, double[] times) {
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-20s %8.1f %8.1f %8.1f ms (min, median, max of %d)%n",
        what,
        times[0],
        times[times.length / 2],
        times[times.length - 1],
        times.length);
  }

  private static RgbImage noise(int size) {
    byte[] rgb = new byte[3 * size * size];
    new Random(SEED).nextBytes(rgb);
    return new RgbImage(size, size, rgb);
  }

  /** Of Linux's account of this process; onnxruntime's share is in it where that runs too. */
  private static String peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return "unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1_000_000 + " MB")
        .findFirst()
        .orElse("unknown");
  }
}
