package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The average colour belongs to a photo's content: it is computed once, and stays with it. */
class AverageColourFieldTest {
  private static final int ORANGE = 0xe08020;

  @TempDir private Path temp;
  private Workspace work;

  @BeforeEach
  void index() throws IOException {
    work = new Workspace(temp);
    Pictures.write(work.file("orange.png"), even(ORANGE));
    work.run();
  }

  private static byte[] even(int colour) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(colour));
    graphics.fillRect(0, 0, 64, 48);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private Integer colour(String path) {
    return work.open().photos().get(path).image().averageColour();
  }

  private void forget() {
    RewrittenIndex.rewritePhotos(work.index, AverageColourFieldTest::withoutColour);
  }

  private static Photo withoutColour(Photo photo) {
    ImageInfo image = photo.image();
    return Photo.builder(
            photo.id(),
            photo.file(),
            new ImageInfo(image.width(), image.height(), image.orientation(), image.format()))
        .build();
  }

  @Test
  void isOfThePixels() {
    assertThat(colour("orange.png")).isEqualTo(ORANGE);
  }

  @Test
  void staysWhenMetadataAloneAreReadAgain() throws IOException {
    Files.writeString(work.file("orange.png.xmp"), "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>");

    IndexReport report = work.run();

    assertThat(report.counts().updated()).isEqualTo(1);
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(colour("orange.png")).isEqualTo(ORANGE);
  }

  @Test
  void goesWithAMoveAndACopy() throws IOException {
    Files.move(work.file("orange.png"), work.file("moved.png"));
    Files.copy(work.file("moved.png"), work.file("copy.png"));

    work.run();

    assertThat(work.encoder.calls).hasValue(0);
    assertThat(colour("moved.png")).isEqualTo(ORANGE);
    assertThat(colour("copy.png")).isEqualTo(ORANGE);
  }

  @Test
  void followsTheContent() throws IOException {
    Pictures.write(work.file("orange.png"), even(0x102030));
    work.run();
    assertThat(colour("orange.png")).isEqualTo(0x102030);
  }

  @Test
  void anOlderIndexJustLacksIt() {
    forget();
    assertThat(colour("orange.png")).isNull();
    IndexReport report = work.run();
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(report.photos()).isEqualTo(1);
    assertThat(colour("orange.png")).isNull();
  }
}
