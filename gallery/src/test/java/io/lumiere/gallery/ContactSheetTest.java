package io.lumiere.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.gallery.internal.samples.JpegMetadata;
import io.lumiere.gallery.internal.samples.Jpegs;
import io.lumiere.gallery.internal.samples.SampleTable;
import io.lumiere.testing.ChildProcess;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  @TempDir Path dir;

  /** Red above, blue below; stored with the orientation. */
  private Path flag(String name, int orientation) throws IOException {
    BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, 400, 150);
    g.setColor(Color.BLUE);
    g.fillRect(0, 150, 400, 150);
    byte[] jpeg =
        JpegMetadata.write(
            Jpegs.encode(image, 0.9f), SampleTable.painted().getFirst(), orientation);
    return Files.write(dir.resolve(name), jpeg);
  }

  private static Color at(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y));
  }

  private static void assertRed(Color colour) {
    assertThat(colour.getRed()).isGreaterThan(200);
    assertThat(colour.getBlue()).isLessThan(60);
  }

  @Test
  void placesPhotosRowByRowAndUpright() throws IOException {
    Path upright = flag("a.jpg", 1);
    Path upsideDown = flag("b.jpg", 3);
    Path right = flag("c.jpg", 6);
    Path left = flag("d.jpg", 8);
    Path out = dir.resolve("new/sheet.png");
    List<ContactSheet.Tile> tiles =
        List.of(
            new ContactSheet.Tile(upright, "one"),
            new ContactSheet.Tile(upsideDown, "a caption that is far too long for its tile"),
            new ContactSheet.Tile(right, ""),
            new ContactSheet.Tile(left, "four"));

    ContactSheet.write(tiles, 2, 200, out);

    BufferedImage sheet = ImageIO.read(out.toFile());
    assertThat(sheet.getWidth()).isEqualTo(10 + 2 * 210);
    assertThat(sheet.getHeight()).isEqualTo(10 + 2 * (150 + 22 + 10));
    assertRed(at(sheet, 110, 40));
    assertRed(at(sheet, 320, 130));
    // The turned ones are 113 wide and stand in the middle of their tiles.
    assertRed(at(sheet, 110 + 35, 192 + 75));
    assertRed(at(sheet, 320 - 35, 192 + 75));
    assertThat(at(sheet, 20, 192 + 75)).isEqualTo(new Color(0x16181c));
  }

  @Test
  void namesWhatItCannotRead() throws IOException {
    Path missing = dir.resolve("missing.jpg");
    Path text = Files.writeString(dir.resolve("text.jpg"), "hello");
    for (Path photo : List.of(missing, text)) {
      assertThatThrownBy(() ->
              ContactSheet.write(
                  List.of(new ContactSheet.Tile(photo, "")), 1, 100, dir.resolve("x.png")))
          .isInstanceOf(GalleryException.class)
          .hasMessageContaining(photo.toString());
    }
  }

  @Test
  void refusesUnknownFormatsAndEmptySheets() throws IOException {
    List<ContactSheet.Tile> one = List.of(new ContactSheet.Tile(flag("a.jpg", 1), ""));
    assertThatThrownBy(() -> ContactSheet.write(one, 1, 100, dir.resolve("sheet.webp")))
        .hasMessageContaining("sheet.webp does not end in .png or .jpg");
    assertThatThrownBy(() -> ContactSheet.write(List.of(), 1, 100, dir.resolve("sheet.png")))
        .hasMessageContaining("not 0, 1 and 100");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesTextOutWhereThereAreNoFonts() throws Exception {
    Path config = Files.writeString(dir.resolve("fonts.conf"), "<fontconfig/>");
    Path out = dir.resolve("sheet.png");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            // Java remembers the fonts that it found in the home folder.
            "-Duser.home=" + dir,
            "-cp",
            System.getProperty("java.class.path"),
            SheetProgram.class.getName(),
            flag("a.jpg", 1).toString(),
            out.toString());
    java.environment().put("FONTCONFIG_FILE", config.toString());
    Path log = dir.resolve("log");
    java.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = ChildProcess.start(java, Duration.ofMinutes(2));
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).contains("no fonts here");
    assertRed(at(ImageIO.read(out.toFile()), 60, 25));
  }
}
