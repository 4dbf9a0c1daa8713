package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEIC and AVIF files of other encoders come out as the colours that were put into them. */
class HeifTest {
  private static final int WHITE = 0xffffff;

  /**
   * What coding at a high quality loses, and subsampled colour; a wrong matrix is 5 and more off.
   */
  private static final double TOLERANCE = 1.2;

  private final ImageDecoder decoder = new ImageDecoder();

  private DecodedImage decode(String name, int width, int height) {
    DecodedImage decoded = decoder.decode(HeifFiles.read(name), "a", 1000);
    assertThat(decoded.format()).isEqualTo(name.substring(name.lastIndexOf('.') + 1));
    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.height()).isEqualTo(height);
    assertThat(decoded.image().width()).isEqualTo(width);
    assertThat(decoded.image().height()).isEqualTo(height);
    return decoded;
  }

  @ParameterizedTest
  @ValueSource(strings = {"quarters.heic", "quarters.avif", "sequence.avif", "sequence-alone.avif"})
  void colour(String name) {
    RgbImage image = decode(name, 64, 48).image();
    Pixels.assertQuarters(image, RED, GREEN, BLUE, YELLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scene.heic",
        "limited-709.heic",
        "limited-601.heic",
        "full-2020.heic",
        "rgb.heic",
        "ten-bit.heic",
        "twelve-bit-444.heic",
        "scene-420.avif",
        "scene-422.avif",
        "scene-444.avif",
        "lossless.avif",
        "limited-601.avif",
        "limited-709.avif",
        "full-2020.avif",
        "ten-bit.avif",
        "twelve-bit.avif",
      })
  void everyMatrixRangeDepthAndSubsampling(String name) {
    RgbImage image = decode(name, 96, 64).image();
    assertThat(HeifFiles.differenceToScene(image, false)).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey.heic", "limited-grey.avif", "ten-bit-grey.avif"})
  void grey(String name) {
    RgbImage image = decode(name, 64, 48).image();
    assertThat(HeifFiles.differenceToScene(image, true)).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid.heic", "grid.avif"})
  void tilesMakeOnePicture(String name) {
    boolean heic = name.equals("grid.heic");
    RgbImage image = decode(name, heic ? 180 : 128, heic ? 110 : 128).image();
    assertThat(HeifFiles.differenceToScene(image, false)).isLessThan(TOLERANCE);
  }

  @Test
  void tilesAreTurnedAsOnePicture() {
    DecodedImage decoded = decode("grid-turned.heic", 90, 120);
    assertThat(decoded.orientation()).isEqualTo(6);
    assertThat(Pixels.at(decoded.image(), 0, 0)).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"odd.heic", "odd.avif"})
  void oddSizes(String name) {
    Pixels.assertQuarters(decode(name, 65, 49).image(), RED, GREEN, BLUE, YELLOW);
  }

  @Test
  void theCroppedPartAlone() {
    Pixels.assertQuarters(decode("cropped.avif", 64, 48).image(), RED, GREEN, BLUE, YELLOW);
  }

  @Test
  void thePictureAndNotItsThumbnail() {
    Pixels.assertQuarters(decode("thumbnail.heic", 128, 96).image(), RED, GREEN, BLUE, YELLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.heic", "alpha.avif"})
  void transparencyOnWhite(String name) {
    RgbImage image = decode(name, 64, 48).image();
    assertThat(Pixels.distance(Pixels.at(image, 8, 12), WHITE)).isLessThan(7);
    assertThat(Pixels.distance(Pixels.at(image, 24, 12), RED)).isLessThan(7);
    assertThat(Pixels.distance(Pixels.at(image, 40, 36), WHITE)).isLessThan(7);
    assertThat(Pixels.distance(Pixels.at(image, 56, 36), YELLOW)).isLessThan(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"half.avif", "half-premultiplied.avif", "ten-bit-half.avif"})
  void halfTransparent(String name) {
    Pixels.assertQuarters(decode(name, 64, 48).image(), 0xff7f7f, 0x7fff7f, 0x7f7fff, 0xffff7f);
  }

  @Test
  void isReducedLikeAnyOther() {
    DecodedImage decoded = decoder.decode(HeifFiles.read("grid.heic"), "a", 22);
    assertThat(decoded.width()).isEqualTo(180);
    assertThat(decoded.image().width()).isEqualTo(45);
    assertThat(decoded.image().height()).isEqualTo(28);
  }
}
