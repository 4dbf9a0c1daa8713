package io.lumiere.images.internal.colour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import io.lumiere.images.internal.pixels.SrgbCurve;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The colours of profiles come out as the published matrices between the colour spaces say. */
class ToSrgbTest {
  private static final int TOLERANCE = 2;

  /** From linear Display P3 to linear sRGB, as CSS Color 4 has it. */
  private static final double[][] P3_TO_SRGB = {
    {1.2249401763, -0.2249401763, 0},
    {-0.0420569547, 1.0420569547, 0},
    {-0.0196375546, -0.0786360456, 1.0982736001}
  };

  /** From linear Adobe RGB (1998) to linear sRGB. */
  private static final double[][] ADOBE_TO_SRGB = {
    {1.3983557440, -0.3983557440, 0}, {0, 1, 0}, {0, -0.0429289893, 1.0429289893}
  };

  /** From linear ProPhoto RGB to linear sRGB, with D50 adapted to D65, as CSS Color 4 has it. */
  private static final double[][] PRO_PHOTO_TO_SRGB = {
    {2.0343678, -0.7275914, -0.3067764},
    {-0.2288254, 1.2317302, -0.0029048},
    {-0.0085689, -0.1532871, 1.1618560}
  };

  private final ToSrgb toSrgb = new ToSrgb();

  /** Colours all over the cube. */
  private static RgbImage cube() {
    byte[] rgb = new byte[3 * 9 * 9 * 9];
    for (int i = 0; i < 9 * 9 * 9; i++) {
      rgb[3 * i] = (byte) Math.min(255, i % 9 * 32);
      rgb[3 * i + 1] = (byte) Math.min(255, i / 9 % 9 * 32);
      rgb[3 * i + 2] = (byte) Math.min(255, i / 81 * 32);
    }
    return new RgbImage(81, 9, rgb);
  }

  private void assertConverts(byte[] profile, double[][] matrix, DoubleUnaryOperator light) {
    byte[] from = cube().rgb();
    byte[] to = toSrgb.convert(cube(), profile).rgb();
    for (int i = 0; i < from.length; i += 3) {
      for (int c = 0; c < 3; c++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += matrix[c][k] * light.applyAsDouble((from[i + k] & 0xff) / 255.0);
        }
        double expected = 255 * SrgbCurve.encoded(Math.clamp(sum, 0, 1));
        assertThat((double) (to[i + c] & 0xff))
            .as("%d %d %d: %d", from[i] & 0xff, from[i + 1] & 0xff, from[i + 2] & 0xff, c)
            .isBetween(expected - TOLERANCE, expected + TOLERANCE);
      }
    }
  }

  @Test
  void displayP3() {
    assertConverts(TestProfiles.displayP3(), P3_TO_SRGB, SrgbCurve::light);
  }

  @Test
  void adobeRgb() {
    assertConverts(TestProfiles.adobeRgb(), ADOBE_TO_SRGB, v -> Math.pow(v, 563 / 256.0));
  }

  @Test
  void proPhoto() {
    assertConverts(TestProfiles.proPhoto(), PRO_PHOTO_TO_SRGB, v -> Math.pow(v, 1.8));
  }

  @Test
  void aProfileThatIsATable() {
    assertConverts(TestProfiles.adobeRgbTable(), ADOBE_TO_SRGB, v -> Math.pow(v, 2.2));
  }

  @Test
  void aProfileOfAnotherMaker() {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    assertConverts(linear, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, v -> v);
  }

  @Test
  void greyByItsCurve() {
    byte[] ramp = new byte[3 * 256];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (i / 3);
    }
    byte[] converted = toSrgb.convert(new RgbImage(256, 1, ramp), TestProfiles.grey(1.5)).rgb();
    for (int i = 0; i < ramp.length; i++) {
      double expected = 255 * SrgbCurve.encoded(Math.pow((ramp[i] & 0xff) / 255.0, 1.5));
      assertThat((double) (converted[i] & 0xff))
          .isBetween(expected - TOLERANCE, expected + TOLERANCE);
    }
  }

  @Test
  void colouredPixelsAreNotOfAGreyProfile() {
    RgbImage cube = cube();
    assertThat(toSrgb.convert(cube, TestProfiles.grey(1.5))).isSameAs(cube);
  }

  @Test
  void srgbStaysAsItIs() {
    RgbImage cube = cube();
    byte[] javas = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    assertThat(toSrgb.convert(cube, TestProfiles.srgb())).isSameAs(cube);
    assertThat(toSrgb.convert(cube, javas)).isSameAs(cube);
  }

  @Test
  void whatIsNotAProfileChangesNothing() {
    RgbImage cube = cube();
    byte[] p3 = TestProfiles.displayP3();
    List<byte[]> wrong =
        List.of(
            new byte[0],
            new byte[128],
            Arrays.copyOf(p3, 200),
            Arrays.copyOf(p3, p3.length - 1),
            TestProfiles.inks(),
            "a text in place of a profile".repeat(20).getBytes(StandardCharsets.US_ASCII));
    for (byte[] profile : wrong) {
      assertThat(toSrgb.convert(cube, profile)).isSameAs(cube);
    }
  }

  @Test
  void threadsShareIt() throws Exception {
    byte[] profile = TestProfiles.displayP3();
    byte[] alone = toSrgb.convert(cube(), profile).rgb();
    Callable<Boolean> equal = () -> Arrays.equals(alone, toSrgb.convert(cube(), profile).rgb());
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Boolean> each :
          threads.invokeAll(Stream.generate(() -> equal).limit(60).toList())) {
        assertThat(each.get()).isTrue();
      }
    }
  }
}
