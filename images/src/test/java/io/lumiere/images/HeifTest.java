package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEIC and AVIF files of other encoders come out as the colours that were put into them. */
class HeifTest {
  /**
   * What coding at a high quality loses, and subsampled colour; a wrong matrix is 5 and more off.
   */
  private static final double TOLERANCE = 1.2;

  private final ImageDecoder decoder = new ImageDecoder();

  private DecodedImage decode(String name, int width, int height) {
    DecodedImage decoded = decoder.decode(TestFiles.read("heif/" + name), "a", 1000);
    assertThat(decoded.format()).isEqualTo(name.substring(name.lastIndexOf('.') + 1));
    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.height()).isEqualTo(height);
    assertThat(decoded.image().width()).isEqualTo(width);
    assertThat(decoded.image().height()).isEqualTo(height);
    return decoded;
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
    assertThat(Pixels.differenceToScene(image, false)).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey.heic", "limited-grey.avif", "ten-bit-grey.avif"})
  void grey(String name) {
    RgbImage image = decode(name, 64, 48).image();
    assertThat(Pixels.differenceToScene(image, true)).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid.heic", "grid.avif"})
  void tilesMakeOnePicture(String name) {
    boolean heic = name.equals("grid.heic");
    RgbImage image = decode(name, heic ? 180 : 128, heic ? 110 : 128).image();
    assertThat(Pixels.differenceToScene(image, false)).isLessThan(TOLERANCE);
  }

  @Test
  void tilesAreTurnedAsOnePicture() {
    DecodedImage decoded = decode("grid-turned.heic", 90, 120);
    assertThat(decoded.orientation()).isEqualTo(6);
    assertThat(Pixels.at(decoded.image(), 0, 0)).isNotZero();
  }

  /** A file whose last picture is said to have another size, and that crops none. */
  static byte[] sized(byte[] file, int width, int height) {
    boolean isCropped = Patch.indexOf(file, "clap") >= 0;
    byte[] whole = isCropped ? Patch.after(file, "clap", 0, 'x') : file;
    int size = Patch.indexOf(file, "ispe") + 8; // After version and flags.
    return Patch.ints(whole, size, ByteOrder.BIG_ENDIAN, width, height);
  }
}
