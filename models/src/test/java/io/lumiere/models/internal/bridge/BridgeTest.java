package io.lumiere.models.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.RgbImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeTest {
  private static BridgeGoldens goldens;
  private static BridgeMatrices matrices;
  private static ImageBridge images;
  private static TextBridge texts;

  @BeforeAll
  static void build() throws IOException {
    goldens = BridgeGoldens.read();
    matrices = goldens.matrices();
    images = new ImageBridge(matrices);
    texts = new TextBridge(matrices);
  }

  private static float[] sentence(String text) {
    return goldens.sentences().get(text);
  }

  private static float[] prompt(SceneAttribute attribute) {
    return texts.vector(sentence(attribute.prompt()));
  }

  /** What the classes would say of nothing in particular. */
  private static float[] scene(Scenes.Painter painter) {
    return images.vector(new float[goldens.classes()], Scenes.paint(painter, 3));
  }

  @Test
  void sunsetRanksASunsetOverAGreyPierAndAGoldenMosaic() {
    float[] query = prompt(SceneAttribute.SUNSET);
    double sunset = Vectors.dot(query, scene(Scenes::sunset));
    assertThat(sunset)
        .isGreaterThan(Vectors.dot(query, scene(Scenes::greyPier)) + 0.1)
        .isGreaterThan(Vectors.dot(query, scene(Scenes::goldenMosaic)) + 0.1)
        .isGreaterThan(Vectors.dot(query, scene(Scenes::orangeBlossom)) + 0.1)
        .isGreaterThan(Vectors.dot(query, scene(Scenes::strawField)) + 0.1);
  }

  @Test
  void aTextWithoutLightOrColourRanksByMeaningAlone() {
    float[] unrelated = new float[matrices.sentenceDimension()];
    float[] first = matrices.anchors()[0];
    unrelated[0] = first[1];
    unrelated[1] = -first[0];
    float[] meaning = new float[unrelated.length];
    double norm = Math.hypot(unrelated[0], unrelated[1]);
    for (int i = 0; i < 2; i++) {
      meaning[i] = (float) (unrelated[i] / norm);
    }
    assertThat(Arrays.stream(matrices.anchors()).allMatch(a -> Vectors.dot(a, meaning) < 0.35))
        .isTrue();
    float[] query = texts.vector(meaning);
    assertThat(Arrays.copyOf(query, meaning.length)).containsExactly(meaning, within(1e-6f));
    assertThat(Vectors.dot(query, scene(Scenes::sunset)))
        .isCloseTo(Vectors.dot(query, scene(Scenes::greyPier)), within(1e-6));
  }

  @Test
  void textsNearToEachOtherStayNear() {
    float[] sunset = prompt(SceneAttribute.SUNSET);
    assertThat(Vectors.dot(sunset, sunset)).isCloseTo(1, within(1e-6));
    assertThat(Vectors.dot(sunset, prompt(SceneAttribute.FOG))).isLessThan(0.9);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 1, 255", "7, 5, 0", "3000, 11, 128", "2, 2000, 64"})
  void anyImageHasAUnitVector(int width, int height, int value) {
    byte[] rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) value);
    float[] scores = new float[goldens.classes()];
    for (float extreme : new float[] {0, 1e30f, -1e30f}) {
      scores[3] = extreme;
      float[] vector = images.vector(scores, new RgbImage(width, height, rgb));
      assertThat(vector).hasSize(matrices.dimension());
      assertThat(Math.sqrt(Vectors.dot(vector, vector))).isCloseTo(1, within(1e-5));
      assertThat(images.vector(scores, new RgbImage(width, height, rgb))).isEqualTo(vector);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    RgbImage image = Scenes.paint(2, 2, Scenes::night, 1);
    float[] scores = new float[goldens.classes()];
    scores[5] = Float.NaN;
    assertThatThrownBy(() -> images.vector(scores, image))
        .hasMessage("the score of class 5 is NaN");
    assertThatThrownBy(() -> images.vector(new float[3], image))
        .hasMessage("3 class scores for a bridge of 40 classes");
    assertThatThrownBy(() -> texts.vector(new float[3]))
        .hasMessage("a sentence vector of 3 numbers for a bridge of 24");
    assertThatThrownBy(() -> BridgeBuilder.build(List.of(), BridgeTest::sentence))
        .hasMessageContaining("at least one class");
  }

  @Test
  void matricesThatDoNotFitAreRefused() {
    float[][] anchors = matrices.anchors();
    float[] direction = matrices.landscape();
    assertThatThrownBy(() -> new BridgeMatrices(new float[2][23], direction, anchors))
        .hasMessage("class row 0 has 23 numbers, not 24");
    assertThatThrownBy(() -> new BridgeMatrices(new float[2][24], direction, new float[1][24]))
        .hasMessage("a bridge has 21 scene anchors, not 1");
    assertThatThrownBy(() -> new BridgeMatrices(new float[0][0], direction, anchors))
        .hasMessageContaining("needs classes");
    float[][] infinite = {new float[24]};
    infinite[0][3] = Float.POSITIVE_INFINITY;
    assertThatThrownBy(() -> new BridgeMatrices(infinite, direction, anchors))
        .hasMessageContaining("class row 0 is not finite");
  }
}
