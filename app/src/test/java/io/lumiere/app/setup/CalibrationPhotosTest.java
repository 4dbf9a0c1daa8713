package io.lumiere.app.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.app.Samples;
import io.lumiere.app.output.Console;
import io.lumiere.base.LumiereException;
import io.lumiere.gallery.PaintedScenes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationPhotosTest {
  @TempDir Path folder;

  @Test
  void photosAreTakenFromAllFoldersAndOtherFilesPassedOver() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    List<BufferedImage> painted = PaintedScenes.paint(3, 80);
    ImageIO.write(painted.get(0), "png", folder.resolve("one.png").toFile());
    ImageIO.write(painted.get(1), "jpg", inner.resolve("two.jpg").toFile());
    ImageIO.write(painted.get(2), "png", inner.resolve(".hidden.png").toFile());
    Files.writeString(folder.resolve("notes.txt"), "not a photo");
    assertThat(CalibrationPhotos.read(folder)).hasSize(2);
  }

  @Test
  void notMoreAreReadThanNeeded() throws IOException {
    BufferedImage picture = PaintedScenes.paint(1, 40).get(0);
    for (int i = 0; i < CalibrationPhotos.COUNT + 20; i++) {
      ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
    }
    assertThat(CalibrationPhotos.read(folder)).hasSize(CalibrationPhotos.COUNT);
  }

  @Test
  void aFolderWithoutPhotosIsRefusedByName() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "not a photo");
    for (Path wrong : List.of(folder, folder.resolve("missing"))) {
      assertThatThrownBy(() -> CalibrationPhotos.read(wrong))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining(wrong.toString());
    }
  }

  @Test
  void thoseOfTheDemoServeUnlessTheyArePainted() throws IOException {
    Path demo = Files.createDirectories(folder.resolve("cache/demo/photos"));
    assertThat(photos().folder(null)).isEqualTo(demo);
    assertThat(photos().folder(folder)).isEqualTo(folder);
    Files.copy(Samples.shared().resolve("manifest.tsv"), demo.resolve("manifest.tsv"));
    assertThatThrownBy(() -> photos().folder(null))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("int8 is calibrated with photos")
        .hasMessageContaining(folder.resolve("index").toString())
        .hasMessageContaining("--calibrate");
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> photos().folder(missing))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("there is no folder " + missing);
  }

  private CalibrationPhotos photos() {
    Map<String, String> variables =
        Map.of(
            "LUMIERE_CACHE", folder.resolve("cache").toString(),
            "LUMIERE_INDEX", folder.resolve("index").toString());
    return new CalibrationPhotos(
        new Home(
            new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                variables)));
  }
}
