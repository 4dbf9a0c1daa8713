package io.lumiere.models.clip;

import io.lumiere.base.RgbImage;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.checkpoint.DataType;
import io.lumiere.models.internal.checkpoint.TensorInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A checkpoint whose values follow from its tensors' names and shapes, and pictures that follow
 * from their numbers: the same as {@code src/test/python/clip_weights.py} makes, which says how.
 */
final class GeneratedCheckpoint implements Checkpoint {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final List<String> ATTENTION =
      List.of("q_proj", "k_proj", "in_proj", "qkv", ".query.", ".key.", "q_lin", "k_lin");

  private static final List<String> RESIDUAL =
      List.of(
          "out_proj.weight",
          "c_proj.weight",
          "attn.proj.weight",
          "fc2.weight",
          "output.dense.weight");

  /** A ResNet's convolutions after the first, and what its last attention takes. */
  private static final Pattern CENTRED =
      Pattern.compile(
          ".*(layer\\d\\.\\d+\\.(conv\\d|downsample\\.0)|visual\\.conv[23]|attnpool\\.v_proj"
              + "|trunk\\.(stem|stages\\.\\d\\.downsample|final_conv)\\.((?!conv_scale|se\\.).)*conv"
              + "|trunk\\.stages\\..*\\.mlp\\.(conv\\.conv|fc2))\\.weight");

  private record Law(double base, double scale) {}

  private final Map<String, List<Integer>> shapes;
  private final Map<String, float[]> given;

  GeneratedCheckpoint(Map<String, List<Integer>> shapes) {
    this(shapes, Map.of());
  }

  /**
   * A checkpoint.
   *
   * @param given values of tensors that do not follow from their names
   */
  GeneratedCheckpoint(Map<String, List<Integer>> shapes, Map<String, float[]> given) {
    this.shapes = shapes;
    this.given = given;
  }

  @Override
  public Set<String> names() {
    return shapes.keySet();
  }

  @Override
  public TensorInfo info(String name) {
    return new TensorInfo(DataType.F32, Objects.requireNonNull(shapes.get(name), name));
  }

  @Override
  public float[] floats(String name) {
    if (given.containsKey(name)) {
      return given.get(name).clone();
    }
    List<Integer> shape = info(name).shape();
    Law law = law(name, shape);
    int count = info(name).elements();
    return CENTRED.matcher(name).matches()
        ? centred(name, count, count / shape.get(0), law)
        : uniform(name, count, law);
  }

  // There are billions in a run of the tests: they are not kept as doubles in between.
  private static float[] uniform(String name, int count, Law law) {
    float[] values = new float[count];
    long x = seed(name);
    for (int i = 0; i < count; i++) {
      x += GOLDEN;
      values[i] = (float) (law.base() + law.scale() * unit(x));
    }
    return values;
  }

  private static float[] centred(String name, int count, int width, Law law) {
    double[] uniform = new double[count];
    long x = seed(name);
    for (int i = 0; i < count; i++) {
      x += GOLDEN;
      uniform[i] = unit(x);
    }
    centre(uniform, width);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (law.base() + law.scale() * uniform[i]);
    }
    return values;
  }

  /** From -1 to 1. */
  private static double unit(long state) {
    return (double) (mixed(state) >>> 40) / (1 << 23) - 1;
  }

  /** Takes each row's mean away. */
  private static void centre(double[] values, int width) {
    for (int from = 0; from < values.length; from += width) {
      double mean = Arrays.stream(values, from, from + width).sum() / width;
      for (int i = from; i < from + width; i++) {
        values[i] -= mean;
      }
    }
  }

  private static long seed(String name) {
    long value = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      value = (value ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return value;
  }

  private static long mixed(long state) {
    long x = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  private static Law law(String name, List<Integer> shape) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return switch (last) {
      case "logit_scale" -> new Law(Math.log(100), 0);
      case "logit_bias" -> new Law(-10, 0);
      case "running_var" -> new Law(1, 0.5);
      case "running_mean" -> new Law(0, 0.1);
      default -> weightLaw(name, last, shape);
    };
  }

  private static Law weightLaw(String name, String last, List<Integer> shape) {
    if (name.matches(".*layer_scale(_[12])?\\.gamma")) { // FastViT has 40 blocks.
      return new Law(0.1, 0.05);
    }
    if (List.of("gamma", "layer_scale").contains(last) || name.matches(".*ls[12]")) {
      return new Law(0.5, 0.2);
    }
    if (last.endsWith("bias")) {
      return new Law(0, 0.1);
    }
    if (shape.size() == 1 && last.equals("weight")) {
      return new Law(1, 0.2);
    }
    if (name.endsWith("attnpool.positional_embedding")) {
      return new Law(0, 0.3);
    }
    if (List.of("probe", "latent").contains(last)) {
      return new Law(0, 4);
    }
    boolean embedding =
        (name.contains("embedding") && !name.contains("patch")) || last.equals("pos_embed");
    if (shape.size() < 2 || embedding) {
      return new Law(0, 1);
    }
    boolean transposed = last.equals("proj") || last.equals("text_projection");
    int fanIn =
        transposed
            ? shape.get(0)
            : shape.subList(1, shape.size()).stream().reduce(1, Math::multiplyExact);
    return new Law(0, gain(name, shape.size()) * Math.sqrt(3.0 / fanIn));
  }

  private static double gain(String name, int rank) {
    if (ATTENTION.stream().anyMatch(name::contains)) {
      return 1.6;
    }
    if (RESIDUAL.stream().anyMatch(name::endsWith)) {
      return 0.7;
    }
    boolean lastOfBlock = name.contains("layer") && name.contains(".conv3.");
    if (name.endsWith("reparam_conv.weight")) {
      return name.contains("token_mixer") ? 1 : 2;
    }
    return !CENTRED.matcher(name).matches() || rank != 4 ? 1 : lastOfBlock ? 0.6 : 1.7;
  }

  /** A picture by its number. */
  static RgbImage picture(int index) {
    int[][] sizes = {{320, 240}, {224, 224}, {240, 320}, {500, 260}, {256, 256}, {224, 300}};
    int width = sizes[index % 6][0];
    int height = sizes[index % 6][1];
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) sample(index, i / 3 % width, i / 3 / width, i % 3, width, height);
    }
    return new RgbImage(width, height, rgb);
  }

  private static long sample(int index, long x, long y, int channel, int width, int height) {
    long block = x / (20 + 7 * index) * 31 + y / (16 + 5 * index) * 17 + index * 101L;
    long dx = x - width / 3;
    long dy = y - height / 2;
    long rings = (dx * dx + dy * dy) / (40 + 300 * index);
    long v = (block * (channel + 3 + index) * 2654435761L) >> 7;
    long w = rings * (channel + 1) * (5 + index) + x * (index % 3) + y * ((index + channel) % 4);
    return (v % 256 * (2 + index % 2) + w % 256) / (3 + index % 2) % 256;
  }

  @Override
  public void close() {}
}
