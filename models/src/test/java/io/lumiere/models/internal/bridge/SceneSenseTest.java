package io.lumiere.models.internal.bridge;

import static io.lumiere.models.internal.bridge.SceneAttribute.BLUE_SKY;
import static io.lumiere.models.internal.bridge.SceneAttribute.GRASS;
import static io.lumiere.models.internal.bridge.SceneAttribute.MONOCHROME;
import static io.lumiere.models.internal.bridge.SceneAttribute.NIGHT;
import static io.lumiere.models.internal.bridge.SceneAttribute.ORANGE;
import static io.lumiere.models.internal.bridge.SceneAttribute.SUNSET;
import static io.lumiere.models.internal.bridge.SceneAttribute.WATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneSenseTest {
  private static final List<SceneAttribute> ATTRIBUTES = List.of(SceneAttribute.values());

  /** Nothing is known of the classes. */
  private static final double UNSURE = 0;

  private static double strength(SceneAttribute attribute, Scenes.Painter scene, double landscape) {
    return SceneSense.strengths(Scenes.paint(scene, 7), landscape)[ATTRIBUTES.indexOf(attribute)];
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.2, 0, 0.3})
  void sunsetIsASunsetWhateverTheClassesSay(double landscape) {
    assertThat(strength(SUNSET, Scenes::sunset, landscape)).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.2, 0, 0.3})
  void whatIsMerelyGoldenOrMerelyAPierIsNoSunset(double landscape) {
    assertThat(strength(SUNSET, Scenes::goldenMosaic, landscape)).isLessThan(0.05);
    assertThat(strength(SUNSET, Scenes::greyPier, landscape)).isLessThan(0.05);
    assertThat(strength(SUNSET, Scenes::orangeBlossom, landscape)).isLessThan(0.2);
    assertThat(strength(SUNSET, Scenes::strawField, landscape)).isLessThan(0.1);
    assertThat(strength(SUNSET, Scenes::meadow, landscape)).isLessThan(0.05);
  }

  @Test
  void otherScenesHaveTheirOwnAttributes() {
    assertThat(strength(NIGHT, Scenes::night, UNSURE)).isGreaterThan(0.45);
    assertThat(strength(NIGHT, Scenes::sunset, UNSURE)).isLessThan(0.2);
    assertThat(strength(BLUE_SKY, Scenes::meadow, UNSURE)).isGreaterThan(0.9);
    assertThat(strength(BLUE_SKY, Scenes::sunset, UNSURE)).isLessThan(0.1);
    assertThat(strength(GRASS, Scenes::meadow, UNSURE)).isGreaterThan(0.9);
    assertThat(strength(WATER, Scenes::meadow, UNSURE)).isLessThan(0.1);
    assertThat(strength(MONOCHROME, Scenes::greyPier, UNSURE)).isGreaterThan(0.9);
    assertThat(strength(MONOCHROME, Scenes::goldenMosaic, UNSURE)).isZero();
    assertThat(strength(ORANGE, Scenes::orangeBlossom, UNSURE)).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "RED, 215, 25, 35",
    "ORANGE, 250, 130, 20",
    "YELLOW, 245, 225, 20",
    "GREEN, 40, 150, 40",
    "BLUE, 20, 60, 220",
    "PURPLE, 130, 50, 190",
    "PINK, 245, 140, 190",
    "BROWN, 120, 80, 45",
    "WHITE, 252, 252, 252",
    "BLACK, 8, 8, 8"
  })
  void aPlainColourIsThatColourAndNoOther(SceneAttribute colour, int red, int green, int blue) {
    double[] strengths =
        SceneSense.strengths(Scenes.paint((x, y) -> Scenes.rgb(red, green, blue), 1), UNSURE);
    for (int i = ATTRIBUTES.indexOf(SceneAttribute.RED); i < strengths.length; i++) {
      SceneAttribute other = ATTRIBUTES.get(i);
      assertThat(strengths[i]).as("%s", other).isEqualTo(other == colour ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 500", "4000, 3", "31, 33", "1000, 50"})
  void anySizeGivesStrengthsFromZeroToOne(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    new Random(5).nextBytes(rgb);
    RgbImage image = new RgbImage(width, height, rgb);
    double[] strengths = SceneSense.strengths(image, 0.1);
    assertThat(strengths).hasSize(21);
    assertThat(Arrays.stream(strengths).allMatch(s -> s >= 0 && s <= 1)).isTrue();
    assertThat(SceneSense.strengths(image, 0.1)).isEqualTo(strengths);
  }

  @Test
  void theSizeOfAnImageHardlyMatters() {
    double[] small = SceneSense.strengths(Scenes.paint(96, 64, Scenes::sunset, 1), UNSURE);
    double[] large = SceneSense.strengths(Scenes.paint(960, 640, Scenes::sunset, 2), UNSURE);
    for (int i = 0; i < small.length; i++) {
      assertThat(large[i]).isBetween(small[i] - 0.05, small[i] + 0.05);
    }
  }
}
