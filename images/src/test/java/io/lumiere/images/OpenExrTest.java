package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import io.lumiere.testing.Fuzz;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenEXR, in each compression that FFmpeg reads. */
class OpenExrTest extends DecoderContract {
  private static byte[] read(String name) {
    return TestFiles.read("stills/" + name + ".exr");
  }

  @Override
  String format() {
    return "exr";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-exr");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    samples.add(Sample.quarters("alpha", read("alpha"), 64, 48).halfClear().exactTo(1));
    for (String name : List.of("none", "rle", "zip", "piz", "pxr24", "float")) {
      samples.add(Sample.of(name, read(name), 96, 64));
    }
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    byte[] shown = window(read("alpha"), "displayWindow", 0, 0, width, height);
    return window(shown, "dataWindow", 0, 0, width, height);
  }

  /** With another corner and another size of a window. */
  private static byte[] window(byte[] file, String name, int x, int y, int width, int height) {
    String attribute = name + "\0box2i\0";
    int corners = Patch.indexOf(file, attribute) + attribute.length() + 4;
    return Patch.ints(file, corners, ByteOrder.LITTLE_ENDIAN, x, y, x + width - 1, y + height - 1);
  }

  @Test
  void aCropLiesWhereItWasCutOutAndTheRestIsBlack() {
    byte[] crop = window(read("none"), "displayWindow", -16, -8, 128, 96);
    DecodedImage decoded = decoder.decode(crop, "a", 1000);
    assertThat(decoded.width()).isEqualTo(128);
    assertThat(decoded.height()).isEqualTo(96);
    RgbImage whole = decoder.decode(read("none"), "a", 1000).image();
    assertThat(Pixels.at(decoded.image(), 16, 8)).isEqualTo(Pixels.at(whole, 0, 0));
    assertThat(Pixels.at(decoded.image(), 111, 71)).isEqualTo(Pixels.at(whole, 95, 63));
    assertThat(Pixels.at(decoded.image(), 15, 8)).isZero();
    assertThat(Pixels.at(decoded.image(), 111, 72)).isZero();
  }

  /** Cut out of a larger picture, of which it keeps the coordinates. */
  @Test
  void windowsNeedNotBeginAtZero() {
    for (String name : List.of("none", "float")) {
      byte[] file = read(name);
      byte[] moved = window(file, "displayWindow", 10, 5, 64, 48);
      RgbImage image = decoder.decode(moved, "a", 1000).image();
      RgbImage whole = decoder.decode(file, "a", 1000).image();
      assertThat(image.width()).isEqualTo(64);
      assertThat(image.height()).isEqualTo(48);
      assertThat(Pixels.at(image, 0, 0)).isEqualTo(Pixels.at(whole, 10, 5));
      assertThat(Pixels.at(image, 63, 47)).isEqualTo(Pixels.at(whole, 73, 52));
    }
  }

  /** Light and transparency are laid on white before the curve is applied. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.5, 203",
    "0, 0.5, 188",
    "0.2, 1, 124",
    "0, 0, 255",
    "0.3, 0, 255",
    "0.5, NaN, 255",
    "7, 0.5, 255"
  })
  void transparencyIsOfLight(float light, float alpha, int expected) {
    RgbImage image = decoder.decode(TestExr.pixel(light, alpha), "a", 1).image();
    int pixel = Pixels.at(image, 0, 0);
    assertThat(Pixels.distance(pixel, 0x010101 * expected)).isLessThanOrEqualTo(1);
  }

  @Test
  void whatShowsLittleOfItsPixelsIsRefused() {
    byte[] file = window(read("none"), "dataWindow", 0, 0, 60_000, 60_000);
    assertThatThrownBy(() -> decoder.decode(file, "a", 48))
        .isInstanceOf(CorruptImageException.class)
        .hasMessage("it holds 60000 x 60000 pixels and shows 96 x 64 of them");
  }

  @Override
  Leak leak() {
    return new Leak(read("zip"), 1_000, 100);
  }
}
