package io.lumiere.bench;

import io.lumiere.base.RgbImage;
import io.lumiere.models.clip.ClipImport;
import io.lumiere.models.clip.ImportOptions;
import io.lumiere.models.convert.Storage;
import io.lumiere.ncnn.CpuFeatures;
import io.lumiere.ncnn.NcnnException;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.OwnLayers;
import io.lumiere.ncnn.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.lucene.util.VectorUtil;

/**
 * How fast models encode, in each precision, beside onnxruntime and PyTorch with the same weights
 * and beside what OpenBLAS makes of this processor, all in one run: processor time of one thread,
 * then all cores at once. Prints tables in Markdown.
 *
 * <p>Arguments: the package that CLIP's vocabulary is in, the starter model, a folder of models as
 * {@code encoders.py make} writes them, their names with commas between, and the command that has
 * PyTorch serve them. What they are converted to is kept in the folder.
 */
public final class EncodingBench {
  private static final int ROUNDS = 9;
  private static final long SEED = 32;
  private static final int SAMPLES = 4;
  private static final String STARTER = "starter";
  private static final String PEAK = "sgemm of OpenBLAS";
  private static final String OURS = "fp32";

  private final Path vocabulary;
  private final Path starter;
  private final Path folder;
  private final TorchTowers torch;

  private EncodingBench(Path vocabulary, Path starter, Path folder, TorchTowers torch) {
    this.vocabulary = vocabulary;
    this.starter = starter;
    this.folder = folder;
    this.torch = torch;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    List<String> serve = List.of(args).subList(4, args.length);
    System.out.println(CpuFeatures.detect().names());
    try (TorchTowers torch = new TorchTowers(serve)) {
      EncodingBench bench =
          new EncodingBench(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), torch);
      for (String name : args[3].split(",")) {
        bench.measure(name);
      }
    }
  }

  private void measure(String name) throws Exception {
    try (OnnxTower images = new OnnxTower(folder.resolve(name + ".onnx").toString());
        OnnxTower texts = new OnnxTower(folder.resolve(name + ".text.onnx").toString())) {
      int side = images.side();
      Map<String, OurTowers> ours = ours(name, side);
      try {
        float[] pixels = pixels(side);
        float[] theirs = images.encode(pixels, side);
        System.out.printf("%n%s, cosine to onnxruntime:", name);
        ours.forEach((form, towers) ->
            System.out.printf(
                Locale.ROOT, " %s %.6f", form, VectorUtil.cosine(towers.image(pixels), theirs)));
        System.out.println();
        Map<String, Turns.Work> works = new LinkedHashMap<>();
        ours.forEach((form, towers) -> works.put("image " + form, () -> towers.image(pixels)));
        works.put("image onnxruntime", () -> images.encode(pixels, side));
        works.put("image PyTorch", torch.work(name, "image"));
        ours.forEach((form, towers) -> works.put("text " + form, towers::text));
        long[] tokens = LongStream.rangeClosed(1, OurTowers.TOKENS).toArray();
        works.put("text onnxruntime", () -> texts.encode(tokens));
        works.put("text PyTorch", torch.work(name, "text"));
        compare(name, works);
      } finally {
        ours.values().forEach(OurTowers::close);
      }
    }
  }

  /** Our forms of a model by name; forms that it has not are left out. */
  private Map<String, OurTowers> ours(String name, int side) throws IOException {
    Path half = name.equals(STARTER) ? starter : converted(name, Storage.FP16);
    Map<String, OurTowers> ours = new LinkedHashMap<>();
    ours.put(OURS, new OurTowers(half, side, new NetworkOptions(Precision.FP32)));
    NetworkOptions ncnn = new NetworkOptions(Precision.FP32, OwnLayers.NONE);
    ours.put("fp32, ncnn's layers", new OurTowers(half, side, ncnn));
    try {
      ours.put("bf16", new OurTowers(half, side, new NetworkOptions(Precision.BF16)));
    } catch (NcnnException e) {
      System.out.printf("%n%s: no bf16: %s%n", name, e.getMessage());
    }
    if (!name.equals(STARTER)) {
      Path bytes = converted(name, Storage.INT8);
      ours.put("int8", new OurTowers(bytes, side, new NetworkOptions(Precision.FP32)));
    }
    return ours;
  }

  private static void compare(String name, Map<String, Turns.Work> works) throws Exception {
    Turns turns = new Turns(Turns.Clock.PROCESSOR).add(PEAK, new Sgemm()::run);
    works.forEach(turns::add);
    turns.run(ROUNDS);
    System.out.printf(
        "%n| %s | ms of processor time | of ours in fp32 | a second on one core | on %d |%n"
            + "|---|---|---|---|---|%n",
        name, Runtime.getRuntime().availableProcessors());
    for (Map.Entry<String, Turns.Work> work : works.entrySet()) {
      String what = work.getKey();
      double millis = turns.median(what);
      String ours = what.replaceAll(" .*", " " + OURS);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.1f | %.1f |%n",
          what,
          millis,
          turns.ratio(what, ours),
          1000 / millis,
          AllCores.rate(work.getValue()));
    }
    turns.printOperations(PEAK, Sgemm.OPERATIONS);
    turns.printOperations("image fp32", Operations.ofImage(name));
  }

  private Path converted(String name, Storage storage) throws IOException {
    Path model = folder.resolve("converted").resolve(name + "-" + storage);
    if (Files.isRegularFile(model.resolve("model.json"))) {
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
      int side = 256;
      byte[] rgb = new byte[3 * side * side];
      new Random(i).nextBytes(rgb);
      pictures.add(new RgbImage(side, side, rgb));
    }
    return pictures;
  }

  private static float[] pixels(int side) {
    Random random = new Random(SEED);
    float[] pixels = new float[3 * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    return pixels;
  }
}
