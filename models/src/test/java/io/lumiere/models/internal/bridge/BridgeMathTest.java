package io.lumiere.models.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.RgbImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The small parts: ramps, hues, area means, the solver. */
class BridgeMathTest {
  @Test
  void rampsRiseAndFall() {
    assertThat(Ramps.ramp(0.1, 0.2, 0.4)).isZero();
    assertThat(Ramps.ramp(0.3, 0.2, 0.4)).isCloseTo(0.5, within(1e-12));
    assertThat(Ramps.ramp(0.5, 0.2, 0.4)).isEqualTo(1);
    assertThat(Ramps.ramp(0.1, 0.4, 0.2)).isEqualTo(1);
    assertThat(Ramps.ramp(0.25, 0.4, 0.2)).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void huesWrap() {
    for (double turn : new double[] {-720, -360, 0, 360}) {
      assertThat(Ramps.hue(5 + turn, 350, 370, 10)).as("turn %s", turn).isEqualTo(1);
      assertThat(Ramps.hue(345 + turn, 350, 370, 10)).isCloseTo(0.5, within(1e-9));
      assertThat(Ramps.hue(180 + turn, 350, 370, 10)).isZero();
    }
  }

  @Test
  void areaMeansKeepTheMean() {
    for (int[] size : new int[][] {{1, 1}, {3, 5}, {31, 33}, {100, 7}}) {
      byte[] rgb = new byte[3 * size[0] * size[1]];
      new Random(size[0]).nextBytes(rgb);
      double[] grid = AreaAverage.grid(new RgbImage(size[0], size[1], rgb), 32);
      for (int channel = 0; channel < 3; channel++) {
        assertThat(mean(grid, channel)).isCloseTo(mean(rgb, channel) / 255, within(1e-9));
      }
    }
  }

  @Test
  void aCellIsTheMeanOfItsPixels() {
    RgbImage image = new RgbImage(3, 1, new byte[] {0, 0, 0, 90, 0, 0, (byte) 240, 0, 0});
    double[] grid = AreaAverage.grid(image, 2);
    assertThat(grid[0] * 255).isCloseTo((0 + 90 / 2.0) / 1.5, within(1e-9));
    assertThat(grid[3] * 255).isCloseTo((90 / 2.0 + 240) / 1.5, within(1e-9));
    assertThat(grid[6]).isCloseTo(grid[0], within(1e-12));
  }

  @Test
  void oklabKnowsItsReferenceColours() {
    assertLab(255, 255, 255, 1, 0);
    assertLab(0, 0, 0, 0, 0);
    assertLab(255, 0, 0, 0.62796, 0.25768);
    assertLab(0, 0, 255, 0.45201, 0.31321);
  }

  @Test
  void theSolverSolves() {
    double[][] matrix = {{4, 0, 0}, {2, 10, 0}, {1, -3, 6}};
    double[] x =
        Cholesky.of(matrix).solve(new double[] {4 * 1 + 2 * 2 + 3, 2 + 20 - 9, 1 - 6 + 18});
    assertThat(x).containsExactly(new double[] {1, 2, 3}, within(1e-12));
    assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 0}, {2, 1}}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("row 1");
  }

  private static void assertLab(int red, int green, int blue, double lightness, double chroma) {
    byte[] rgb = {(byte) red, (byte) green, (byte) blue};
    ColourGrid grid = ColourGrid.of(new RgbImage(1, 1, rgb));
    int last = ColourGrid.cell(31, 31);
    assertThat(grid.lightness(last)).isCloseTo(lightness, within(1e-4));
    assertThat(grid.chroma(last)).isCloseTo(chroma, within(1e-4));
  }

  private static double mean(double[] grid, int channel) {
    double sum = 0;
    for (int i = channel; i < grid.length; i += 3) {
      sum += grid[i];
    }
    return 3 * sum / grid.length;
  }

  private static double mean(byte[] rgb, int channel) {
    double sum = 0;
    for (int i = channel; i < rgb.length; i += 3) {
      sum += rgb[i] & 0xff;
    }
    return 3 * sum / rgb.length;
  }
}
