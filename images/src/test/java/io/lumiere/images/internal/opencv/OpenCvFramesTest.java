package io.lumiere.images.internal.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenCvFramesTest {
  /** Three are what decoding a picture of this size is estimated to take. */
  @ParameterizedTest
  @CsvSource({"3072, 100", "3097600, 5", "50000000, 3", "256000000, 3"})
  void picturesAreFewWhereTheyAreLarge(long pixels, int most) {
    assertThat(OpenCvFrames.room(pixels)).isEqualTo(most);
  }
}
