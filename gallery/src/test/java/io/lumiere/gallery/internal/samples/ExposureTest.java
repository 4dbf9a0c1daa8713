package io.lumiere.gallery.internal.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExposureTest {
  @Test
  void readsFractionsWholeAndTenthSeconds() {
    assertThat(Exposure.parse("1/250 f/8 ISO200 35mm"))
        .isEqualTo(new Exposure(new Exposure.Fraction(1, 250), 8, 200, 35));
    assertThat(Exposure.parse("30 f/5.6 ISO100 4.2mm"))
        .isEqualTo(new Exposure(new Exposure.Fraction(30, 1), 5.6, 100, 4.2));
    assertThat(Exposure.parse("1.3 f/8 ISO100 12mm").seconds())
        .isEqualTo(new Exposure.Fraction(13, 10));
  }

  @Test
  void saysWhatItExpects() {
    assertThatThrownBy(() -> Exposure.parse("f/8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"f/8\"")
        .hasMessageContaining("1/250 f/8 ISO200 35mm");
  }
}
