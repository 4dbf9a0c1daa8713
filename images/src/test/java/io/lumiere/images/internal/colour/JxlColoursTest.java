package io.lumiere.images.internal.colour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.LibjxlSetUp;
import io.lumiere.images.Pixels;
import io.lumiere.images.TestFiles;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JxlColoursTest {
  private final ToSrgb toSrgb = new ToSrgb();

  @BeforeAll
  static void needLibjxl() throws IOException {
    LibjxlSetUp.need();
  }

  private static RgbImage decode(byte[] file) {
    return new ImageDecoder().decode(file, "a", 1000).image();
  }

  /** A JPEG in Display P3 that was made a JPEG XL: its own samples come back. */
  @Test
  void samplesInAnotherRgbAreBroughtToSrgb() {
    byte[] file = TestFiles.read("jxl/display-p3.jxl");
    RgbImage decoded = decode(file);
    assertThat(Pixels.differenceToScene(decoded, false)).isLessThan(1.2);

    RgbImage converted = toSrgb.convert(decoded, file, "a");
    RgbImage expected = toSrgb.convert(decoded, TestProfiles.displayP3());
    assertThat(largestDifference(converted, decoded)).isGreaterThan(20);
    assertThat(meanDifference(converted, expected)).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scene", "scene-container", "lossless", "transcoded", "grey", "float"})
  void srgbStaysAsItIs(String name) {
    byte[] file = TestFiles.read("jxl/" + name + ".jxl");
    RgbImage decoded = decode(file);
    assertThat(toSrgb.convert(decoded, file, "a")).isSameAs(decoded);
  }

  @Test
  void aDamagedFileHasNoProfile() {
    byte[] file = TestFiles.read("jxl/display-p3.jxl");
    for (int length = 12; length < file.length; length += 50) {
      assertThat(EmbeddedProfile.find(Arrays.copyOf(file, length), "a"))
          .satisfiesAnyOf(
              found -> assertThat(found).isNull(),
              found -> assertThat(found).hasSizeGreaterThan(99));
    }
  }

  private static int largestDifference(RgbImage a, RgbImage b) {
    int most = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      most = Math.max(most, Math.abs((a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff)));
    }
    return most;
  }

  private static double meanDifference(RgbImage a, RgbImage b) {
    double sum = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      sum += Math.abs((a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff));
    }
    return sum / a.rgb().length;
  }
}
