package io.lumiere.models.catalogue;

import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tries a model: that its files are whole, that it gives unit vectors, the same ones each time,
 * different ones for different inputs, and the ones that it gave when it was added. Thread-safe.
 */
public final class SelfTest {
  /** Two inputs of the test may not come nearer to each other than this cosine. */
  public static final double MOST_ALIKE = 0.99;

  /** What a vector keeps of the one recorded, also on another processor. */
  public static final double LEAST_KEPT = 0.999;

  private static final double UNIT_TOLERANCE = 1e-4;

  /**
   * What is encoded.
   *
   * @param images at least two, each another
   * @param texts at least two, each another
   */
  public record Inputs(List<RgbImage> images, List<String> texts) {
    public Inputs {
      images = List.copyOf(images);
      texts = List.copyOf(texts);
      if (images.size() < 2 || texts.size() < 2) {
        throw new IllegalArgumentException("a self test takes two images and two texts at least");
      }
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param what in a few words
   * @param passed whether it is as it should be
   * @param detail the figure
   */
  public record Check(String what, boolean passed, String detail) {}

  /**
   * What came out.
   *
   * @param checks in the order they were made
   * @param millisPerImage on one thread, decoded image to vector; 0 if none was encoded
   * @param millisPerText likewise
   */
  public record Report(List<Check> checks, double millisPerImage, double millisPerText) {
    public Report {
      checks = List.copyOf(checks);
    }

    /** Whether all is as it should be. */
    public boolean passed() {
      return checks.stream().allMatch(Check::passed);
    }
  }

  private SelfTest() {}

  /**
   * Encodes the inputs and keeps both, for {@link #run} to compare with, in a model's folder.
   *
   * @return what is not as it should be: of a model that nobody has trained, say
   * @throws LumiereException if the model gives no vectors of unit length
   */
  public static List<Check> record(DualEncoder model, Inputs inputs, Path modelDir) {
    SelfTestRecord made =
        new SelfTestRecord(
            inputs,
            inputs.images().stream().map(model.images()::encode).toList(),
            inputs.texts().stream().map(model.texts()::encode).toList());
    SelfTestFile.write(made, modelDir);
    return vectors(made.imageVectors(), made.textVectors()).stream()
        .filter(check -> !check.passed())
        .toList();
  }

  /**
   * Tests the model in a folder.
   *
   * @param fallback what is encoded where the folder has no record
   */
  public static Report run(Path modelDir, Inputs fallback) {
    List<Check> checks = new ArrayList<>();
    checks.add(files(modelDir));
    if (!checks.get(0).passed()) {
      return new Report(checks, 0, 0);
    }
    try (DualEncoder model = Models.open(modelDir)) {
      Optional<SelfTestRecord> recorded = SelfTestFile.read(modelDir);
      Inputs inputs = recorded.map(SelfTestRecord::inputs).orElse(fallback);
      Timed images = encode(inputs.images(), model.images()::encode);
      Timed texts = encode(inputs.texts(), model.texts()::encode);
      checks.addAll(vectors(images.vectors(), texts.vectors()));
      checks.add(
          new Check("the same each time", images.steady() && texts.steady(), "each encoded twice"));
      recorded.ifPresent(r -> checks.add(kept(r, images.vectors(), texts.vectors())));
      return new Report(checks, images.millis(), texts.millis());
    } catch (LumiereException e) {
      checks.add(new Check("encoding", false, String.valueOf(e.getMessage())));
      return new Report(checks, 0, 0);
    }
  }

  private static Check files(Path modelDir) {
    try {
      ModelManifest manifest = ModelManifest.read(modelDir);
      manifest.checkContent(modelDir);
      return new Check("files", true, manifest.files().size() + " files as listed, by SHA-256");
    } catch (LumiereException e) {
      return new Check("files", false, String.valueOf(e.getMessage()));
    }
  }

  private static List<Check> vectors(List<float[]> images, List<float[]> texts) {
    double worst = 0;
    for (List<float[]> vectors : List.of(images, texts)) {
      for (float[] vector : vectors) {
        double off = Math.abs(Math.sqrt(dot(vector, vector)) - 1);
        worst = Double.isNaN(off) ? Double.NaN : Math.max(worst, off);
      }
    }
    double alike = Math.max(mostAlike(images), mostAlike(texts));
    return List.of(
        new Check("unit length", worst <= UNIT_TOLERANCE, format("off by %.1e at most", worst)),
        new Check(
            "different inputs differ", alike < MOST_ALIKE, format("cosine %.3f at most", alike)));
  }

  private static Check kept(SelfTestRecord recorded, List<float[]> images, List<float[]> texts) {
    double least =
        Math.min(
            leastKept(recorded.imageVectors(), images), leastKept(recorded.textVectors(), texts));
    return new Check(
        "as when it was added", least >= LEAST_KEPT, format("cosine %.6f at least", least));
  }

  private static double leastKept(List<float[]> before, List<float[]> now) {
    double least = 1;
    for (int i = 0; i < now.size(); i++) {
      if (before.get(i).length != now.get(i).length) {
        return -1;
      }
      least = Math.min(least, dot(before.get(i), now.get(i)));
    }
    return least;
  }

  private static double mostAlike(List<float[]> vectors) {
    double most = -1;
    for (int i = 0; i < vectors.size(); i++) {
      for (int j = 0; j < i; j++) {
        most = Math.max(most, dot(vectors.get(i), vectors.get(j)));
      }
    }
    return most;
  }

  /**
   * Vectors of some inputs.
   *
   * @param steady whether encoding each a second time gave the same
   * @param millis for each, the second time
   */
  private record Timed(List<float[]> vectors, boolean steady, double millis) {}

  private static <T> Timed encode(List<T> inputs, Function<T, float[]> encoder) {
    List<float[]> first = inputs.stream().map(encoder).toList();
    long started = System.nanoTime();
    List<float[]> second = inputs.stream().map(encoder).toList();
    double millis = (System.nanoTime() - started) / 1e6 / inputs.size();
    boolean steady = true;
    for (int i = 0; i < first.size(); i++) {
      steady &= Arrays.equals(first.get(i), second.get(i));
    }
    return new Timed(first, steady, millis);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
