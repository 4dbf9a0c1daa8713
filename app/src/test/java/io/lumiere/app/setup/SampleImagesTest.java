package io.lumiere.app.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.gallery.PaintedScenes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleImagesTest {
  @TempDir Path folder;

  @Test
  void photosAreTakenFromAllFoldersAndOtherFilesPassedOver() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    List<BufferedImage> painted = PaintedScenes.paint(3, 80);
    ImageIO.write(painted.get(0), "png", folder.resolve("one.png").toFile());
    ImageIO.write(painted.get(1), "jpg", inner.resolve("two.jpg").toFile());
    ImageIO.write(painted.get(2), "png", inner.resolve(".hidden.png").toFile());
    Files.writeString(folder.resolve("notes.txt"), "not a photo");
    assertThat(SampleImages.calibration(folder)).hasSize(2);
  }

  @Test
  void notMoreAreReadThanNeeded() throws IOException {
    BufferedImage picture = PaintedScenes.paint(1, 40).get(0);
    for (int i = 0; i < SampleImages.CALIBRATION_IMAGES + 20; i++) {
      ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
    }
    assertThat(SampleImages.calibration(folder)).hasSize(SampleImages.CALIBRATION_IMAGES);
  }

  @Test
  void aFolderWithoutPhotosIsRefusedByName() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "not a photo");
    for (Path wrong : List.of(folder, folder.resolve("missing"))) {
      assertThatThrownBy(() -> SampleImages.calibration(wrong))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining(wrong.toString());
    }
  }

  @Test
  void thePixelsAreThoseOfThePicture() {
    RgbImage image = SampleImages.selfTest().images().get(0);
    BufferedImage picture = PaintedScenes.paint(4, 96).get(0);
    int pixel = picture.getRGB(5, 7);
    int at = 3 * (7 * image.width() + 5);
    assertThat(image.rgb()[at]).isEqualTo((byte) (pixel >> 16));
    assertThat(image.rgb()[at + 1]).isEqualTo((byte) (pixel >> 8));
    assertThat(image.rgb()[at + 2]).isEqualTo((byte) pixel);
  }
}
