package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.images.internal.ffmpeg.HeifDecoder;
import io.lumiere.images.internal.format.Signatures;
import io.lumiere.images.internal.opencv.TestEncoder;
import io.lumiere.images.internal.pixels.Frames;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An animation that begins with nothing is known by what comes after. */
class BlankFirstTest {
  private final ImageDecoder decoder = new ImageDecoder();
  private final BufferedImage quarters = TestImages.quarters(64, 48);

  private void assertQuarters(byte[] file) {
    Pixels.assertQuarters(decoder.decode(file, "a", 48).image(), RED, GREEN, BLUE, YELLOW);
  }

  private static BufferedImage plain(int argb) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 64 * 48; i++) {
      image.setRGB(i % 64, i / 64, argb);
    }
    return image;
  }

  private static BufferedImage opaque(int rgb) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().drawImage(plain(rgb | 0xff000000), 0, 0, null);
    return image;
  }

  @ParameterizedTest
  @ValueSource(ints = {0x000000, 0xffffff, 0x4060a0})
  void gif(int colour) {
    assertQuarters(TestImages.animatedGif(opaque(colour), quarters));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00000000, 0xff000000, 0xffffffff})
  void webp(int colour) {
    byte[] first = TestEncoder.webp(64, 48, Samples8.bgra(plain(colour)));
    byte[] second = TestEncoder.webp(64, 48, Samples8.bgra(quarters));
    assertQuarters(TestAnimations.webp(first, second, 64, 48));
  }

  @Test
  void avif() {
    assertQuarters(TestFiles.read("heif/blank-first.avif"));
  }

  /** Memory is for the picture, not for what a track says of itself. */
  @Test
  void aSequenceOfAnotherSizeIsNotDecoded() {
    byte[] file = TestFiles.read("heif/blank-first.avif");
    int entry = Patch.indexOf(file, "av01") + 4;
    byte[] large = Patch.shorts(file, entry + 24, ByteOrder.BIG_ENDIAN, 16_384, 16_384);
    try (Frames frames = HeifDecoder.frames(large, Signatures.read(large))) {
      assertThat(frames.next()).isNull();
    }
    DecodedImage decoded = decoder.decode(large, "a", 48);
    assertThat(Pixels.at(decoded.image(), 5, 5)).isEqualTo(Pixels.at(decoded.image(), 50, 40));
  }

  @Test
  void whereAllPicturesAreBlankItIsTheFirst() {
    byte[] gif = TestImages.animatedGif(opaque(0xffffff), opaque(0x000000));
    assertThat(Pixels.at(decoder.decode(gif, "a", 48).image(), 5, 5)).isEqualTo(0xffffff);
    byte[] still = TestImages.file("gif", opaque(0xffffff));
    assertThat(Pixels.at(decoder.decode(still, "a", 48).image(), 5, 5)).isEqualTo(0xffffff);
  }

  @Test
  void aDamagedSecondPictureDoesNotCostTheFirst() {
    byte[] gif = TestImages.animatedGif(opaque(0xffffff), quarters);
    byte[] cut = TestImages.cutOff(gif, 0.8);
    DecodedImage decoded = decoder.decode(gif, "a", 48);
    assertThat(decoded.width()).isEqualTo(64);
    try {
      assertThat(decoder.decode(cut, "a", 48).width()).isEqualTo(64);
    } catch (CorruptImageException e) {
      assertThat(e).hasMessageContaining("gif data is damaged");
    }
  }
}
