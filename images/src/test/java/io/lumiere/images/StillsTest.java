package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG 2000 and OpenEXR files, made by {@code src/test/python/still_goldens.py}. */
class StillsTest {
  private final ImageDecoder decoder = new ImageDecoder();

  private RgbImage decode(String name, int width, int height) {
    DecodedImage decoded = decoder.decode(TestFiles.read("stills/" + name), "a", 1000);
    assertThat(decoded.format()).isEqualTo(name.endsWith(".exr") ? "exr" : "jp2");
    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.height()).isEqualTo(height);
    return decoded.image();
  }

  /** Half-precision numbers and the curve of sRGB lose up to one step of 255. */
  @ParameterizedTest
  @CsvSource({
    "lossless.jp2, 0",
    "codestream.j2k, 0",
    "tiles.jp2, 0",
    "sixteen.jp2, 0.5",
    "scene.jp2, 3",
    "none.exr, 0.3",
    "rle.exr, 0.3",
    "zip.exr, 0.3",
    "piz.exr, 0.3",
    "pxr24.exr, 0.3",
    "float.exr, 0.3"
  })
  void everyWayOfCoding(String name, double tolerance) {
    RgbImage image = decode(name, 96, 64);
    assertThat(Pixels.differenceToScene(image, false)).isLessThanOrEqualTo(tolerance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey.jp2", "grey.exr"})
  void grey(String name) {
    RgbImage image = decode(name, 64, 48);
    assertThat(Pixels.differenceToScene(image, true)).isLessThanOrEqualTo(0.3);
  }
}
