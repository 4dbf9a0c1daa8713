package io.lumiere.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, to the letter. */
class NetworkBuilderTest {
  @TempDir Path dir;

  @Test
  void paramIsWrittenAsNcnnReadsIt() throws IOException {
    NetworkBuilder net = new NetworkBuilder();
    Blob x = net.input("x");
    Blob norm = net.layerNorm(x, new float[2], new float[2], 1e-12f);
    Blob sum = net.add(norm, net.gelu(norm));
    net.output(norm, "norm");
    net.output(net.rowMean(sum), "mean");
    net.write(dir.resolve("t.param"), dir.resolve("t.bin"));
    assertThat(dir.resolve("t.param"))
        .hasContent(
            """
            7767517
            6 8
            Input x 0 1 x
            LayerNorm layernorm1 1 1 x layernorm1 0=2 1=1.0e-12
            Split layernorm1_split 1 3 layernorm1 layernorm1_0 layernorm1_1 norm
            GELU gelu2 1 1 layernorm1_0 gelu2
            BinaryOp binaryop3 2 1 layernorm1_1 gelu2 binaryop3 0=0
            Reduction reduction4 1 1 binaryop3 mean 0=3 1=0 -23303=1,0 4=0 5=1
            """);
    assertThat(Files.size(dir.resolve("t.bin"))).isEqualTo(4 * Float.BYTES);
  }

  @Test
  void weightsAreHalfPrecisionAndPaddedToFourBytes() throws IOException {
    NetworkBuilder net = new NetworkBuilder();
    net.output(
        net.linear(net.input("x"), new Linear(new float[] {1, -2, .5f}, new float[] {3})), "y");
    net.write(dir.resolve("t.param"), dir.resolve("t.bin"));
    assertThat(dir.resolve("t.bin"))
        .hasBinaryContent(
            new byte[] {
              0x47,
              0x6B,
              0x30,
              0x01, // Half precision follows.
              0,
              0x3C,
              0,
              (byte) 0xC0,
              0,
              0x38,
              0,
              0, // 1, -2, .5, padding
              0,
              0,
              0,
              0, // Full precision follows.
              0,
              0,
              0x40,
              0x40 // 3
            });
  }

  @Test
  void weightsBeyondHalfPrecisionAreRefused() {
    for (float value : new float[] {65505, Float.NaN, Float.NEGATIVE_INFINITY}) {
      NetworkBuilder net = new NetworkBuilder();
      Blob x = net.input("x");
      Linear linear = new Linear(new float[] {value}, new float[1]);
      assertThatThrownBy(() -> net.linear(x, linear))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a weight is " + value);
    }
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Linear(new float[5], new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 weights are not a matrix of 2 rows");
    assertThatThrownBy(
            () -> new Convolution(new float[10], new float[2], 3, 1, 1, Convolution.Rectifier.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("10 weights are not 2 kernels of 3 x 3");
    NetworkBuilder net = new NetworkBuilder();
    Blob x = net.input("x");
    assertThatThrownBy(() -> net.embed(x, new float[5], 2))
        .isInstanceOf(IllegalArgumentException.class);
    net.output(x, "y");
    assertThatThrownBy(() -> net.output(x, "y"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two outputs are named y");
  }

  @Test
  void layersThatDoNotFitWhatComesInAreRefused() {
    NetworkBuilder net = new NetworkBuilder();
    Blob rows = net.constant(new float[12], 4);
    Blob image = net.channelConstant(1, 2, 3);
    Linear three = new Linear(new float[9], new float[3]);
    refuses(() -> net.linear(rows, three), "(matrix) takes 3 numbers where 4 come");
    refuses(
        () -> net.layerNorm(rows, new float[3], new float[3], 0),
        "(normalisation) takes 3 numbers where 4 come");
    refuses(
        () -> net.attention(rows, new Attention(three, three, three, three, 1)),
        "(queries of an attention) takes 3 numbers where 4 come");
    refuses(() -> net.add(rows, image), "(of two inputs) takes 3 numbers where 4 come");
    refuses(
        () ->
            net.convolution(
                net.relu(image),
                new Convolution(new float[4], new float[2], 1, 1, 1, Convolution.Rectifier.NONE)),
        "(convolution) takes 2 numbers where 3 come");
    refuses(() -> net.places(image, 4), "(places of an image) takes 4 numbers where 3 come");
  }

  @Test
  void whatFitsOrIsRepeatedIsTaken() {
    NetworkBuilder net = new NetworkBuilder();
    Blob rows = net.constant(new float[12], 4);
    Blob one = net.firstColumns(rows, 1);
    Linear two = new Linear(new float[8], new float[2]);
    net.linear(net.add(net.row(rows, 0), one), two);
    net.linear(net.meanRow(net.multiply(one, rows)), two);
    assertThatThrownBy(() -> net.linear(net.linear(rows, two), two))
        .hasMessageContaining("takes 4 numbers where 2 come");
  }

  private static void refuses(ThrowingCallable layer, String message) {
    assertThatThrownBy(layer)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
