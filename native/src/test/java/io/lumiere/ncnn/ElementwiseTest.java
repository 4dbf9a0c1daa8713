package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations, probabilities, pooling and broadcasting against plain Java. */
class ElementwiseTest {
  @TempDir Path dir;

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Gauss's error function by its series, which converges fast for the small numbers here. */
  private static double erf(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 60; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  private static Arguments layer(String text, DoubleUnaryOperator function) {
    return arguments(text, function);
  }

  static Stream<Arguments> layers() {
    return Stream.of(
        layer("ReLU f 1 1 x y", x -> Math.max(x, 0)),
        layer("ReLU f 1 1 x y 0=0.1", x -> x > 0 ? x : 0.1 * x),
        layer("Clip f 1 1 x y 0=-0.5 1=0.25", x -> Math.clamp(x, -0.5, 0.25)),
        layer("Sigmoid f 1 1 x y", ElementwiseTest::sigmoid),
        layer("Swish f 1 1 x y", x -> x * sigmoid(x)),
        layer("TanH f 1 1 x y", Math::tanh),
        layer("GELU f 1 1 x y", x -> x / 2 * (1 + erf(x / Math.sqrt(2)))),
        layer("HardSwish f 1 1 x y 0=0.2 1=0.5", x -> x * Math.clamp(0.2 * x + 0.5, 0, 1)),
        layer("HardSigmoid f 1 1 x y 0=0.2 1=0.5", x -> Math.clamp(0.2 * x + 0.5, 0, 1)),
        layer("UnaryOp f 1 1 x y 0=4", x -> x * x),
        layer("BinaryOp f 1 1 x y 0=2 1=1 2=1.702", x -> x * 1.702),
        layer("BinaryOp f 1 1 x y 0=7 1=1 2=1.0", x -> 1 - x));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void activationsComputeTheirFunction(String layer, DoubleUnaryOperator function) {
    NetworkFiles files = new NetworkFiles().layer("Input in 0 1 x").layer(layer);
    for (int[] shape : new int[][] {{1}, {48}, {5, 7}, {16, 9}, {3, 5, 7}, {32, 4, 6}}) {
      float[] x = random(1, java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b));
      float[] expected = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        expected[i] = (float) function.applyAsDouble(x[i]);
      }
      try (Network network = files.load(dir);
          Session session = network.newSession()) {
        session.input("x", new FloatTensor(x, shape));
        assertThat(session.output("y").data()).containsExactly(expected, within(1e-4f));
      }
    }
  }

  @Test
  void aVectorIsAddedToRowsOrChannels() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input i0 0 1 a")
            .layer("Input i1 0 1 b")
            .layer("BinaryOp f 2 1 a b y 0=0");
    try (Network network = files.load(dir);
        Session session = network.newSession()) {
      session.input("b", new FloatTensor(new float[] {10, 20, 30}, 3));
      session.input("a", new FloatTensor(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
      assertThat(session.output("y").data()).containsExactly(11, 22, 33, 14, 25, 36);
      session.input("a", new FloatTensor(new float[] {1, 2, 3, 4, 5, 6}, 3, 1, 2));
      assertThat(session.output("y").data()).containsExactly(11, 12, 23, 24, 35, 36);
    }
  }

  @Test
  void softmaxAndMeanAreTakenAlongTheirAxis() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("Split fork 1 2 x x1 x2")
            .layer("Softmax rows 1 1 x1 p 0=1 1=1")
            .layer("Reduction mean 1 1 x2 m 0=3 1=0 -23303=1,0 4=0 5=1");
    try (Network network = files.load(dir);
        Session session = network.newSession()) {
      float ln2 = (float) Math.log(2);
      session.input("x", new FloatTensor(new float[] {0, ln2, 7, 7}, 2, 2));
      assertThat(session.output("p").data())
          .containsExactly(new float[] {1 / 3f, 2 / 3f, 0.5f, 0.5f}, within(1e-5f));
      assertThat(session.output("m").data())
          .containsExactly(new float[] {3.5f, (7 + ln2) / 2}, within(1e-5f));
    }
  }

  @Test
  void poolingTakesTheMeanOrTheMost() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("Split fork 1 2 x x1 x2")
            .layer("Pooling mean 1 1 x1 m 0=1 4=1")
            .layer("Pooling most 1 1 x2 n 0=0 1=2 2=1 5=1");
    try (Network network = files.load(dir);
        Session session = network.newSession()) {
      session.input(
          "x", new FloatTensor(new float[] {1, 2, 3, 4, 5, 9, 0, 0, -6, 0, 0, 0}, 2, 2, 3));
      assertThat(session.output("m").data()).containsExactly(4, -1);
      assertThat(session.output("n").data()).containsExactly(5, 9, 0, 0);
    }
  }
}
