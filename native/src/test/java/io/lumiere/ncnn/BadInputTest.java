package io.lumiere.ncnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.lumiere.ncnn.SampleNetworks.Sample;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tensors that do not fit a network, and numbers that are none. */
class BadInputTest {
  @TempDir Path dir;

  private static void refused(ThrowingCallable call, String... parts) {
    assertThatExceptionOfType(NcnnException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  private static FloatTensor zeros(int... shape) {
    return new FloatTensor(new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)], shape);
  }

  @Test
  void tensorsMustHaveAShapeThatFitsTheirNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FloatTensor(new float[5], 2, 3))
        .withMessage("shape [2, 3] needs 6 numbers, not 5");
    assertThatIllegalArgumentException().isThrownBy(() -> new FloatTensor(new float[0], 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new FloatTensor(new float[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> new IntTensor(new int[1], 1, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new IntTensor(new int[1], -1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FloatTensor(new float[0], 65536, 65536));
    assertThatNullPointerException().isThrownBy(() -> new FloatTensor(null, 1));
  }

  @Test
  void aMissingInputIsNamed() {
    try (Network network = SampleNetworks.text().files().load(dir);
        Session session = network.newSession()) {
      session.input("ids", new IntTensor(new int[] {1}, 1));
      refused(() -> session.output("out"), "input 'mask' has not been set");
      refused(() -> session.output("mask"), "input 'mask' has not been set");
    }
  }

  @Test
  void anUnknownBlobIsRefusedWithTheKnownOnes() {
    try (Network network = SampleNetworks.text().files().load(dir);
        Session session = network.newSession()) {
      refused(() -> session.output("nope"), "no blob 'nope'", "[ids, mask]", "[out]");
      refused(() -> session.input("nope", zeros(1)), "no blob 'nope'");
      refused(() -> session.input("out", zeros(1)), "'out' is computed", "[ids, mask]");
    }
  }

  @Test
  void aWrongShapeIsRefusedByTheLayerThatCannotTakeIt() {
    Sample text = SampleNetworks.text();
    try (Network network = text.files().load(dir);
        Session session = network.newSession()) {
      session.input("ids", text.inputs().get("ids"));
      session.input("mask", zeros(5, 4));
      refused(() -> session.output("out"), "'mha' (MultiHeadAttention)", "[5, 5]", "[5, 4]");
      session.input("mask", zeros(5, 5));
      assertThat(session.output("out").size()).isEqualTo(16);
    }
  }

  @Test
  void aDeclaredShapeIsExpected() {
    try (Network network = SampleNetworks.image().files().load(dir);
        Session session = network.newSession()) {
      for (FloatTensor wrong :
          List.of(zeros(3, 23, 28), zeros(1, 23, 29), zeros(23, 29), zeros(3))) {
        refused(() -> session.input("x", wrong), "input 'x' expects the shape [3, 23, 29]");
      }
    }
  }

  @Test
  void integersGoOnlyWhereRowsAreLookedUpAndOnlyKnownOnes() {
    try (Network network = SampleNetworks.text().files().load(dir);
        Session session = network.newSession()) {
      for (int bad : new int[] {-1, 50, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
        refused(
            () -> session.input("ids", new IntTensor(new int[] {0, bad}, 2)),
            "layer 'words' (Embed) has 50 rows, but number 1 of its input is " + bad);
      }
      refused(() -> session.input("mask", new IntTensor(new int[] {0}, 1)), "floats, not integers");
      session.input("mask", zeros(1, 1));
      session.input("ids", zeros(1));
      refused(() -> session.output("out"), "'words' (Embed)", "vector of integers");
    }
  }

  @Test
  void numbersThatAreNoneGoThrough() {
    Sample image = SampleNetworks.image();
    try (Network network = image.files().load(dir)) {
      for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -Float.MAX_VALUE, 1e-42f}) {
        float[] pixels = new float[3 * 23 * 29];
        Arrays.fill(pixels, odd);
        try (Session session = network.newSession()) {
          session.input("x", new FloatTensor(pixels, 3, 23, 29));
          assertThat(session.output("out").size()).isEqualTo(10);
        }
      }
      assertThat(SessionTest.run(network, image, "out")).doesNotContain(Float.NaN);
    }
  }

  @Test
  void runsLeaveTheThreadsArithmeticAlone() {
    Sample image = SampleNetworks.image();
    try (Network network = image.files().load(dir)) {
      SessionTest.run(network, image, "out");
    }
    // ncnn flushes such numbers to zero while it computes; Java must not.
    float tiny = Float.parseFloat("1e-40");
    assertThat(tiny * 0.5f).isPositive();
  }
}
