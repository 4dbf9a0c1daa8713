package io.lumiere.gallery.internal.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoiseTest {
  @Test
  void staysInRangeAndVaries() {
    Noise noise = new Noise(3);
    SplittableRandom random = new SplittableRandom(4);
    double least = 1;
    double most = -1;
    for (int i = 0; i < 20_000; i++) {
      double x = random.nextDouble(-500, 500);
      double y = random.nextDouble(-500, 500);
      double value = noise.octaves(x, y, 5);
      least = Math.min(least, value);
      most = Math.max(most, value);
      assertThat(noise.ridges(x, y, 5)).isBetween(0.0, 1.0);
    }
    assertThat(least).isBetween(-1.3, -0.5);
    assertThat(most).isBetween(0.5, 1.3);
  }

  @Test
  void isContinuousAcrossLatticeLines() {
    Noise noise = new Noise(5);
    for (int i = -5; i <= 5; i++) {
      assertThat(Math.abs(noise.at(i - 1e-7, 0.3) - noise.at(i + 1e-7, 0.3))).isLessThan(1e-5);
    }
  }

  @Test
  void seedsDiffer() {
    assertThat(new Noise(1).at(0.3, 0.6)).isEqualTo(new Noise(1).at(0.3, 0.6));
    assertThat(new Noise(1).octaves(0.3, 0.6, 4)).isNotEqualTo(new Noise(2).octaves(0.3, 0.6, 4));
  }
}
