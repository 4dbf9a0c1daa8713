package io.lumiere.ncnn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrecisionTrialTest {
  @Test
  void aPrecisionIsFound() {
    Precision fastest = PrecisionTrial.fastest();
    System.out.println("fastest of " + CpuFeatures.detect().names() + ": " + fastest);
    assertThat(fastest == Precision.FP32 || CpuFeatures.detect().fastBf16()).isTrue();
  }
}
