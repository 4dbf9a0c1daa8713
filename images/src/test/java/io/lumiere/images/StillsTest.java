package io.lumiere.images;

import static io.lumiere.images.TestImages.BLUE;
import static io.lumiere.images.TestImages.GREEN;
import static io.lumiere.images.TestImages.RED;
import static io.lumiere.images.TestImages.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG 2000 and OpenEXR files, made by {@code src/test/python/still_goldens.py}. */
class StillsTest {
  private static final int WHITE = 0xffffff;

  private final ImageDecoder decoder = new ImageDecoder();

  private static byte[] read(String name) {
    try (InputStream in = StillsTest.class.getResourceAsStream("/stills/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RgbImage decode(String name, int width, int height) {
    DecodedImage decoded = decoder.decode(read(name), "a", 1000);
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
    assertThat(HeifFiles.differenceToScene(image, false)).isLessThanOrEqualTo(tolerance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey.jp2", "grey.exr"})
  void grey(String name) {
    RgbImage image = decode(name, 64, 48);
    assertThat(HeifFiles.differenceToScene(image, true)).isLessThanOrEqualTo(0.3);
  }

  @Test
  void oddSizes() {
    Pixels.assertQuarters(decode("odd.jp2", 65, 49), RED, GREEN, BLUE, YELLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.jp2", "alpha.exr"})
  void transparencyOnWhite(String name) {
    RgbImage image = decode(name, 64, 48);
    assertThat(Pixels.distance(Pixels.at(image, 8, 12), WHITE)).isLessThan(2);
    assertThat(Pixels.distance(Pixels.at(image, 24, 12), RED)).isLessThan(2);
    assertThat(Pixels.distance(Pixels.at(image, 40, 36), WHITE)).isLessThan(2);
    assertThat(Pixels.distance(Pixels.at(image, 56, 36), YELLOW)).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lossless.jp2",
        "tiles.jp2",
        "alpha.jp2",
        "zip.exr",
        "piz.exr",
        "rle.exr",
        "none.exr",
        "float.exr"
      })
  void cutOff(String name) {
    byte[] whole = read(name);
    for (int percent = 1; percent < 90; percent += 8) {
      byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
      assertThatThrownBy(() -> decoder.decode(part, "a", 1000))
          .as("%s, %d%%", name, percent)
          .isInstanceOf(ImageException.class);
    }
  }

  /** Any outcome is fine that is a picture or a reason. */
  @ParameterizedTest
  @ValueSource(
      strings = {"lossless.jp2", "tiles.jp2", "alpha.jp2", "zip.exr", "piz.exr", "rle.exr"})
  void damaged(String name, @Seeded Random random) {
    long seed = Seeds.ofRun();
    for (int i = 0; i < 100; i++) {
      byte[] bytes = read(name);
      for (int j = random.nextInt(4); j >= 0; j--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        decoder.decode(bytes, "a", 1000);
      } catch (ImageException e) {
        assertThat(e.getMessage()).as("seed %d, file %d", seed, i).isNotBlank();
      }
    }
  }

  @Test
  void noMemoryIsKept() {
    byte[] jp2 = read("alpha.jp2");
    byte[] exr = read("zip.exr");
    decodeAll(50, jp2, exr);
    long before = Pointer.totalBytes();
    long resident = Pointer.physicalBytes();
    decodeAll(1000, jp2, exr);
    assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
    assertThat(Pointer.physicalBytes() - resident).isLessThan(100L << 20);
  }

  private void decodeAll(int times, byte[] jp2, byte[] exr) {
    for (int i = 0; i < times; i++) {
      assertThat(decoder.decode(jp2, "a", 100).image().width()).isEqualTo(64);
      assertThat(decoder.decode(exr, "a", 100).image().width()).isEqualTo(96);
    }
  }
}
