package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
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

  /** Light that is brighter than white, and what sharpening adds around edges. */
  @Test
  void floatingPointAroundARange() {
    assertThat(floats(0, 0.5f, 1, 1.2f)).containsExactly(0, 128, 255, 255);
    assertThat(floats(-0.01f, 0.5f, 1, 60)).containsExactly(0, 128, 255, 255);
    assertThat(floats(-8.5f, 128, 255, 262)).containsExactly(0, 128, 255, 255);
    assertThat(floats(0, 0.5f, 120.5f, 255)).containsExactly(0, 1, 121, 255);
    assertThat(floats(0, 2.5f, 127.5f, 255)).containsExactly(0, 3, 128, 255);
    assertThat(floats(0, 1, 1, 255)).containsExactly(0, 1, 1, 255);
    assertThat(floats(-5.5f, 0, 5, 5.5f)).containsExactly(0, 128, 243, 255);
  }

  private int[] floats(float... values) {
    byte[] tiff = TiffBuilder.write(values.length, 1, 1, 32, 1, littleEndian(values));
    RgbImage image = decoder.decode(tiff, "a", 1).image();
    return IntStream.range(0, values.length).map(x -> Pixels.at(image, x, 0) & 0xff).toArray();
  }

  private static byte[] littleEndian(float... values) {
    ByteBuffer samples = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      samples.putFloat(value);
    }
    return samples.array();
  }

  @Test
  void anAlphaChannelHasARangeOfItsOwn() {
    assertThat(transparent(1.5f, 1)).containsExactly(255, 128, 0);
    assertThat(transparent(1.5f, 0.5f)).containsExactly(255, 191, 127);
    assertThat(transparent(4, 1)).containsExactly(255, 128, 0);
    assertThat(transparent(4, 255)).containsExactly(255, 128, 0);
  }

  /** Red, green and blue of a pixel, laid on white, beside one of another alpha. */
  private int[] transparent(float red, float alpha) {
    float[] values = {red, 0.5f, 0, alpha, 0, 0, 0, 0};
    TiffBuilder.Image image = new TiffBuilder.Image(2, 1).tag(258, 32, 32, 32, 32).tag(277, 4);
    image.tag(262, 2).tag(339, 3, 3, 3, 3).tag(338, 2).strip(littleEndian(values));
    int pixel = Pixels.at(decoder.decode(TiffBuilder.of(image), "a", 1).image(), 0, 0);
    return new int[] {pixel >> 16, pixel >> 8 & 0xff, pixel & 0xff};
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
