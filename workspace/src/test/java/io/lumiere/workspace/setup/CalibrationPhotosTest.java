package io.lumiere.workspace.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.gallery.PaintedScenes;
import io.lumiere.workspace.Home;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationPhotosTest {
  /** As the demo writes it of a painted scene; only where a sample is from matters here. */
  private static final String PAINTED_MANIFEST =
      "1\t2\t3\t4\t5\t6\t7\t8\na.jpg\t\tpainted:lake\t\t\t\t\t\n";

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

  /** A disk's root has a folder that is not the user's to read, and archives have films. */
  @Test
  void whatCannotBeReadIsPassedOver() throws IOException {
    ImageIO.write(PaintedScenes.paint(1, 80).get(0), "png", folder.resolve("one.png").toFile());
    Path closed = Files.createDirectory(folder.resolve("lost+found"));
    Files.setPosixFilePermissions(closed, Set.of());
    for (String large : List.of("film.mp4", "large.jpg")) {
      try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve(large).toFile(), "rw")) {
        sparse.setLength(3L << 30);
      }
    }
    assertThat(CalibrationPhotos.read(folder)).hasSize(1);
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
    Files.writeString(demo.resolve("manifest.tsv"), PAINTED_MANIFEST);
    assertThatThrownBy(() -> photos().folder(null))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("int8 is calibrated with photos")
        .hasMessageContaining(folder.resolve("index").toString())
        .extracting(failure -> ((LumiereException) failure).fault())
        .isEqualTo(Fault.NO_CALIBRATION_PHOTOS);
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
    return new CalibrationPhotos(new Home(variables));
  }
}
