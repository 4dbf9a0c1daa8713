package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import io.lumiere.testing.Fuzz;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG XL files of libjxl's encoder. */
class JxlTest extends DecoderContract {
  @BeforeAll
  static void needLibjxl() throws IOException {
    LibjxlSetUp.need();
  }

  private static byte[] read(String name) {
    return TestFiles.read("jxl/" + name + ".jxl");
  }

  @Override
  String format() {
    return "jxl";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-jxl");
  }

  @Override
  List<Sample> samples() {
    return List.of(
        Sample.quarters("odd", read("odd"), 65, 49),
        turnedUpright(),
        Sample.quarters("alpha", read("alpha"), 64, 48).halfClear(),
        Sample.halfTransparent("half", read("half")),
        Sample.quarters("animation", read("animation"), 64, 48),
        Sample.of("scene", read("scene"), 96, 64),
        Sample.of("lossless", read("lossless"), 96, 64),
        Sample.of("transcoded", read("transcoded"), 96, 64),
        Sample.of("wide", read("wide"), 600, 300));
  }

  /** A file that is stored turned, so that it shows the quarters as they are. */
  private static Sample turnedUpright() {
    return Sample.quarters("turned", read("turned"), 48, 64).turned(6).showing(Sample.DISPLAYED[0]);
  }

  @Override
  Stream<Sample> endingWithThePicture() {
    return large().filter(sample -> !sample.name().equals("animation"));
  }

  @Override
  int refusedPercent() {
    return 99;
  }

  /** A code stream's signature and size (ISO/IEC 18181-1, SizeHeader), both numbers in 30 bits. */
  @Override
  byte[] claiming(int width, int height) {
    if (width < 1) {
      return new byte[0];
    }
    byte[] file = new byte[40];
    file[0] = (byte) 0xff;
    file[1] = '\n';
    putBits(file, 16 + 1, 3 | (height - 1L) << 2);
    putBits(file, 16 + 1 + 32 + 3, 3 | (width - 1L) << 2);
    return file;
  }

  /** The lowest bits first. */
  private static void putBits(byte[] file, int from, long value) {
    for (int i = 0; i < 32; i++) {
      file[(from + i) >> 3] |= (byte) ((value >> i & 1) << ((from + i) & 7));
    }
  }

  @Override
  Leak leak() {
    // 600 x 300 pixels kept 300 times would be 160 MiB, libjxl's own a multiple of that.
    return new Leak(read("wide"), 150, 150);
  }

  private RgbImage decode(String name, int width, int height) {
    DecodedImage decoded = decoder.decode(read(name), "a", 1000);
    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.height()).isEqualTo(height);
    return decoded.image();
  }

  @ParameterizedTest
  @CsvSource({
    "scene, 1.2",
    "scene-container, 1.2",
    "progressive, 1.2",
    "transcoded, 1.2",
    "float, 1.2",
    "sixteen, 0",
    "lossless, 0"
  })
  void everyWayOfCoding(String name, double tolerance) {
    RgbImage image = decode(name, 96, 64);
    assertThat(Pixels.differenceToScene(image, false)).isLessThanOrEqualTo(tolerance);
  }

  @Test
  void groupsMakeOnePicture() {
    RgbImage image = decode("wide", 600, 300);
    assertThat(Pixels.differenceToScene(image, false)).isLessThan(2);
  }

  @Test
  void grey() {
    RgbImage image = decode("grey", 64, 48);
    assertThat(Pixels.differenceToScene(image, true)).isLessThan(1.2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scene", "lossless", "transcoded", "alpha", "wide"})
  void whatIsCutOffIsSaidToBe(String name) {
    byte[] whole = read(name);
    for (int length = 12; length < whole.length - 1; length += 1 + whole.length / 40) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decoder.decode(part, "a", 1000))
          .isInstanceOf(CorruptImageException.class)
          .hasMessageMatching("it is cut off|its picture is damaged|the file ends .*|.*no code.*");
    }
  }
}
