package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Convolutions of our own against plain Java, for sizes on both sides of what they divide by. */
class OwnConvolutionTest {
  private static final float TOLERANCE = 3e-5f;

  /** Paddings that keep an image's size, by more after it or before it where they differ. */
  private static final int SAME = -233;

  private static final int SAME_LOWER = -234;

  private static final int[][] IMAGES = {{1, 1}, {1, 15}, {7, 7}, {5, 29}, {14, 6}, {2, 240}};

  @TempDir Path dir;

  /** An image of channels, height and width. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Image(float[] values, int c, int h, int w) {
    Image surrounded(int top, int bottom, int left, int right, float value) {
      int height = top + h + bottom;
      int width = left + w + right;
      float[] all = new float[c * height * width];
      Arrays.fill(all, value);
      for (int row = 0; row < c * h; row++) {
        int at = (row / h * height + top + row % h) * width + left;
        System.arraycopy(values, row * w, all, at, w);
      }
      return new Image(all, c, height, width);
    }
  }

  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void windowsOfOnePlaceAreProducts(OwnLayers own) {
    for (int[] size : IMAGES) {
      convolve(own, image(16, size), 16, 1, "4=0", true);
      convolve(own, image(48, size), 208, 1, "4=-233 9=1", true);
      convolve(own, image(272, size), 32, 1, "4=0", false);
    }
  }

  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void windowsOfMorePlacesSeeTheirNeighbours(OwnLayers own) {
    for (int[] size : IMAGES) {
      convolve(own, image(32, size), 48, 3, "4=1", true);
      convolve(own, image(256, size), 16, 3, "4=1 9=1", false);
      convolve(own, image(16, size), 32, 5, "4=2", true);
      convolve(own, image(8, size), 24, 3, "4=1", true);
      convolve(own, image(64, size), 64, 3, "4=1", true);
    }
  }

  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void sidesMayDiffer(OwnLayers own) {
    Image image = image(32, new int[] {6, 9});
    check(own, image, image.surrounded(0, 1, 0, 1, 0), 16, 2, "4=" + SAME);
    check(own, image, image.surrounded(1, 0, 1, 0, 0), 16, 2, "4=" + SAME_LOWER);
    check(own, image, image.surrounded(3, 4, 1, 2, .5f), 16, 3, "4=1 15=2 14=3 16=4 18=0.5");
  }

  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void resultsStayWithinBounds(OwnLayers own) {
    Image image = image(32, new int[] {5, 5});
    FloatTensor free = run(own, image, 16, 1, "4=0", true);
    FloatTensor clipped = run(own, image, 16, 1, "4=0 9=3 -23310=2,-0.25,0.5", true);
    float[] expected = free.data().clone();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = Math.min(.5f, Math.max(-.25f, expected[i]));
    }
    assertThat(clipped.data()).containsExactly(expected, within(TOLERANCE));
    assertThat(run(own, image, 16, 1, "4=0 9=2 -23310=1,0.5", true).data())
        .as("an activation that ours do not know")
        .containsExactly(negativeHalved(free.data()), within(TOLERANCE));
  }

  private static float[] negativeHalved(float[] values) {
    float[] halved = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      halved[i] = values[i] < 0 ? values[i] / 2 : values[i];
    }
    return halved;
  }

  @ParameterizedTest
  @EnumSource(OwnLayers.class)
  void stepsAreAsLongAsTheySay(OwnLayers own) {
    Image image = image(32, new int[] {9, 9});
    FloatTensor y = run(own, image, 16, 3, "4=1 3=2", true);
    near(
        y, Numbers.convolution(image.values, 32, 9, 9, weight(16, 32, 3), bias(16), plan(3, 2, 1)));
  }

  private static Image image(int channels, int[] size) {
    return new Image(random(3, channels * size[0] * size[1]), channels, size[0], size[1]);
  }

  private void convolve(
      OwnLayers own, Image image, int filters, int kernel, String attributes, boolean half) {
    FloatTensor y = run(own, image, filters, kernel, attributes, half);
    float[] weight = half ? weight(filters, image.c, kernel) : full(filters, image.c, kernel);
    float[] expected =
        Numbers.convolution(
            image.values,
            image.c,
            image.h,
            image.w,
            weight,
            bias(filters),
            plan(kernel, 1, kernel / 2));
    if (attributes.endsWith("9=1")) {
      for (int i = 0; i < expected.length; i++) {
        expected[i] = Math.max(0, expected[i]);
      }
    }
    assertThat(y.shape()).containsExactly(filters, image.h, image.w);
    near(y, expected);
  }

  private void check(
      OwnLayers own, Image image, Image seen, int filters, int kernel, String attributes) {
    float[] weight = weight(filters, image.c, kernel);
    near(
        run(own, image, filters, kernel, attributes, true),
        Numbers.convolution(
            seen.values, seen.c, seen.h, seen.w, weight, bias(filters), plan(kernel, 1, 0)));
  }

  private FloatTensor run(
      OwnLayers own, Image image, int filters, int kernel, String attributes, boolean half) {
    float[] weight = full(filters, image.c, kernel);
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer(
                "Convolution c 1 1 x y 0=%d 1=%d 5=1 6=%d %s"
                    .formatted(filters, kernel, weight.length, attributes));
    (half ? files.half(weight) : files.tagged(weight)).plain(bias(filters));
    try (Network network = files.load(dir, new NetworkOptions(Precision.FP32, own));
        Session session = network.newSession()) {
      session.input("x", new FloatTensor(image.values, image.c, image.h, image.w));
      return session.output("y");
    }
  }

  private static void near(FloatTensor y, float[] expected) {
    Numbers.assertNear(y.data(), expected, TOLERANCE);
  }

  /** Small enough for sums to be about as large as one number. */
  private static float[] full(int filters, int channels, int kernel) {
    float[] weight = random(1, filters * channels * kernel * kernel);
    float scale = (float) (1 / Math.sqrt(channels * kernel * kernel));
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= scale;
    }
    return weight;
  }

  /** The same in half precision. */
  private static float[] weight(int filters, int channels, int kernel) {
    float[] weight = full(filters, channels, kernel);
    for (int i = 0; i < weight.length; i++) {
      weight[i] = Float.float16ToFloat(Float.floatToFloat16(weight[i]));
    }
    return weight;
  }

  private static float[] bias(int filters) {
    return random(2, filters);
  }

  private static int[] plan(int kernel, int stride, int pad) {
    return new int[] {kernel, stride, pad, 1};
  }
}
