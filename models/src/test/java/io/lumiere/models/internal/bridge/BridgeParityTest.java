package io.lumiere.models.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same numbers as an independent NumPy version of the bridge gives. */
class BridgeParityTest {
  private static final List<SceneAttribute> ATTRIBUTES = List.of(SceneAttribute.values());

  private static BridgeGoldens goldens;
  private static BridgeMatrices matrices;

  @BeforeAll
  static void read() throws IOException {
    goldens = BridgeGoldens.read();
    matrices = goldens.matrices();
    assertThat(goldens.pictures()).hasSize(15);
    assertThat(goldens.texts()).hasSize(12);
  }

  @Test
  void sceneStrengths() {
    for (BridgeGoldens.Picture picture : goldens.pictures()) {
      double[] strengths = SceneSense.strengths(picture.image(), picture.landscape());
      for (int i = 0; i < strengths.length; i++) {
        assertThat(strengths[i])
            .as("%s of picture %d", ATTRIBUTES.get(i), goldens.pictures().indexOf(picture))
            .isCloseTo(picture.strengths()[i], within(1e-9));
      }
    }
  }

  @Test
  void imageVectors() {
    ImageBridge bridge = new ImageBridge(matrices);
    for (BridgeGoldens.Picture picture : goldens.pictures()) {
      assertClose(bridge.vector(picture.scores(), picture.image()), picture.vector());
    }
  }

  @Test
  void textVectors() {
    TextBridge bridge = new TextBridge(matrices);
    for (BridgeGoldens.Sentence text : goldens.texts()) {
      assertClose(bridge.vector(text.sentence()), text.vector());
    }
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).as("dimension %d", i).isCloseTo(expected[i], within(2e-6));
    }
  }
}
