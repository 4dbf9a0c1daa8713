package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Samples of more than 8 bits, and means of samples, become the nearest 8 bits. */
class DepthTest {
  private final ImageDecoder decoder = new ImageDecoder();

  @Test
  void sixteenBitsAreRounded() {
    // 0x00ff is 0.99 of 255: rounded, not cut off.
    byte[] sample = {(byte) 0xff, 0};
    byte[] one = TiffBuilder.write(1, 1, 1, 16, 1, sample);
    assertThat(decoder.decode(one, "a", 1).image().rgb()).containsOnly(1);
  }

  @Test
  void floatingPoint() {
    assertThat(floats(0, 0.5f, 1)).containsExactly(0, 128, 255);
    assertThat(floats(0, 128, 255)).containsExactly(0, 128, 255);
    assertThat(floats(0, 65535, 65535 / 2f)).containsExactly(0, 255, 128);
    assertThat(floats(-100, 0, 100)).containsExactly(0, 128, 255);
    assertThat(floats(0, Float.NaN, 1)).containsExactly(0, 0, 255);
    assertThat(floats(5e8f, 5e8f, 5e8f)).hasSize(3);
    assertThat(floats(Float.NEGATIVE_INFINITY, 0, Float.POSITIVE_INFINITY)).startsWith(0, 0);
  }

  private int[] floats(float... values) {
    ByteBuffer samples = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      samples.putFloat(value);
    }
    byte[] tiff = TiffBuilder.write(3, 1, 1, 32, 1, samples.array());
    RgbImage image = decoder.decode(tiff, "a", 1).image();
    return new int[] {
      Pixels.at(image, 0, 0) & 0xff, Pixels.at(image, 1, 0) & 0xff, Pixels.at(image, 2, 0) & 0xff
    };
  }

  @Test
  void aReducedImageIsTheMeanOfItsBoxes() {
    RgbImage scene = decoder.decode(sceneAsPng(), "a", 60).image();
    RgbImage reduced = decoder.decode(sceneAsPng(), "a", 16).image();
    assertThat(Pixels.meanDifferenceToBoxes(scene, reduced, 3)).isCloseTo(0.25, within(0.25));
  }

  private static byte[] sceneAsPng() {
    return TestImages.file("png", TestImages.scene(90, 60));
  }
}
