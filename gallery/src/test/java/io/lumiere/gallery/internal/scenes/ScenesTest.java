package io.lumiere.gallery.internal.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenesTest {
  private static final int SIZE = 120;

  static Stream<Scene> scenes() {
    return Scenes.all().stream();
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void isTheSameOnEveryRunAndAlikeAtEverySize(Scene scene) {
    BufferedImage first = scene.paint(SIZE);
    assertThat(pixels(scene.paint(SIZE))).isEqualTo(pixels(first));
    assertThat(first.getWidth()).isEqualTo(scene.portrait() ? SIZE * 3 / 4 : SIZE);
    assertThat(first.getHeight()).isEqualTo(scene.portrait() ? SIZE : SIZE * 3 / 4);

    double[] small = mean(first);
    double[] large = mean(scene.paint(2 * SIZE));
    for (int channel = 0; channel < 3; channel++) {
      assertThat(large[channel]).isCloseTo(small[channel], Offset.offset(14.0));
    }
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void isAPictureOfSomething(Scene scene) {
    int[] pixels = pixels(scene.paint(SIZE));
    // The black and white street has greys only.
    assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(100);
  }

  @Test
  void sunsetsAreWarmerThanNoonAndNightIsDarker() {
    double[] noon = mean(Scenes.byId("desert-dunes").paint(SIZE));
    assertThat(Scenes.all())
        .filteredOn(scene -> scene.id().startsWith("sunset"))
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(scene -> {
          double[] evening = mean(scene.paint(SIZE));
          assertThat(evening[0] - evening[2]).isGreaterThan(noon[0] - noon[2] + 40);
        });
    assertThat(mean(Scenes.byId("night-city").paint(SIZE))[1]).isLessThan(noon[1] / 2);
  }

  @Test
  void namesASceneThatIsNotThere() {
    assertThatThrownBy(() -> Scenes.byId("nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"nowhere\"");
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static double[] mean(BufferedImage image) {
    double[] sum = new double[3];
    int[] pixels = pixels(image);
    for (int pixel : pixels) {
      for (int channel = 0; channel < 3; channel++) {
        sum[channel] += (double) ((pixel >> (16 - 8 * channel)) & 255) / pixels.length;
      }
    }
    return sum;
  }
}
