package io.lumiere.models.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.base.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
  private static final ChannelValues ZERO = ChannelValues.all(0);
  private static final ChannelValues ONE = ChannelValues.all(1);

  private static Preprocessing with(int size, Fit fit, double crop) {
    return new Preprocessing(size, fit, Filter.BICUBIC, crop, ZERO, ONE);
  }

  @Test
  void givesPlanesThatAreNormalisedByChannel() {
    RgbImage image = new RgbImage(2, 1, new byte[] {0, 51, (byte) 255, (byte) 255, 102, 0});
    Preprocessing preprocessing =
        new Preprocessing(
            1,
            Fit.SQUASH,
            Filter.BILINEAR,
            1,
            new ChannelValues(0.1f, 0.2f, 0.3f),
            new ChannelValues(0.5f, 0.25f, 2));

    float[] planes = preprocessing.apply(image);

    // The mean of both pixels: 128, 77 (76.5 rounded up), 128.
    assertThat(planes).hasSize(3);
    assertThat(planes[0]).isCloseTo((128 / 255f - 0.1f) / 0.5f, within(1e-6f));
    assertThat(planes[1]).isCloseTo((77 / 255f - 0.2f) / 0.25f, within(1e-6f));
    assertThat(planes[2]).isCloseTo((128 / 255f - 0.3f) / 2, within(1e-6f));
  }

  @Test
  void saysHowManyPixelsDecodingShouldLeave() {
    assertThat(with(260, Fit.CENTRE_CROP, 0.890).minShortSide()).isEqualTo(292);
    assertThat(with(224, Fit.CENTRE_CROP, 1).minShortSide()).isEqualTo(224);
    assertThat(with(224, Fit.SQUASH, 1).minShortSide()).isEqualTo(224);
  }

  @Test
  void squashesOrCropsAPanorama() {
    RgbImage panorama = halves(200, 10);

    byte[] squashed = with(8, Fit.SQUASH, 1).toSquare(panorama).rgb();
    byte[] cropped = with(8, Fit.CENTRE_CROP, 1).toSquare(panorama).rgb();

    assertThat(squashed[0]).isEqualTo((byte) 0);
    assertThat(squashed[3 * 7]).isEqualTo((byte) 255);
    assertThat(cropped[0]).isEqualTo((byte) 0);
    assertThat(cropped[3 * 7]).isEqualTo((byte) 255);
    assertThat(with(8, Fit.CENTRE_CROP, 1).toSquare(halves(10, 200)).rgb()).hasSize(3 * 64);
  }

  @Test
  void enlargesASinglePixel() {
    RgbImage pixel = new RgbImage(1, 1, new byte[] {10, 20, 30});
    byte[] square = with(224, Fit.CENTRE_CROP, 0.875).toSquare(pixel).rgb();
    assertThat(square).hasSize(3 * 224 * 224).startsWith(10, 20, 30).endsWith(10, 20, 30);
  }

  @Test
  void refusesValuesThatMakeNoSense() {
    assertThatThrownBy(() -> with(0, Fit.SQUASH, 1)).hasMessageContaining("image size 0");
    assertThatThrownBy(() -> with(8, Fit.SQUASH, 0)).hasMessageContaining("crop fraction 0");
    assertThatThrownBy(() -> with(8, Fit.SQUASH, 1.1)).hasMessageContaining("crop fraction 1.1");
    assertThatThrownBy(() -> new Preprocessing(8, Fit.SQUASH, Filter.BICUBIC, 1, ZERO, ZERO))
        .hasMessageContaining("standard deviation");
    assertThatThrownBy(() -> ChannelValues.all(Float.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() ->
            Resampler.resize(halves(4, 4), 8, 8, new Resampler.Window(1, 0, 8, 8), Filter.BILINEAR))
        .hasMessageContaining("not within 8 x 8");
  }

  /** Left half black, right half white. */
  private static RgbImage halves(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int row = 3 * width * y;
      Arrays.fill(rgb, row + 3 * (width / 2), row + 3 * width, (byte) 255);
    }
    return new RgbImage(width, height, rgb);
  }
}
