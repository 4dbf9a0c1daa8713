package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import io.lumiere.images.internal.colour.TestProfiles;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AverageColourTest {
  private static int average(String... pixels) {
    return AverageColour.mean(
        new RgbImage(pixels.length, 1, HexFormat.of().parseHex(String.join("", pixels))));
  }

  @Test
  void everyEvenPictureHasItsOwnColour() {
    for (int value = 0; value < 256; value++) {
      int colour = value << 16 | (255 - value) << 8 | value / 2;
      String pixel = String.format("%06x", colour);
      assertThat(average(pixel, pixel, pixel)).as(pixel).isEqualTo(colour);
    }
  }

  @Test
  void lightIsAveragedRatherThanNumbers() {
    assertThat(average("000000", "ffffff")).isEqualTo(0xbcbcbc); // Half the light of white.
    assertThat(average("ff0000", "00ff00", "0000ff")).isEqualTo(0x9c9c9c);
  }

  @Test
  void manyBrightPixelsDoNotOverflow() {
    byte[] white = new byte[3 * 4000 * 3000];
    Arrays.fill(white, (byte) 0xff);
    assertThat(AverageColour.mean(new RgbImage(4000, 3000, white))).isEqualTo(0xffffff);
  }

  @Test
  void itIsInSrgbWhateverTheProfile() {
    RgbImage even = new RgbImage(2, 1, new byte[] {(byte) 200, 100, 50, (byte) 200, 100, 50});
    byte[] file = TestImages.jpeg(TestImages.scene(64, 48), false);
    byte[] profile = TestExif.concat(TestExif.ascii("ICC_PROFILE\0\1\1"), TestProfiles.adobeRgb());
    byte[] tagged = TestExif.insert(file, 2, TestExif.jpegSegment(0xe2, profile));
    AverageColour average = new AverageColour();
    assertThat(average.of(even, file, "a.jpg")).isEqualTo(0xc86432);
    // 200, 100, 50 in Adobe RGB is 229, 100, 44 in sRGB.
    assertThat(Pixels.distance(average.of(even, tagged, "a.jpg"), 0xe5642c)).isLessThanOrEqualTo(2);
  }
}
