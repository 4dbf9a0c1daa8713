package io.lumiere.ncnn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NcnnTest {
  @Test
  void tellsThePinnedVersion() {
    assertThat(Ncnn.version()).isEqualTo("1.0.20261020");
  }

  @Test
  void detectsThisProcessor() {
    CpuFeatures features = CpuFeatures.detect();
    assertThat(features.names()).isNotEmpty();
    assertThat(features.fastBf16())
        .isEqualTo(features.names().stream().anyMatch(name -> name.endsWith("bf16")));
  }
}
