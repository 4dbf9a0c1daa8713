package io.lumiere.images.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class ResizerTest {
  private static RgbImage grey(int width, int height, IntBinaryOperator value) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) value.applyAsInt(i / 3 % width, i / 3 / width);
    }
    return new RgbImage(width, height, rgb);
  }

  @Test
  void anEvenColourStaysWhatItIs() {
    for (int value : new int[] {0, 1, 127, 128, 254, 255}) {
      RgbImage small = Resizer.shrink(grey(97, 61, (x, y) -> value), 13, 7);
      assertThat(small.rgb()).containsOnly(value).hasSize(3 * 13 * 7);
    }
  }

  @Test
  void aRampStaysARamp() {
    RgbImage small = Resizer.shrink(grey(256, 64, (x, y) -> x), 64, 16);
    for (int x = 4; x < 60; x++) {
      int value = small.rgb()[3 * (8 * 64 + x)] & 0xff;
      assertThat(value).isBetween(4 * x, 4 * x + 3);
    }
  }

  @Test
  void whatIsFinerThanTheResultBecomesEven() {
    // Lines of one pixel, which a filter that skips pixels shows as broad bands.
    RgbImage lines = grey(1000, 750, (x, y) -> x % 2 == 0 ? 0 : 255);
    for (byte value : Resizer.shrink(lines, 480, 360).rgb()) {
      assertThat(value & 0xff).isBetween(100, 155);
    }
    RgbImage thirds = grey(1000, 750, (x, y) -> y % 3 == 0 ? 255 : 0);
    for (byte value : Resizer.shrink(thirds, 400, 300).rgb()) {
      assertThat(value & 0xff).isBetween(55, 115);
    }
  }

  @Test
  void channelsAndSidesStayApart() {
    RgbImage image = grey(40, 20, (x, y) -> 0); // Red from left to right, green from top to bottom.
    for (int i = 0; i < 800; i++) {
      image.rgb()[3 * i] = (byte) (i % 40 * 6);
      image.rgb()[3 * i + 1] = (byte) (i / 40 * 12);
    }
    RgbImage small = Resizer.shrink(image, 20, 10);
    assertThat(small.rgb()[0] & 0xff).isLessThan(10);
    assertThat(small.rgb()[3 * 19] & 0xff).isGreaterThan(220);
    assertThat(small.rgb()[3 * 19 + 1] & 0xff).isLessThan(15);
    assertThat(small.rgb()[3 * 20 * 9 + 1] & 0xff).isGreaterThan(210);
    for (int i = 2; i < small.rgb().length; i += 3) {
      assertThat(small.rgb()[i]).isZero();
    }
  }

  @Test
  void itsOwnSizeIsThePictureItself() {
    RgbImage image = grey(5, 4, (x, y) -> x);
    assertThat(Resizer.shrink(image, 5, 4)).isSameAs(image);
    assertThatThrownBy(() -> Resizer.shrink(image, 6, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 x 4 pixels to 6 x 4");
  }

  @Test
  void anySizesGoTogether() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      int width = 1 + random.nextInt(70);
      int height = 1 + random.nextInt(70);
      RgbImage image = grey(width, height, (x, y) -> random.nextInt(256));
      RgbImage small = Resizer.shrink(image, 1 + random.nextInt(width), 1 + random.nextInt(height));
      assertThat(small.rgb()).hasSize(3 * small.width() * small.height());
    }
    byte[] white = new byte[3 * 70];
    Arrays.fill(white, (byte) 255);
    assertThat(Resizer.shrink(new RgbImage(70, 1, white), 1, 1).rgb()).containsOnly(255);
  }
}
