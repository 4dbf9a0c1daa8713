package io.lumiere.bench;

import io.lumiere.base.RgbImage;
import io.lumiere.models.clip.ClipImport;
import io.lumiere.models.clip.ImportOptions;
import io.lumiere.models.convert.Storage;
import io.lumiere.ncnn.CpuFeatures;
import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.OwnLayers;
import io.lumiere.ncnn.Precision;
import io.lumiere.ncnn.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/**
 * How fast models encode, in each precision, beside onnxruntime with the same weights and beside
 * what OpenBLAS makes of this processor, all in one run. Processor time of one thread, then all
 * cores at once.
 *
 * <p>Arguments: the package that CLIP's vocabulary is in, and a folder of models as {@code
 * clip_speed.py make} writes them, {@code NAME.safetensors} and {@code NAME.onnx}. What they are
 * converted to is kept there.
 */
public final class EncodingBench {
  private static final int ROUNDS = 9;
  private static final long SEED = 32;

  /** The marks of begin and end, and six words. */
  private static final int TOKENS = 8;

  private static final int SAMPLES = 4;

  private final Path vocabulary;
  private final Path folder;

  private EncodingBench(Path vocabulary, Path folder) {
    this.vocabulary = vocabulary;
    this.folder = folder;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    new EncodingBench(Path.of(args[0]), Path.of(args[1])).run();
  }

  private void run() throws Exception {
    System.out.println(CpuFeatures.detect().names());
    List<Path> models;
    try (Stream<Path> files = Files.list(folder)) {
      models = files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
    }
    for (Path onnx : models) {
      String name = onnx.getFileName().toString().replace(".onnx", "");
      measure(name, onnx);
    }
  }

  private void measure(String name, Path onnx) throws Exception {
    Path half = converted(name, Storage.FP16);
    Path bytes = converted(name, Storage.INT8);
    Sgemm sgemm = new Sgemm();
    try (Towers fp32 = new Towers(half, new NetworkOptions(Precision.FP32));
        Towers ncnn = new Towers(half, new NetworkOptions(Precision.FP32, OwnLayers.NONE));
        Towers bf16 = new Towers(half, new NetworkOptions(Precision.BF16));
        Towers int8 = new Towers(bytes, new NetworkOptions(Precision.FP32));
        OnnxImageTower theirs = new OnnxImageTower(onnx.toString())) {
      float[] pixels = pixels();
      System.out.printf(
          Locale.ROOT,
          "%n%s: cosine of fp32 to onnxruntime %.6f, of bf16 %.6f, of int8 %.6f%n",
          name,
          VectorUtil.cosine(fp32.image(pixels), theirs.encode(pixels, Towers.SIDE)),
          VectorUtil.cosine(bf16.image(pixels), theirs.encode(pixels, Towers.SIDE)),
          VectorUtil.cosine(int8.image(pixels), theirs.encode(pixels, Towers.SIDE)));
      new Turns(Turns.Clock.PROCESSOR)
          .add("sgemm of OpenBLAS", sgemm::run)
          .add("image onnxruntime", () -> theirs.encode(pixels, Towers.SIDE))
          .add("image fp32", () -> fp32.image(pixels))
          .add("image fp32, ncnn alone", () -> ncnn.image(pixels))
          .add("image bf16", () -> bf16.image(pixels))
          .add("image int8", () -> int8.image(pixels))
          .add("text fp32", fp32::text)
          .add("text fp32, ncnn alone", ncnn::text)
          .add("text bf16", bf16::text)
          .add("text int8", int8::text)
          .run(ROUNDS)
          .printTimes()
          .printRatio("image fp32", "image onnxruntime")
          .printRatio("image fp32", "image fp32, ncnn alone")
          .printRatio("image bf16", "image fp32")
          .printRatio("image int8", "image fp32")
          .printRatio("text fp32", "text fp32, ncnn alone")
          .printOperations("sgemm of OpenBLAS", Sgemm.OPERATIONS)
          .printOperations("image fp32", Operations.ofImage(name));
      new AllCores()
          .run("image onnxruntime", () -> theirs.encode(pixels, Towers.SIDE))
          .run("image fp32", () -> fp32.image(pixels))
          .run("image int8", () -> int8.image(pixels))
          .run("text fp32", fp32::text);
    }
  }

  private Path converted(String name, Storage storage) throws IOException {
    Path model = folder.resolve("converted").resolve(name + "-" + storage);
    if (Files.isRegularFile(model.resolve("image.bin"))) {
      return model;
    }
    Files.createDirectories(model);
    ImportOptions options = ImportOptions.of(name, wheel -> vocabulary);
    ClipImport.convert(
        folder.resolve(name + ".safetensors"),
        model,
        storage == Storage.INT8 ? options.inBytes(pictures()) : options.withStorage(storage));
    return model;
  }

  private static List<RgbImage> pictures() {
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      byte[] rgb = new byte[3 * Towers.SIDE * Towers.SIDE];
      new Random(i).nextBytes(rgb);
      pictures.add(new RgbImage(Towers.SIDE, Towers.SIDE, rgb));
    }
    return pictures;
  }

  private static float[] pixels() {
    Random random = new Random(SEED);
    float[] pixels = new float[3 * Towers.SIDE * Towers.SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    return pixels;
  }

  /** A converted model's networks, without what is done to pictures and texts before. */
  private static final class Towers implements AutoCloseable {
    static final int SIDE = 224;

    private final Network images;
    private final Network texts;
    private final int width;

    Towers(Path model, NetworkOptions options) throws IOException {
      images = Network.load(model.resolve("image.param"), model.resolve("image.bin"), options);
      texts = Network.load(model.resolve("text.param"), model.resolve("text.bin"), options);
      width = Operations.textWidth(model.resolve("text.param"));
    }

    float[] image(float[] pixels) {
      try (Session session = images.newSession()) {
        session.input(images.inputNames().get(0), new FloatTensor(pixels, 3, SIDE, SIDE));
        return session.output(images.outputNames().get(0)).data();
      }
    }

    /** A text of which each token sees those before it. */
    float[] text() {
      float[] rows = new float[TOKENS * width];
      float[] mask = new float[TOKENS * TOKENS];
      for (int row = 0; row < TOKENS; row++) {
        for (int i = 0; i < TOKENS; i++) {
          mask[row * TOKENS + i] = i > row ? -1e9f : 0;
        }
        for (int i = 0; i < width; i++) {
          rows[row * width + i] = (row * 31 + i * 17) % 23 / 23f - 0.5f;
        }
      }
      try (Session session = texts.newSession()) {
        session.input(texts.inputNames().get(0), new FloatTensor(rows, TOKENS, width));
        session.input(texts.inputNames().get(1), new FloatTensor(mask, TOKENS, TOKENS));
        return session.output(texts.outputNames().get(0)).data();
      }
    }

    @Override
    public void close() {
      images.close();
      texts.close();
    }
  }
}
