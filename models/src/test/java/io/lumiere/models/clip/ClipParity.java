package io.lumiere.models.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.RunPrecision;
import io.lumiere.models.clip.ClipGolden.Text;
import io.lumiere.models.convert.Storage;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.family.Settings;
import io.lumiere.models.internal.preprocess.Preprocessing;
import io.lumiere.models.starter.StarterFixture;
import io.lumiere.ncnn.NetworkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models converted in Java and run by ncnn against the same models in the frameworks that they come
 * from. Weights are generated, since none can be had; see {@code clip_weights.py}. Its tests are
 * several classes, since a process runs one after the other.
 */
abstract class ClipParity {
  /** What vectors of one model in two forms must at least have in common, as a cosine. */
  private static final double EXACT = 0.99999;

  private static final double HALF = 0.9995;

  /** In bf16, the rounding errors of fifty convolutions in a row add up. */
  private static final double RES_NET_IN_BF16 = 0.995;

  /** 8 bits are reported; a broken conversion would not come near this. */
  private static final double BYTES = 0.9;

  /** With it, all that can be compared is. */
  static final String FULL = "lumiere.clip.full";

  /**
   * Rounding differs little from picture to picture, so that a few show what half the bits lose.
   */
  private static final int OF_HALF = 2;

  @TempDir Path dir;

  final void compare(String name, String architecture) throws IOException {
    ClipGolden golden = ClipGolden.read(name);
    Model full = convert(golden, Storage.FP32, "full");
    assertThat(full.config().architecture()).isEqualTo(architecture);
    checkPixels(golden, full.config().preprocessing());
    checkTokens(golden, full);
    StringBuilder report = new StringBuilder(name);
    check(golden, full, RunPrecision.FP32, EXACT, Integer.MAX_VALUE, report.append("; FP32:"));
    SixteenBits.check(name, full.folder());
    if (SixteenBits.isShownBy(name) || Boolean.getBoolean(FULL)) {
      checkHalf(golden, convert(golden, Storage.FP16, "half"), name, report);
    }
    if (Boolean.getBoolean(FULL)) {
      Model bytes = convert(golden, Storage.INT8, "bytes");
      check(golden, bytes, RunPrecision.FP32, BYTES, Integer.MAX_VALUE, report.append("; INT8:"));
    }
    System.out.println(report);
  }

  /** As {@link #compare}, without the forms that take a gigabyte. */
  final void compareHalf(String name, String architecture) throws IOException {
    ClipGolden golden = ClipGolden.read(name);
    Model half = convert(golden, Storage.FP16, "half");
    assertThat(half.config().architecture()).isEqualTo(architecture);
    checkTokens(golden, half);
    StringBuilder report = new StringBuilder(name);
    checkHalf(golden, half, name, report);
    System.out.println(report);
  }

  /** The packages with vocabularies that the build has obtained. */
  static Path wheel(String name) {
    return StarterFixture.packages().stream()
        .filter(file -> file.getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  record Model(Path folder, ModelManifest manifest, ClipConfig config) {}

  /** A change to the files that lie beside the weights. */
  interface Change {
    void apply(Path files) throws IOException;
  }

  private Model convert(ClipGolden golden, Storage storage, String name) throws IOException {
    return convert(golden, storage, name, files -> {});
  }

  final Model convert(ClipGolden golden, Storage storage, String name, Change change)
      throws IOException {
    Path files = Files.createDirectories(dir.resolve("checkpoint-" + name));
    golden.writeFiles(files);
    change.apply(files);
    Path images =
        golden.imagesOf().isPresent()
            ? convert(golden.imagesOf().get(), storage, name + "-images").folder()
            : null;
    Path folder = Files.createDirectory(dir.resolve(name));
    try (Checkpoint checkpoint = golden.checkpoint()) {
      ImportOptions options = ImportOptions.of(name, ClipParity::wheel).withImagesOf(images);
      if (storage == Storage.INT8) {
        options =
            options.inBytes(IntStream.range(0, 6).mapToObj(GeneratedCheckpoint::picture).toList());
      } else {
        options = options.withStorage(storage);
      }
      CheckpointFolder source =
          new CheckpointFolder(files.resolve("weights"), files, Settings.read(files));
      ModelManifest manifest = ClipImport.convert(checkpoint, source, folder, options);
      return new Model(folder, manifest, ClipConfig.read(folder));
    }
  }

  private static void checkPixels(ClipGolden golden, Preprocessing preprocessing) {
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < golden.pixels().size(); i++) {
      RgbImage square = preprocessing.toSquare(GeneratedCheckpoint.picture(i));
      hashes.add(HexFormat.of().formatHex(sha256(square.rgb())));
    }
    assertThat(hashes).isEqualTo(golden.pixels());
  }

  static void checkTokens(ClipGolden golden, Model model) {
    var tokenizer = model.config().tokenizer().open(model.folder());
    for (Text text : golden.texts()) {
      assertThat(tokenizer.encode(text.text())).as(text.text()).containsExactly(text.ids());
    }
  }

  private static void checkHalf(ClipGolden golden, Model half, String name, StringBuilder report) {
    int most = Boolean.getBoolean(FULL) ? Integer.MAX_VALUE : OF_HALF;
    check(golden, half, RunPrecision.FP32, HALF, most, report.append("; FP16 on disk:"));
    double bf16 = name.endsWith("-rn50") ? RES_NET_IN_BF16 : HALF;
    check(golden, half, RunPrecision.BF16, bf16, most, report.append("; BF16 run:"));
  }

  /** Compares the first {@code most} pictures, and as many texts. */
  private static void check(
      ClipGolden golden,
      Model model,
      RunPrecision precision,
      double least,
      int most,
      StringBuilder report) {
    NetworkOptions options = precision.options();
    double worst = 1;
    try (ClipDualEncoder encoder =
        new ClipDualEncoder(model.folder(), model.manifest().model(), options)) {
      List<float[]> images = golden.images();
      for (int i = 0; i < Math.min(images.size(), most); i++) {
        double cosine =
            cosine(encoder.images().encode(GeneratedCheckpoint.picture(i)), images.get(i));
        worst = Math.min(worst, cosine);
        assertThat(cosine)
            .as("%s, picture %d, %s", model.manifest().id(), i, precision)
            .isGreaterThan(least);
      }
      report.append(String.format(Locale.ROOT, " images %.7f", worst));
      worst = 1;
      List<Text> texts = golden.texts();
      for (Text text : texts.subList(0, Math.min(texts.size(), most))) {
        double cosine = cosine(encoder.texts().encode(text.text()), text.vector());
        worst = Math.min(worst, cosine);
        assertThat(cosine)
            .as("%s, text '%s', %s", model.manifest().id(), text.text(), precision)
            .isGreaterThan(least);
      }
      report.append(String.format(Locale.ROOT, " texts %.7f", worst));
    }
  }

  private static double cosine(float[] a, float[] b) {
    assertThat(a).hasSameSizeAs(b);
    double dot = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      squaresA += (double) a[i] * a[i];
      squaresB += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(squaresA * squaresB);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
