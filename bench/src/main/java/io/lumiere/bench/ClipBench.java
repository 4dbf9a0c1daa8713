package io.lumiere.bench;

import io.lumiere.base.RgbImage;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Milliseconds an image and a text on one thread, and the process's peak memory, in which is what
 * onnxruntime takes where that runs too. Arguments: a model's folder, and the same model's image
 * tower as ONNX, which onnxruntime then runs in turn with ours. An image's time includes its
 * preprocessing, a text's its tokens. The picture is of the model's size, so nothing is scaled.
 * {@code encoders.py} makes such files.
 */
public final class ClipBench {
  private static final String TEXT = "two people in red coats walking a dog";
  private static final int ROUNDS = 9;
  private static final long SEED = 32;

  private ClipBench() {}

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    try (DualEncoder model = Models.open(Path.of(args[0]));
        OnnxTower onnx = args.length > 1 ? new OnnxTower(args[1]) : null) {
      run(model, onnx);
    }
  }

  private static void run(DualEncoder model, @Nullable OnnxTower onnx) throws Exception {
    RgbImage image = noise(model.images().imageSize());
    Turns turns =
        new Turns(Turns.Clock.WALL)
            .add("image", () -> model.images().encode(image))
            .add("text", () -> model.texts().encode(TEXT));
    if (onnx != null) {
      turns.add("image, onnxruntime", () -> onnx.encode(image));
    }
    turns.run(0);
    System.out.printf("peak memory after the first round %d MB%n", Resident.most());
    turns.run(ROUNDS).printTimes();
    if (onnx != null) {
      System.out.printf(
          Locale.ROOT,
          "cosine of ours to onnxruntime's %.6f%n",
          VectorUtil.cosine(model.images().encode(image), onnx.encode(image)));
    }
  }

  private static RgbImage noise(int size) {
    byte[] rgb = new byte[3 * size * size];
    new Random(SEED).nextBytes(rgb);
    return new RgbImage(size, size, rgb);
  }
}
