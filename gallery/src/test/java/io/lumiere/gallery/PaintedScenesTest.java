package io.lumiere.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaintedScenesTest {
  @Test
  void scenesAreSpreadAndOfTheSizeAskedFor() {
    List<BufferedImage> pictures = PaintedScenes.paint(4, 64);
    assertThat(pictures)
        .hasSize(4)
        .allSatisfy(
            picture -> assertThat(Math.max(picture.getWidth(), picture.getHeight())).isEqualTo(64));
    assertThat(pictures).extracting(picture -> picture.getRGB(20, 20)).doesNotHaveDuplicates();
  }

  @Test
  void otherNumbersThanThereAreScenesAreRefused() {
    for (int count : new int[] {0, PaintedScenes.count() + 1}) {
      assertThatThrownBy(() -> PaintedScenes.paint(count, 64))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(count));
    }
  }
}
