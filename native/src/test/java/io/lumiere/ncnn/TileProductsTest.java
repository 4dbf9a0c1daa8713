package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Products in bfloat16: where the processor has tiles for them, nothing but what is multiplied is
 * rounded, and sums are those of plain Java; elsewhere, ncnn rounds results, too.
 */
class TileProductsTest {
  private static final float TOLERANCE = 3e-5f;
  private static final float ROUNDED = 1 / 64f;

  @TempDir Path dir;

  private static float tolerance(OwnLayers own) {
    boolean tiles = own == OwnLayers.FASTEST && CpuFeatures.detect().tiles();
    return tiles ? TOLERANCE : ROUNDED;
  }

  private static float[] rounded(float[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int bits = Float.floatToRawIntBits(values[i]);
      int even = (bits >>> 16) & 1; // ties go to even
      result[i] = Float.intBitsToFloat((bits + 0x7FFF + even) & 0xFFFF0000);
    }
    return result;
  }

  /** A product of random rows with a random matrix, and what comes out of it. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Product(int rows, int outputs, int inputs, float[] w, float[] bias, float[] x) {
    Product(int rows, int outputs, int inputs) {
      this(
          rows,
          outputs,
          inputs,
          random(1, outputs * inputs),
          random(2, outputs),
          random(3, rows * inputs));
    }

    NetworkFiles files() {
      return new NetworkFiles()
          .layer("Input in 0 1 x")
          .layer("Gemm g 1 1 x y 3=1 5=1 6=1 8=%d 9=%d 10=4".formatted(outputs, inputs))
          .tagged(w)
          .tagged(bias);
    }

    float[] run(Network network) {
      try (Session session = network.newSession()) {
        session.input("x", new FloatTensor(x, rows, inputs));
        return session.output("y").data();
      }
    }

    float[] expected() {
      return Numbers.affine(rounded(x), rounded(w), bias, rows, inputs);
    }
  }

  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void productsAreThoseOfRoundedNumbers(OwnLayers own) {
    for (int rows : new int[] {1, 2, 3, 15, 16, 17, 31, 32, 33, 50, 65, 77}) {
      check(own, new Product(rows, 33, 70));
      check(own, new Product(rows, 64, 257));
    }
    check(own, new Product(1, 1, 1));
    check(own, new Product(16, 5, 700));
    check(own, new Product(49, 100, 1030));
  }

  private void check(OwnLayers own, Product product) {
    try (Network network = product.files().load(dir, new NetworkOptions(Precision.BF16, own))) {
      float tolerance = tolerance(own) * (float) Math.sqrt(product.inputs());
      Numbers.assertNear(product.run(network), product.expected(), tolerance);
    }
  }

  /** Each thread sets up its own tiles. */
  @Test
  void threadsDoNotDisturbEachOther() {
    List<Product> products =
        List.of(new Product(1, 40, 96), new Product(50, 96, 200), new Product(21, 70, 33));
    for (Product product : products) {
      try (Network network = product.files().load(dir, new NetworkOptions(Precision.BF16))) {
        float[] alone = product.run(network);
        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> product.run(network)))
            .allSatisfy(together -> assertThat(together).isEqualTo(alone));
      }
    }
  }

  /** Also where one token attends to all, which layers in full precision compute in another way. */
  @ParameterizedTest
  @CsvSource({"1, 50, 128, 2", "17, 33, 64, 4", "50, 50, 96, 3"})
  void attentionIsNearThatOfFullPrecision(int rows, int tokens, int width, int heads) {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 q")
            .layer("Input others 0 1 x")
            .layer(
                "MultiHeadAttention a 2 1 q x y 0=%d 1=%d 2=%d"
                    .formatted(width, heads, width * width));
    for (int i = 0; i < 4; i++) {
      files.tagged(random(10 + i, width * width)).plain(random(20 + i, width));
    }
    Map<String, FloatTensor> inputs =
        Map.of(
            "q", new FloatTensor(random(1, rows * width), rows, width),
            "x", new FloatTensor(random(2, tokens * width), tokens, width));
    float[] full = output(files, inputs, Precision.FP32);
    Numbers.assertNear(output(files, inputs, Precision.BF16), full, width / 16f);
  }

  private float[] output(NetworkFiles files, Map<String, FloatTensor> inputs, Precision precision) {
    try (Network network = files.load(dir, new NetworkOptions(precision));
        Session session = network.newSession()) {
      inputs.forEach(session::input);
      return session.output("y").data();
    }
  }
}
