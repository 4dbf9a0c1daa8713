package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import io.lumiere.images.internal.opencv.TestEncoder;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what their name says, or not whole: said in a sentence, never a crash. */
class BrokenImagesTest {
  private final ImageDecoder decoder = new ImageDecoder();
  private final BufferedImage scene = TestImages.scene(160, 120);

  private void assertCorrupt(byte[] file, String message) {
    assertThatThrownBy(() -> decoder.decode(file, "a.jpg", 60))
        .isInstanceOf(CorruptImageException.class)
        .hasMessageContaining(message);
  }

  private void assertUnsupported(byte[] file, String message) {
    assertThatThrownBy(() -> decoder.decode(file, "a.jpg", 60))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void nothingAndNoise() {
    assertCorrupt(new byte[0], "the file is empty");
    assertUnsupported(new byte[4096], "not an image that is known here");
    byte[] noise = new byte[4096];
    new Random(3).nextBytes(noise);
    assertUnsupported(noise, "not an image that is known here");
    assertUnsupported(new byte[] {(byte) 0xff}, "not an image that is known here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dear diary, today I took no photo.|a text",
        "\n<!DOCTYPE html><html>404</html>|a web page",
        "<html>|a web page",
        "<?xml version=\"1.0\"?><svg xmlns=\"x\"/>|an SVG drawing",
        "%PDF-1.7|a PDF document",
        "8BPS____|a Photoshop document",
        "FOVb____|a raw file of a camera whose previews are not found here",
      })
  void otherFilesAreNamed(String content, String name) {
    assertUnsupported(TestExif.ascii(content), "the file is " + name + ": JPEG, PNG");
  }

  @Test
  void videosAreNamed() {
    assertUnsupported(TestExif.ascii("\0\0\0\u0018ftypisom\0\0\0\0"), "a video or audio file");
  }

  @Test
  void aPhotoWhoseLastRowsAreMissingIsAccepted() {
    byte[] jpeg = TestImages.jpeg(scene, false);
    DecodedImage decoded = decoder.decode(TestImages.cutOff(jpeg, 0.9), "a", 48);
    assertThat(decoded.image().height()).isEqualTo(60);
    RgbImage whole = decoder.decode(jpeg, "a", 48).image();
    assertThat(Pixels.at(decoded.image(), 40, 20)).isEqualTo(Pixels.at(whole, 40, 20));
    assertThat(Pixels.at(decoded.image(), 79, 59)).isEqualTo(0x808080);
  }

  @Test
  void aPhotoOfWhichMuchIsMissingIsNot() {
    byte[] jpeg = TestImages.jpeg(scene, false);
    assertCorrupt(TestImages.cutOff(jpeg, 0.5), "% of its rows are missing");
    assertCorrupt(TestImages.cutOff(jpeg, 0.3), "% of its rows are missing");
    assertCorrupt(TestImages.cutOff(jpeg, 0.01), "the file ends within its header");
  }

  @Test
  void aProgressivePhotoIsBlurredWhereItIsCutOff() {
    byte[] file = TestImages.jpeg(scene, true);
    RgbImage whole = decoder.decode(file, "a", 120).image();
    // At times the cut is within a scan, at times within the header of one.
    for (int percent = 30; percent < 100; percent += 5) {
      RgbImage blurred = decoder.decode(TestImages.cutOff(file, percent / 100.0), "a", 120).image();
      assertThat(Pixels.meanDifferenceToBoxes(whole, blurred, 1)).isBetween(0.1, 20.0);
    }
  }

  @Test
  void aBmpThatIsAnotherFormatInside() {
    byte[] bmp = TestImages.file("bmp", scene);
    bmp[30] = 4;
    assertUnsupported(bmp, "not supported: a BMP that is a JPEG inside");
  }

  @Test
  void aWebpMustBeWhole() {
    byte[] webp = TestEncoder.webp(160, 120, Samples8.bgra(scene), 90);
    assertCorrupt(TestImages.cutOff(webp, 0.9), "webp data is damaged");
    assertCorrupt(Arrays.copyOf(webp, 20), "ends within its header");
  }
}
