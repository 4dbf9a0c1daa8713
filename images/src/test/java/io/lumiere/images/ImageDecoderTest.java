package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes: what is decoded, how far it is reduced, and what is refused. */
class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder();

  @ParameterizedTest
  @CsvSource({
    // width, height, least short side; expected width, height
    "640, 480, 480, 640, 480",
    "640, 480, 193, 640, 480",
    "640, 480, 192, 320, 240",
    "640, 480, 48, 80, 60",
    "640, 480, 24, 40, 30",
    "640, 480, 1, 2, 2",
    "641, 481, 1000, 641, 481",
    "643, 481, 190, 322, 241",
    "100, 2000, 40, 50, 1000",
    "2000, 100, 100, 2000, 100",
    "1, 1, 224, 1, 1",
  })
  void reducesByAWholeFactor(int width, int height, int least, int toWidth, int toHeight) {
    BufferedImage quarters = TestImages.quarters(width, height);
    for (byte[] file :
        new byte[][] {
          TestImages.jpeg(quarters, false),
          TestImages.jpeg(quarters, true),
          TestImages.file("png", quarters),
          TestImages.file("gif", quarters)
        }) {
      DecodedImage decoded = decoder.decode(file, "a", least);
      assertThat(decoded.width()).isEqualTo(width);
      assertThat(decoded.height()).isEqualTo(height);
      assertThat(decoded.image().width()).isEqualTo(toWidth);
      assertThat(decoded.image().height()).isEqualTo(toHeight);
      if (Math.min(toWidth, toHeight) > 8) {
        Pixels.assertQuarters(
            decoded.image(), TestImages.RED, TestImages.GREEN, TestImages.BLUE, TestImages.YELLOW);
      }
    }
  }

  @Test
  void aReducedPhotoLooksLikeTheWholeOne() {
    BufferedImage scene = TestImages.scene(800, 600);
    for (byte[] file :
        new byte[][] {TestImages.jpeg(scene, false), TestImages.file("png", scene)}) {
      RgbImage whole = decoder.decode(file, "a", 600).image();
      RgbImage reduced = decoder.decode(file, "a", 120).image();
      assertThat(reduced.width()).isEqualTo(200);
      assertThat(Pixels.meanDifferenceToBoxes(whole, reduced, 4)).isLessThan(1.5);
    }
  }

  @Test
  void refusesAHeaderThatPromisesMoreThanTheFileHolds() {
    byte[] png = TestImages.file("png", TestImages.quarters(16, 16));
    png[18] = png[22] = 0x30; // 12304 x 12304
    assertThatThrownBy(() -> decoder.decode(png, "a", 8))
        .isInstanceOf(CorruptImageException.class)
        .hasMessageContaining("more than its " + png.length + " bytes can hold");
    byte[] gif = TestImages.file("gif", TestImages.quarters(16, 16));
    gif[7] = gif[9] = 0x2f; // 12048 x 12048
    assertThatThrownBy(() -> decoder.decode(gif, "a", 8))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining("no photo is that empty");
  }

  @Test
  void refusesAHeaderWithoutPixels() {
    byte[] png = TestImages.file("png", TestImages.quarters(16, 16));
    png[19] = 0;
    assertThatThrownBy(() -> decoder.decode(png, "a", 8))
        .isInstanceOf(CorruptImageException.class)
        .hasMessage("its header gives 0 x 16 pixels");
    assertThatThrownBy(() -> decoder.decode(png, "a", 0)).hasMessageContaining("minShortSide is 0");
  }
}
