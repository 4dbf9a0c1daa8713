package io.lumiere.ncnn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NcnnTest {
  @Test
  void tellsItsVersion() {
    assertThat(Ncnn.version()).matches("1\\.0\\.[0-9]+");
  }

  @Test
  void detectsThisProcessor() {
    CpuFeatures features = CpuFeatures.detect();
    assertThat(features.names()).isNotEmpty();
    assertThat(features.fastBf16())
        .isEqualTo(features.names().stream().anyMatch(name -> name.endsWith("bf16")));
  }
}
