package io.lumiere.ncnn;

import io.lumiere.ncnn.format.LayerKeys.Gemm;
import io.lumiere.ncnn.format.ParamAttributes;
import io.lumiere.ncnn.format.ParamText;
import io.lumiere.ncnn.format.WeightTag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the precision that this processor computes fastest, by trying: that it has instructions for
 * bfloat16 does not say. Some processors with AVX512_BF16 take half as long with it, others half as
 * long again. Thread-safe.
 */
public final class PrecisionTrial {
  private static final int ROUNDS = 7;
  private static final int TOKENS = 50;
  private static final int WIDTH = 512;

  /** A gain below this is not worth three digits. */
  private static final double LEAST_GAIN = 1.2;

  private PrecisionTrial() {}

  /**
   * Multiplies matrices of the size that encoders have in each precision, for some hundredths of a
   * second on the calling thread, unless the processor has nothing to try. Ask once and keep the
   * answer.
   *
   * @throws NcnnException if a small file cannot be written to the folder for temporary files
   */
  public static Precision fastest() {
    if (!CpuFeatures.detect().fastBf16()) {
      return Precision.FP32;
    }
    try {
      Path folder = Files.createTempDirectory("lumiere-trial");
      Path param = folder.resolve("trial.param");
      Path bin = folder.resolve("trial.bin");
      try {
        write(param, bin);
        return faster(param, bin);
      } finally {
        Files.deleteIfExists(param);
        Files.deleteIfExists(bin);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new NcnnException("cannot try the processor's precisions: " + e, e);
    }
  }

  private static void write(Path param, Path bin) throws IOException {
    ParamText text = new ParamText();
    text.add("Input", "x", List.of(), List.of("x"), new ParamAttributes());
    text.add(Gemm.TYPE, "y", List.of("x"), List.of("y"), Gemm.byConstant(WIDTH, WIDTH));
    Files.writeString(param, text.toString());
    int matrix = Integer.BYTES + Short.BYTES * WIDTH * WIDTH;
    ByteBuffer bytes =
        ByteBuffer.allocate(matrix + Float.BYTES * (WIDTH + 1)).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(bin, bytes.putInt(WeightTag.FLOAT16.code()).array());
  }

  /** In turn, so that other work on the machine meets both alike; the least time counts. */
  private static Precision faster(Path param, Path bin) {
    Map<Precision, Long> least = new EnumMap<>(Precision.class);
    try (Network full = Network.load(param, bin, new NetworkOptions(Precision.FP32));
        Network brief = Network.load(param, bin, new NetworkOptions(Precision.BF16))) {
      for (int round = 0; round < ROUNDS; round++) {
        least.merge(Precision.FP32, time(full), Math::min);
        least.merge(Precision.BF16, time(brief), Math::min);
      }
    }
    long bf16 = least.getOrDefault(Precision.BF16, Long.MAX_VALUE);
    long fp32 = least.getOrDefault(Precision.FP32, 0L);
    return bf16 * LEAST_GAIN < fp32 ? Precision.BF16 : Precision.FP32;
  }

  private static long time(Network network) {
    try (Session session = network.newSession()) {
      session.input("x", new FloatTensor(new float[TOKENS * WIDTH], TOKENS, WIDTH));
      long started = System.nanoTime();
      session.output("y");
      return System.nanoTime() - started;
    }
  }
}
