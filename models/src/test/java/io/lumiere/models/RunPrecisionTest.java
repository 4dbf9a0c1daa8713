package io.lumiere.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.ncnn.CpuFeatures;
import io.lumiere.ncnn.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPrecisionTest {
  @TempDir Path folder;

  @Test
  void theSettingIsKept() throws IOException {
    assertThat(RunPrecision.read(folder)).isEqualTo(RunPrecision.FP32);
    for (RunPrecision precision : RunPrecision.values()) {
      precision.write(folder);
      assertThat(RunPrecision.read(folder)).isEqualTo(precision);
    }
  }

  @Test
  void anythingElseIsRefusedByName() throws IOException {
    Files.writeString(folder.resolve(RunPrecision.FILE), "fp8");
    assertThatThrownBy(() -> RunPrecision.read(folder))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("'fp8'");
  }

  @Test
  void bf16IsChosenOnlyWhereTheProcessorHasIt() {
    assertThat(RunPrecision.FP32.options().precision()).isEqualTo(Precision.FP32);
    assertThat(RunPrecision.BF16.options().precision()).isEqualTo(Precision.BF16);
    if (!CpuFeatures.detect().fastBf16()) {
      assertThat(RunPrecision.fastest()).isEqualTo(RunPrecision.FP32);
    }
  }
}
