package io.lumiere.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder();

  @Test
  void readsAJpegAtAReducedSize() throws IOException {
    BufferedImage painted = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = painted.createGraphics();
    graphics.setColor(new Color(200, 100, 50));
    graphics.fillRect(0, 0, 640, 480);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(painted, "jpeg", out);

    DecodedImage image = decoder.decode(out.toByteArray(), "a.jpg", 100);

    assertThat(image.width()).isEqualTo(640);
    assertThat(image.height()).isEqualTo(480);
    assertThat(image.format()).isEqualTo("jpeg");
    assertThat(image.orientation()).isEqualTo(1);
    assertThat(image.image().width()).isEqualTo(160);
    assertThat(image.image().height()).isEqualTo(120);
    assertThat(image.image().rgb()[0] & 0xff).isBetween(197, 203);
    assertThat(image.image().rgb()[2] & 0xff).isBetween(47, 53);
  }
}
