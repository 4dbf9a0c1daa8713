package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.RgbImage;
import io.lumiere.images.internal.opencv.TestEncoder;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a file comes out as the colours that a person would see. */
class ImageFormatsTest {
  private static final int WHITE = 0xffffff;
  private static final int BLACK = 0x000000;

  private final BufferedImage quarters = TestImages.quarters(64, 48);
  private final ImageDecoder decoder = new ImageDecoder();

  private RgbImage decode(byte[] file, String format) {
    DecodedImage decoded = decoder.decode(file, "a", 48);
    assertThat(decoded.format()).isEqualTo(format);
    assertThat(decoded.width()).isEqualTo(64);
    assertThat(decoded.height()).isEqualTo(48);
    assertThat(decoded.orientation()).isEqualTo(1);
    return decoded.image();
  }

  private void assertQuarters(byte[] file, String format) {
    Pixels.assertQuarters(decode(file, format), RED, GREEN, BLUE, YELLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
  void colour(String format) {
    assertQuarters(TestImages.file(format, quarters), format);
  }

  @Test
  void jpegBaselineAndProgressive() {
    assertQuarters(TestImages.jpeg(quarters, false), "jpeg");
    assertQuarters(TestImages.jpeg(quarters, true), "jpeg");
  }

  @Test
  void webpLossyAndLossless() {
    assertQuarters(TestEncoder.webp(64, 48, Samples8.bgra(quarters), 90), "webp");
    assertQuarters(TestEncoder.webp(64, 48, Samples8.bgra(quarters)), "webp");
  }

  @Test
  void portablePixmaps() {
    byte[] head = TestExif.ascii("P6 # made by hand\n64 48\n255\n");
    assertQuarters(TestExif.concat(head, Samples8.rgb(quarters)), "pnm");
    StringBuilder text = new StringBuilder("P3\n64\t48\n255\n");
    for (byte sample : Samples8.rgb(quarters)) {
      text.append(sample & 0xff).append(' ');
    }
    assertQuarters(TestExif.ascii(text.toString()), "pnm");
  }

  @Test
  void cmykJpegAsAdobeWritesIt() {
    assertQuarters(TestImages.cmykJpeg(quarters), "jpeg");
  }

  @Test
  void palette() {
    BufferedImage indexed = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_INDEXED);
    indexed.createGraphics().drawImage(quarters, 0, 0, null);
    assertQuarters(TestImages.file("png", indexed), "png");
    assertQuarters(TestImages.file("bmp", indexed), "bmp");
  }

  @Test
  void blackAndWhite() {
    BufferedImage bits = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_BINARY);
    for (int i = 0; i < 64 * 48; i++) {
      bits.setRGB(i % 64, i / 64, i % 64 < 32 ? WHITE : BLACK);
    }
    for (String format : new String[] {"png", "tiff", "bmp"}) {
      RgbImage image = decode(TestImages.file(format, bits), format);
      Pixels.assertQuarters(image, WHITE, BLACK, WHITE, BLACK);
    }
  }

  @Test
  void greyOfEightAndSixteenBits() {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      BufferedImage grey = new BufferedImage(64, 48, type);
      int high = type == BufferedImage.TYPE_BYTE_GRAY ? 200 : 200 * 257;
      for (int i = 0; i < 64 * 48; i++) {
        grey.getRaster().setSample(i % 64, i / 64, 0, i % 64 < 32 ? 0 : high);
      }
      RgbImage image = decode(TestImages.file("png", grey), "png");
      assertThat(Pixels.at(image, 10, 10)).isEqualTo(BLACK);
      assertThat(Pixels.at(image, 50, 10)).isEqualTo(0xc8c8c8);
    }
    BufferedImage grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
    RgbImage jpeg = decode(TestImages.jpeg(grey, false), "jpeg");
    assertThat(jpeg.rgb()).containsOnly(0);
  }

  @Test
  void sixteenBitColour() {
    byte[] wide = Samples8.widened(Samples8.rgb(quarters));
    assertQuarters(TestTiff.write(64, 48, 3, 16, 1, wide), "tiff");
    // 0x00ff is 0.99 of 255: rounded, not cut off.
    byte[] sample = {(byte) 0xff, 0};
    byte[] one = TestTiff.write(1, 1, 1, 16, 1, sample);
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
    byte[] tiff = TestTiff.write(3, 1, 1, 32, 1, samples.array());
    RgbImage image = decoder.decode(tiff, "a", 1).image();
    return new int[] {
      Pixels.at(image, 0, 0) & 0xff, Pixels.at(image, 1, 0) & 0xff, Pixels.at(image, 2, 0) & 0xff
    };
  }

  @Test
  void transparencyLiesOnWhite() {
    BufferedImage layered = new BufferedImage(64, 48, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 64 * 48; i++) {
      int alpha = i % 64 < 32 ? (i / 64 < 24 ? 0 : 128) : 255;
      int rgb = quarters.getRGB(i % 64, i / 64) & 0xffffff;
      layered.setRGB(i % 64, i / 64, (alpha << 24) | rgb);
    }
    RgbImage png = decode(TestImages.file("png", layered), "png");
    Pixels.assertQuarters(png, WHITE, GREEN, 0x7f7fff, YELLOW);
    RgbImage webp = decode(TestEncoder.webp(64, 48, Samples8.bgra(layered)), "webp");
    Pixels.assertQuarters(webp, WHITE, GREEN, 0x7f7fff, YELLOW);
    RgbImage tiff = decode(TestImages.file("tiff", layered), "tiff");
    Pixels.assertQuarters(tiff, WHITE, GREEN, 0x7f7fff, YELLOW);
  }

  @Test
  void theFirstPictureOfAnAnimation() {
    BufferedImage second = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    assertQuarters(TestImages.animatedGif(quarters, second), "gif");
    byte[] png = TestImages.file("png", quarters);
    assertQuarters(TestAnimations.png(png, TestImages.file("png", second), 64, 48), "png");
    byte[] webp = TestEncoder.webp(64, 48, Samples8.bgra(quarters));
    byte[] next = TestEncoder.webp(64, 48, Samples8.bgra(second));
    assertQuarters(TestAnimations.webp(webp, next, 64, 48), "webp");
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
