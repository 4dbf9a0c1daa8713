package io.lumiere.ncnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.lumiere.ncnn.SampleNetworks.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, foreign or missing: each gets a sentence that names what is wrong. */
class BadFilesTest {
  @TempDir Path dir;

  private void refused(String param, byte[] bin, String... parts) {
    assertThatExceptionOfType(NcnnException.class)
        .isThrownBy(() ->
            NetworkFiles.load(
                dir, param.getBytes(StandardCharsets.ISO_8859_1), bin, NetworkOptions.DEFAULT))
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                            | not ncnn param text
          7767516\\n1 1\\nInput in 0 1 x                | does not start with 7767517
          7767517                                       | ends before the counts
          7767517\\n-1 1\\nInput in 0 1 x               | declares -1 layers where 1 to 10000
          7767517\\n999999999 1\\nInput in 0 1 x        | declares 999999999 layers
          7767517\\n99999999999 1\\nInput in 0 1 x      | is not an integer
          7767517\\n1 99\\nInput in 0 1 x               | declares 1 layers and 99 blobs, but has 1 and 1
          7767517\\n2 1\\nInput in 0 1 x                | cut off or damaged
          7767517\\n1 1\\nInput in 0 -1 x               | line 3: layer 'in' (Input) declares -1 blobs
          7767517\\n1 1\\nInput in 0 5 x                | names fewer blobs than it declares
          7767517\\n1 1\\nNope in 0 1 x                 | layer 'in' (Nope) this type is not supported
          7767517\\n2 2\\nInput in 0 1 x\\nReLU r 1 1 y z   | takes blob 'y', which no layer before
          7767517\\n1 1\\nReLU r 1 1 y y                | takes blob 'y', which no layer before it makes
          7767517\\n2 2\\nInput in 0 1 x\\nReLU r 1 1 x x   | makes blob 'x' a second time
          7767517\\n3 3\\nInput i 0 1 x\\nReLU r 1 1 x y\\nReLU s 1 1 x z | put a Split between
          7767517\\n2 2\\nInput in 0 1 x\\nReLU r 2 1 x x y | has 2 inputs where 1 to 1
          7767517\\n2 2\\nInput in 0 1 x\\nReLU r 1 1 x y 7=1 | attributes [7] are not supported
          7767517\\n2 2\\nInput in 0 1 x\\nReLU r 1 1 x y 0=nan | 'nan' is not a number
          7767517\\n2 2\\nInput in 0 1 x\\nReLU r 1 1 x y 0=1 0=2 | attribute 0 is given twice
          7767517\\n2 2\\nInput in 0 1 x\\nReLU r 1 1 x y 99=2 | has an unknown number
          7767517\\n2 2\\nInput in 0 1 x\\nGemm g 1 1 x y 5=1 6=1 8=0 9=4 10=4 | attribute 8 is 0
          7767517\\n2 2\\nInput in 0 1 x\\nGemm g 1 1 x y 18=2 5=1 8=1 9=4 | attribute 18 is 2 where 0 (floats), 800
          7767517\\n2 2\\nInput in 0 1 x\\nGemm g 1 1 x y 18=801 5=1 8=1 9=4 | must be B, transposed
          7767517\\n2 2\\nInput in 0 1 x\\nGemm g 1 1 x y 18=813 3=1 5=1 8=1 9=4 | attribute 18 is 813
          """)
  void aBadGraphIsRefused(String param, String reason) {
    refused(param.replace("\\n", "\n"), new byte[0], "net.param", reason);
  }

  @Test
  void binaryJunkIsNotAGraph() {
    byte[] junk = SampleNetworks.text().files().bin();
    refused(
        new String(junk, StandardCharsets.ISO_8859_1), junk, "net.param", "not ncnn param text");
  }

  @Test
  void everyTruncationOfTheWeightsIsRefused() {
    Sample sample = SampleNetworks.text();
    byte[] bin = sample.files().bin();
    for (int length = 0; length < bin.length; length += 97) {
      refused(sample.files().param(), Arrays.copyOf(bin, length), "net.bin: weights of layer '");
    }
    refused(
        sample.files().param(),
        Arrays.copyOf(bin, bin.length + 4),
        "has " + (bin.length + 4) + " bytes where the layers need " + bin.length);
  }

  @Test
  void anUnknownEncodingOfWeightsIsRefused() {
    Sample sample = SampleNetworks.text();
    byte[] bin = sample.files().bin();
    bin[0] = 0x55;
    refused(sample.files().param(), bin, "layer 'positions' (MemoryData)", "encoding 0x01306b55");
  }

  @Test
  void groupedConvolutionsAreRefusedInBf16() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in 0 1 x")
            .layer("ConvolutionDepthWise g 1 1 x y 0=16 1=3 5=1 6=1152 7=2")
            .tagged(new float[1152])
            .plain(new float[16]);
    files.load(dir).close();
    if (CpuFeatures.detect().tiles()) { // There BF16 is of products alone.
      files.load(dir, new NetworkOptions(Precision.BF16)).close();
      return;
    }
    assertThatExceptionOfType(NcnnException.class)
        .isThrownBy(() -> files.load(dir, new NetworkOptions(Precision.BF16)))
        .withMessageContaining("layer 'g' (ConvolutionDepthWise): grouped convolutions")
        .withMessageEndingWith("choose FP32 for it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing/net.param", "."})
  void anUnreadableFileIsNamed(String name) {
    Path path = dir.resolve(name);
    assertThatExceptionOfType(NcnnException.class)
        .isThrownBy(() -> Network.load(path, path))
        .withMessageContaining("cannot read " + path);
    assertThatNullPointerException().isThrownBy(() -> Network.load(path, null));
  }
}
