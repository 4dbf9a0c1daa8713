package io.lumiere.bench;

import io.lumiere.base.RgbImage;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * One thread that encodes the same picture or text again and again, for a profiler to look at, and
 * the processor time that each took. The picture is larger than what the model takes, so that it is
 * resized as a photo is. Arguments: a model's folder, {@code image} or {@code text}, and for how
 * many seconds.
 */
public final class EncodeLoop {
  private static final String TEXT = "two people in red coats walking a dog";
  private static final int WIDTH = 500;
  private static final int HEIGHT = 375;
  private static final long SEED = 32;

  private EncodeLoop() {}

  /** Encodes. */
  public static void main(String[] args) throws Exception {
    try (DualEncoder model = Models.open(Path.of(args[0]))) {
      RgbImage image = noise();
      Turns.Work work =
          args[1].equals("image")
              ? () -> model.images().encode(image)
              : () -> model.texts().encode(TEXT);
      run(args[1], work, Double.parseDouble(args[2]));
    }
  }

  private static void run(String what, Turns.Work work, double seconds) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    work.run();
    long start = threads.getCurrentThreadCpuTime();
    int rounds = 0;
    while (threads.getCurrentThreadCpuTime() - start < seconds * 1e9) {
      work.run();
      rounds++;
    }
    double millis = (threads.getCurrentThreadCpuTime() - start) / 1e6 / rounds;
    System.out.printf(Locale.ROOT, "%s: %.2f ms of processor time each%n", what, millis);
  }

  private static RgbImage noise() {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    new Random(SEED).nextBytes(rgb);
    return new RgbImage(WIDTH, HEIGHT, rgb);
  }
}
