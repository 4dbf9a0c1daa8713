package io.lumiere.workspace.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import io.lumiere.gallery.PaintedScenes;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SelfTestInputsTest {
  @Test
  void thePixelsAreThoseOfThePicture() {
    RgbImage image = SelfTestInputs.make().images().get(0);
    BufferedImage picture = PaintedScenes.paint(4, 96).get(0);
    int pixel = picture.getRGB(5, 7);
    int at = 3 * (7 * image.width() + 5);
    assertThat(image.rgb()[at]).isEqualTo((byte) (pixel >> 16));
    assertThat(image.rgb()[at + 1]).isEqualTo((byte) (pixel >> 8));
    assertThat(image.rgb()[at + 2]).isEqualTo((byte) pixel);
  }
}
